"""Words that stand in old papers, explained. What they mean in law follows the Children Act 1989 and the Social
Services and Well-being (Wales) Act 2014; the rest is how people in the trade use them.
"""

TITLE = "Words explained"
TOP = "People who write such papers use short words. Here is what they mostly mean. Ask us about any that is not here."
# Short form, and what it means.
MEANINGS = (
    ("LAC", "“looked-after child”: a child whom a council was looking after. The same letters come in other orders."),
    ("s.20", "Section 20. You were in care because it was agreed, and no court ordered it. In Wales, s.76 since 2016."),
    ("s.31", "Section 31. A family court made a care order: the council shared the part of a parent."),
    ("ICO", "Interim care order: a care order for a short time, while the court decided."),
    ("s.17, CIN", "“Child in need”: the council thought that the family should have extra help."),
    ("s.47", "Section 47. The council had to find out whether a child was safe."),
    ("CP, register", "Child protection. People met and made a plan to keep you safe. It was not something you had "
     "done."),
    ("EPO, PPO", "A court, or the police, had a child kept somewhere safe for a few days."),
    ("NFA", "No further action: somebody chose to do no more. It does not mean that nothing happened. It can also mean "
     "“no fixed address”."),
    ("IRO", "Independent reviewing officer: ran your reviews, and should have checked that the council kept its word."),
    ("Review", "The meeting about how things were going. You may have been asked to it, or not."),
    ("PEP", "Personal education plan: what you were to get at school."),
    ("SEN, EHCP", "Extra help with learning, and the plan for it. An older word is “statement”."),
    ("PA", "Personal adviser: the council’s worker for somebody who leaves care. The plan is a pathway plan."),
    ("Placement", "Where you lived. “Breakdown” means that it ended early. It does not say whose doing that was."),
    ("Contact", "Seeing or hearing from your family."),
    ("Absconded", "Left without being allowed. It often does not say why."),
    ("GAL, guardian", "Somebody who spoke for you in court. Now they work for Cafcass."),
    ("CAMHS", "Mental health care for children and young people."),
    ("YOT", "The youth justice team."),
    ("EDT", "Social workers on duty at night and at weekends."),
    ("MO, FA, MGM, sib", "Mother, father, mother’s mother, brother or sister."),
    ("Redacted", "Covered, or blacked out. Often it is another person’s name. We can ask why, for each part."),
    ("Third party", "Somebody else who is written about."),
)  # fmt: skip
END = "If a word hurts: that is what somebody wrote then. It isn’t who you are."
