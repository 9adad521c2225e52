"""If you are in prison now."""

from pages.content.shape import Shipped, bullets, heading, law, other, paragraph, say, steps, unsure
from pages.content.shared import DANGER, FORMER_RELEVANT, LOCAL_OFFER, SAMARITANS, UNTIL_25

PAGE = Shipped(
    key="prison",
    model="GuidePage",
    under="help",
    slug="asking-from-inside",
    title="If you are in prison now",
    tab="Asking for help by letter",
    summary="How to ask for what is yours from inside: who to tell, what to write, and what we will never do.",
    nation="both",
    in_short="Prison does not end your rights as someone who was in care. Tell a member of staff you trust that "
    "you were in care, and ask them to ring the council that looked after you. If you are under 25, ask for "
    "your personal adviser.",
    body=[
        heading("What we will never do"),
        paragraph(
            "<p><b>We will never text, ring or message a phone of yours while you are in prison.</b> Having a "
            "phone inside without permission is against the law, and a message could get you into trouble. If a "
            "message says it is from us, it is not.</p>"
        ),
        bullets(
            "We reach you in ways the prison allows:",
            "a visit, if you agree to it",
            "a letter",
            "a message through a member of staff",
            "your own call to us from the prison phone, once our number is on your list.",
        ),
        heading("How to ask"),
        steps(
            "",
            "Choose someone: your key worker, your prison offender manager, a chaplain, a teacher, a peer mentor.",
            "Say: “I was in care.” You can ask to say it where nobody else hears.",
            "Tell them which council it was, or which town. If there were several, name the last one.",
            "Ask them to ring that council’s leaving care team, and to tell you what it said and on which day.",
            "Write it down. If you hear nothing in two weeks, ask again or send the letter below.",
        ),
        say(
            "the council, in a letter",
            "To the leaving care team,\n\n"
            "I was looked after by your council from about … to …\n\n"
            "I am now in prison. My name is …, my date of birth is …, and my prison number is …\n\n"
            "I want advice and support, and I want a personal adviser. Please write to me here and tell me who "
            "that is and when they can visit.\n\n"
            "Please send me your local offer for care leavers, and tell me what it says for people in "
            "prison.\n\nThank you.",
        ),
        paragraph(
            "<p>Staff may open and read letters. Put in what the council needs to find you, and leave out what "
            "you want to keep private until somebody visits.</p>"
        ),
        heading("What to ask for"),
        bullets(
            "Councils differ, so ask. Many offer:",
            "visits and letters from your personal adviser",
            "some money, or clothes, while you are inside",
            "a place at the meetings that plan your sentence and your release",
            "help to find a home before your release day: ask early",
            "help to stay in touch with people who matter to you.",
        ),
        unsure(
            "<p><b>Money and clothes:</b> no law says how much. Each council decides. Ask whether you get the "
            "same as care leavers outside, and ask for the answer in writing.</p><p><b>How fast a council must "
            "answer a prison:</b> we have found no time written in the law.</p><p><b>Help with washing, moving "
            "or a disability:</b> that comes from the council where the prison is, not the one that looked "
            "after you.</p>"
        ),
        heading("If you are over 25"),
        paragraph(
            "<p>You were still in care, and it still counts. You can ask for a copy of what was written about "
            "you, and you can talk to people who have been in care too. Ask staff about peer mentors.</p>"
        ),
        SAMARITANS,
        DANGER,
    ],
    sources=[
        law(
            "Prison Act 1952",
            "sections 40A to 40D",
            "both",
            "Phones may not be brought into a prison, held there or used there without permission.",
            "https://www.legislation.gov.uk/ukpga/Geo6and1Eliz2/15-16/52/section/40D",
        ),
        FORMER_RELEVANT,
        UNTIL_25,
        LOCAL_OFFER,
        law(
            "Care Leavers (England) Regulations 2010",
            "regulation 2",
            "england",
            "The council that last looked after you stays responsible for you.",
            "https://www.legislation.gov.uk/uksi/2010/2571/regulation/2",
        ),
        law(
            "Care Act 2014",
            "section 76",
            "england",
            "Care and support for adults in prison come from the council where the prison is.",
            "https://www.legislation.gov.uk/ukpga/2014/23/section/76",
        ),
        other(
            "Our work in prisons",
            "Samaritans",
            address="https://www.samaritans.org/how-we-can-help/prisons/our-work-prisons/",
        ),
    ],
)
