"""Your personal adviser until 25."""

from pages.content.shape import Shipped, bullets, heading, in_prison, law, other, paragraph, say, steps, unsure
from pages.content.shared import BECOME, ELIGIBLE, FORMER_RELEVANT, LOCAL_OFFER, UNTIL_25, WALES_GROUPS

PAGE = Shipped(
    key="adviser",
    model="GuidePage",
    under="help",
    slug="personal-adviser",
    title="Your personal adviser until 25",
    tab="A worker on your side",
    summary="In England you can have a personal adviser until you are 25, also in prison. From 21 on you have to ask. "
    "Wales has its own law.",
    nation="both",
    in_short="In England, if you were in care for 13 weeks or more in all after you turned 14, and were still "
    "in care for some time after you turned 16, your council should usually give you a personal adviser. From "
    "21 until your 25th birthday you get one if you ask.",
    body=[
        heading("What a personal adviser does"),
        bullets(
            "A personal adviser works for the council that looked after you. Their job is to:",
            "keep in touch with you, wherever you live",
            "find out what you need, and write a pathway plan with you",
            "help you to get what is in the plan: a home, money, work, learning, health care",
            "speak to other services with you.",
        ),
        heading("England: what is sure"),
        bullets(
            "This is written in the law:",
            "<b>18 to 20.</b> The council must give you a personal adviser and a pathway plan. It must keep in "
            "touch, and if it loses touch it must try to find you again.",
            "<b>21 to 24.</b> If you tell the council that you want advice and support, it must give you a "
            "personal adviser until you turn 25. It does not matter whether you are in education.",
            "<b>You may say no, and you may change your mind.</b> Until your 25th birthday you can still ask.",
            "<b>It is the council that looked after you last,</b> not the one where you live now.",
        ),
        paragraph(
            "<p>Was your time in care shorter? If you were in care at 16 or 17 for less than that, the council "
            "may still advise and help you until you are 21, and sometimes longer if you are learning. Ask.</p>"
        ),
        in_prison(
            "<p>Being in prison does not end this. The council that looked after you is still the one to ask, "
            "even if your prison is far away or in Wales. Ask your personal adviser to visit, to write, and to "
            "come to the meetings that plan your sentence and your release.</p>"
        ),
        heading("Wales: a different law"),
        paragraph(
            "<p>If a council in Wales looked after you, the law is the Social Services and Well-being (Wales) "
            "Act 2014. It sorts young people into six groups, called categories, and each gets different help. "
            "Ask the council: “Which category am I in, and do I get a personal adviser?”</p>"
        ),
        unsure(
            "<p><b>Wales, 21 to 24:</b> the law is clear if you are in education or training. We are not "
            "certain that it covers everyone else until 25. Ask your council, and ask for the answer in "
            "writing.</p><p><b>How often they must visit:</b> the rules give times for people whom the council "
            "houses. Many councils promise a visit at least every eight weeks, also in prison. Ask what yours "
            "promises.</p><p><b>New law:</b> the Children’s Wellbeing and Schools Act 2026 adds help with a "
            "home and with everyday life, called Staying Close. When we checked, that part had not begun "
            "everywhere. Ask.</p>"
        ),
        heading("How to ask"),
        steps(
            "",
            "Find the council that looked after you last. Its website has a page called “local offer for care "
            "leavers”.",
            "Ring or write to its leaving care team. You can ask someone to do it with you.",
            "Say the words below. Keep a note of the day and of who you spoke to.",
            "No answer after two weeks? Ask for the team manager.",
            "Still no answer? You can complain to the council. You can ask for an advocate, who is free and is "
            "on your side.",
        ),
        say(
            "the leaving care team",
            "I was looked after by your council. I am under 25.\n\n"
            "I want advice and support, and I want a personal adviser. Please look at what I need and make a "
            "pathway plan with me.\n\nPlease tell me who my personal adviser is and when they will see me.",
        ),
        BECOME,
    ],
    sources=[
        ELIGIBLE,
        FORMER_RELEVANT,
        UNTIL_25,
        LOCAL_OFFER,
        law(
            "Care Leavers (England) Regulations 2010",
            "regulations 2, 7 and 8",
            "england",
            "Which council is responsible, how often plans are looked at again, and what a personal adviser does.",
            "https://www.legislation.gov.uk/uksi/2010/2571/contents",
        ),
        law(
            "Children Act 1989",
            "sections 24D and 26A",
            "england",
            "Care leavers may complain to the council and may have an advocate to help.",
            "https://www.legislation.gov.uk/ukpga/1989/41/section/26A",
        ),
        law(
            "Children’s Wellbeing and Schools Act 2026",
            "section 7",
            "england",
            "Staying Close support until 25. Check whether it has begun.",
            "https://www.legislation.gov.uk/ukpga/2026/21/section/7",
        ),
        WALES_GROUPS,
        law(
            "Care Leavers (Wales) Regulations 2015",
            "",
            "wales",
            "Assessments, pathway plans and what personal advisers do in Wales.",
            "https://www.legislation.gov.uk/wsi/2015/1820/contents/made",
        ),
        other("Leaving care and services for care leavers", "Law Wales", address="https://law.gov.wales"),
    ],
)
