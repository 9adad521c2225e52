"""Working with someone who has been in care."""

from pages.content.shape import Shipped, bullets, do_dont, heading, in_prison, law, other, paragraph, say, steps, unsure
from pages.content.shared import DANGER, FORMER_RELEVANT, LOCAL_OFFER, UNTIL_25, WALES_GROUPS

PAGE = Shipped(
    key="staff",
    model="GuidePage",
    under="help",
    slug="for-staff",
    title="Working with someone who has been in care",
    tab="For staff",
    summary="For prison, probation and council staff: how to ask, what to do with the answer, and who to ring.",
    nation="both",
    in_short="Ask everyone, ask kindly, and say why. When someone says yes, ring the council that looked after "
    "them last. You do not have to decide what they are entitled to: the council does.",
    body=[
        heading("Why it matters"),
        paragraph(
            "<p>Research puts the share of adults in prison who have been in care at between 24 and 31 in every "
            "100. Many were never asked in a way that they could answer. Some hid it to stay safe. A person "
            "under 25 may have a worker from a council who does not know where they are.</p>"
        ),
        heading("How to ask"),
        do_dont(
            [
                "Ask in private.",
                "Say why you ask, and who will know.",
                "Ask everyone, whatever their age.",
                "Ask again later: trust takes time.",
                "Use their own words for it.",
            ],
            [
                "Don’t ask in a queue or across a wing.",
                "Don’t only ask “Are you a care leaver?” Many people do not use that name for themselves.",
                "Don’t ask what happened to them or why.",
                "Don’t promise to keep a secret: you may have to pass on a worry about safety.",
            ],
        ),
        say(
            "somebody you have just met",
            "I ask everyone this, because it can bring you help.\n\n"
            "When you were under 18, did you ever live with foster carers, in a children’s home, or with family "
            "because a council put you there? It counts even if it was short.\n\n"
            "You do not have to tell me, and you can tell me another day. If you do, I will ask you before I "
            "tell anyone, unless somebody is not safe.",
        ),
        heading("When someone says yes"),
        steps(
            "",
            "Thank them. Ask who they are happy for you to tell.",
            "Ask which council it was. If there were several, the last one is the one to ring.",
            "Record it where your service records it, so that nobody has to ask again.",
            "If they are under 25, ring that council’s leaving care team. Ask for the personal adviser’s name "
            "and when they will visit.",
            "Tell the person what the council said, and on which day.",
            "Ask the personal adviser to the next planning meeting: pathway plan, sentence plan and release "
            "plan fit together.",
        ),
        in_prison(
            "<p>The council that last looked after someone stays responsible, wherever the prison is. Adult "
            "social care is different: the council where the prison stands assesses needs for care and support. "
            "Write down which is which.</p>"
        ),
        heading("What the council must do"),
        bullets(
            "In England, for people who were in care for 13 weeks or more after 14, and after turning 16:",
            "<b>16 to 20:</b> a personal adviser and a pathway plan; keep in touch, and find them again if "
            "touch is lost",
            "<b>21 to 24:</b> the same on request, until the 25th birthday",
            "<b>all councils:</b> publish a local offer for care leavers.",
        ),
        paragraph(
            "<p>Someone with less time in care may be owed advice and help until 21. Someone of any age may ask "
            "for their file and may want to meet others who have been in care. Wales has its own law and its "
            "own categories.</p>"
        ),
        unsure(
            "<p>We have found no number of days in the law for a council to answer a prison or probation. Agree "
            "one locally.</p><p>Being sentenced before 16 does not always end a young person’s rights: it "
            "depends on where they were on their 16th birthday. Never tell anyone that they are not entitled. "
            "Ask the council.</p><p>The Children’s Wellbeing and Schools Act 2026 brings new duties. Check "
            "which parts have begun.</p>"
        ),
        heading("Keep it safe"),
        paragraph(
            "<p>That someone has been in care says a great deal about their life. Share it only with their "
            "agreement, or where the law or somebody’s safety asks for it, and write down why.</p><p>If you are "
            "worried about a person: in prison, follow your safer custody process; outside, speak to your "
            "safeguarding lead. Do it the same day.</p>"
        ),
        DANGER,
    ],
    sources=[
        FORMER_RELEVANT,
        UNTIL_25,
        LOCAL_OFFER,
        law(
            "Children Act 1989",
            "section 23A, and Care Leavers (England) Regulations 2010, regulation 3",
            "england",
            "Who is owed help at 16 and 17, also after being detained on their 16th birthday.",
            "https://www.legislation.gov.uk/uksi/2010/2571/regulation/3",
        ),
        law(
            "Children and Social Work Act 2017",
            "section 1",
            "england",
            "What councils must have regard to as corporate parents.",
            "https://www.legislation.gov.uk/ukpga/2017/16/section/1",
        ),
        law(
            "Care Act 2014",
            "section 76",
            "england",
            "Adult care and support in prison; the adult safeguarding enquiry duty works differently there.",
            "https://www.legislation.gov.uk/ukpga/2014/23/section/76",
        ),
        law(
            "Children’s Wellbeing and Schools Act 2026",
            "",
            "england",
            "New duties towards care leavers. Check which parts have begun.",
            "https://www.legislation.gov.uk/ukpga/2026/21/contents",
        ),
        WALES_GROUPS,
        other("Answer to written question HL13462 on people in prison who have been in care", "House of Lords"),
    ],
)
