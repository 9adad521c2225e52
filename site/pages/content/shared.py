"""Blocks and sources that several pages use."""

from pages.content.shape import care_card, contact, law

SAMARITANS = care_card(
    "talk",
    "If it is too much right now",
    "<p>You can talk to Samaritans about anything, at any time, day or night. It is free.</p>"
    "<p>In prison you can ask for a Listener, use the prison phone to call Samaritans free, or write to "
    "Freepost SAMARITANS LETTERS. You do not need a stamp.</p>",
    phone="116 123",
    phone_note="Free from any phone.",
)
DANGER = care_card(
    "now",
    "If someone is in danger",
    "<p>Ring 999. In prison, tell any member of staff or press your cell bell.</p>",
)
BECOME = contact(
    name="Become: Care Advice Line",
    offers="Free advice for children in care and young care leavers in England.",
    phone="0800 023 2033",
    web="https://becomecharity.org.uk",
    cost="Free",
    from_prison="ask",
)

CHILDREN_ACT = "https://www.legislation.gov.uk/ukpga/1989/41/section/"
FORMER_RELEVANT = law(
    "Children Act 1989",
    "section 23C",
    "england",
    "Up to 21 the council must keep in touch, find you again if contact is lost, and give you a personal adviser.",
    f"{CHILDREN_ACT}23C",
)
UNTIL_25 = law(
    "Children Act 1989",
    "section 23CZB",
    "england",
    "From 21 until your 25th birthday, if you tell the council that you want advice and support, it must give you a "
    "personal adviser, look at what you need, and write a pathway plan.",
    f"{CHILDREN_ACT}23CZB",
)
LOCAL_OFFER = law(
    "Children and Social Work Act 2017",
    "section 2",
    "england",
    "Every council must publish what it offers to care leavers: its local offer.",
    "https://www.legislation.gov.uk/ukpga/2017/16/section/2",
)
ELIGIBLE = law(
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    "regulation 40",
    "england",
    "The time is 13 weeks, counted from the age of 14. Planned short breaks do not count.",
    "https://www.legislation.gov.uk/uksi/2010/959/regulation/40",
)
WALES_GROUPS = law(
    "Social Services and Well-being (Wales) Act 2014",
    "sections 104 to 115",
    "wales",
    "Six groups of young people, and the help that each group gets.",
    "https://www.legislation.gov.uk/anaw/2014/4/section/104",
)
