"""Were you ever in care?"""

from pages.content.shape import Shipped, bullets, heading, in_prison, law, other, paragraph, say, steps, unsure
from pages.content.shared import BECOME, ELIGIBLE, FORMER_RELEVANT, SAMARITANS, UNTIL_25, WALES_GROUPS

PAGE = Shipped(
    key="history",
    model="GuidePage",
    under="help",
    slug="your-history",
    title="Were you ever in care?",
    tab="Your history",
    summary="Being in care counts, at any age and for any length of time. You choose who you tell, and it can "
    "bring you help.",
    nation="both",
    in_short="If a council looked after you as a child, even for a short time, you have care experience. Some "
    "rights depend on your age and on how long you were in care. You do not need to work that out first. Say "
    "that you were in care, and ask.",
    body=[
        heading("What counts"),
        bullets(
            "Care means that a council looked after you for some time before you were 18. All of these count:",
            "living with foster carers",
            "living in a children’s home, or a secure children’s home",
            "living with family or friends because a council placed you there",
            "living at home while a care order was in force",
            "coming to this country alone as a child and being looked after by a council",
            "being held on remand as a child, from the end of 2012 on.",
        ),
        paragraph(
            "<p>It counts if a court decided it. It counts if your parents agreed to it. It counts if it was long ago. "
            "You can be 19 or 90 and have care experience.</p>"
        ),
        heading("You decide who knows"),
        paragraph(
            "<p>Nobody can make you tell them. You can say yes today, or later, or never. "
            "It is all right to ask two things first: Why do you want to know? Who will you tell?</p>"
            "<p>Some people worry that it will be used against them, or against their children. "
            "If you worry, ask what will be written down and who can read it, before you answer.</p>"
        ),
        in_prison(
            "<p>You will usually be asked when you arrive, and again before you leave. If you said no the first "
            "time, you can still say yes later. You can ask to talk where nobody else can hear.</p>"
        ),
        heading("What it can bring you"),
        bullets(
            "It depends on your age and your story. It may be:",
            "a personal adviser from the council, if you are under 25",
            "advice and help from the council until you are 21, if your time in care was shorter but you were "
            "in care at 16 or 17",
            "a copy of what was written about you in care, at any age",
            "people to talk to who have been in care themselves, at any age.",
        ),
        unsure(
            "<p>Old records are sometimes wrong, or missing. Planned short breaks away from home usually do not "
            "count towards a personal adviser.</p><p>Some people are told that being locked up ended their "
            "rights. That is not always true. If you were locked up when you turned 16 and had been in care "
            "before, ask the council to look again.</p><p>If a council says no, ask which dates it used, and "
            "ask for its answer in writing.</p>"
        ),
        heading("How to say it"),
        say(
            "someone who asks you",
            "Yes, I was in care. Please tell me what help I can get because of it.\n\n"
            "Please ask me before you tell anyone else.",
        ),
        steps(
            "If you want to take it further",
            "Write down what you remember: the name of the council, the towns, roughly which years.",
            "Tell someone you trust: a mentor, a key worker, a probation worker, a teacher, a chaplain.",
            "Ask them to ring the council that looked after you last. It is still that council, even if you "
            "have moved away.",
        ),
        BECOME,
        SAMARITANS,
    ],
    sources=[
        FORMER_RELEVANT,
        UNTIL_25,
        ELIGIBLE,
        law(
            "Children Act 1989",
            "section 24",
            "england",
            "People under 21 who were in care at 16 or 17 for a shorter time, or who left care for a special "
            "guardian, may get advice and help.",
            "https://www.legislation.gov.uk/ukpga/1989/41/section/24",
        ),
        law(
            "Care Leavers (England) Regulations 2010",
            "regulation 3",
            "england",
            "Who is still owed help after being locked up, or in hospital, when they turned 16.",
            "https://www.legislation.gov.uk/uksi/2010/2571/regulation/3",
        ),
        law(
            "LASPO Act 2012 (chapter 10)",
            "section 104",
            "both",
            "A child held on remand is treated as looked after by the council.",
            "https://www.legislation.gov.uk/ukpga/2012/10/section/104",
        ),
        law(
            "UK GDPR",
            "article 15",
            "uk",
            "Anyone may ask for a copy of what is held about them. The answer is due in one month, or three if "
            "it is complex.",
            "https://www.legislation.gov.uk/eur/2016/679/article/15",
        ),
        WALES_GROUPS,
        other("What we mean by care-experienced: any age, any length of time", "The Care Leavers’ Association"),
    ],
)
