"""The sentences of the entitlement engine: what a category means, by which section, and what is not certain."""

from collections.abc import Iterable

ASK = "You may be entitled to help. Ask the council’s leaving care team, and ask for the answer in writing."
ANY_AGE = "You were in care, so you are care experienced. That is true at any age."

ENGLAND = {
    "LOOKED_AFTER": (
        "You are looked after by a council now (Children Act 1989 section 22).",
        "From 16, with 13 weeks of being looked after since you turned 14, you are owed leaving care help too.",
    ),
    "ELIGIBLE": (
        "You are 16 or 17, you are in care now, and you have been for 13 weeks or more since you turned 14 "
        "(Children Act 1989 schedule 2 paragraph 19B; SI 2010/959 regulation 40).",
        "The council must give you a personal adviser, find out what you need and write a pathway plan with you.",
    ),
    "RELEVANT": (
        "You are 16 or 17 and you left care after you turned 16, or you were locked up or in hospital when you turned "
        "16, with 13 weeks in care since 14 (Children Act 1989 section 23A; SI 2010/2571 regulation 3).",
        "The council that last looked after you must keep in touch, give you a personal adviser and a pathway plan, "
        "and see that you have somewhere to live and enough to live on (section 23B). A sentence does not end that.",
    ),
    "FORMER_RELEVANT": (
        "You are 18, 19 or 20, and you were in care for 13 weeks or more since 14, with some of it after you turned 16 "
        "(Children Act 1989 section 23C(1)).",
        "Until you are 21 the council must keep in touch, find you again if it lost touch, and keep your personal "
        "adviser and your pathway plan (section 23C(2) and (3)). It can last longer if the plan says you are studying.",
    ),
    "FORMER_RELEVANT_21_24_ON_REQUEST": (
        "You are 21 to 24 and the council owed you leaving care help before (Children Act 1989 section 23CZB).",
        "If you tell the council that you want support, it must give you a personal adviser, find out what you need "
        "and write a plan. You can ask at any time until you are 25, more than once.",
    ),
    "QUALIFYING": (
        "You are under 21 and you were in care at some time after you turned 16 (Children Act 1989 section 24(1B)).",
        "The council can advise and help you, sometimes with money (sections 24A and 24B).",
    ),
    "QUALIFYING_GUARDIAN": (
        "You are 16 to 20 and a special guardian looked after you straight after care "
        "(Children Act 1989 section 24(1A)).",
        "The council can advise and help you, sometimes with money (sections 24A and 24B).",
    ),
}

WALES_ACT = "Social Services and Well-being (Wales) Act 2014 section 104"
WALES = {
    "LOOKED_AFTER": ("You are looked after by a council in Wales now.",),
    "ELIGIBLE": (
        f"You are 16 or 17 and in care now, with 13 weeks or more in care since 14: category 1 ({WALES_ACT}).",
        "The council must give you a personal adviser and write a pathway plan with you.",
    ),
    "RELEVANT": (
        f"You are 16 or 17 and you left care after you turned 16: category 2 ({WALES_ACT}).",
        "The council that last looked after you must keep in touch, with a personal adviser and a pathway plan.",
    ),
    "FORMER_RELEVANT": (
        f"You are 18 or over and you left care after you turned 16: category 3 ({WALES_ACT}).",
        "The council must keep in touch, and keep your personal adviser and your pathway plan.",
    ),
    "FORMER_RELEVANT_21_24_ON_REQUEST": (
        f"You are 21 to 24. If you tell the council that you want to study or train, you may be in category 4 "
        f"({WALES_ACT}).",
        ASK,
    ),
    "QUALIFYING_GUARDIAN": (f"A special guardian looked after you straight after care: category 5 ({WALES_ACT}).",),
    "QUALIFYING": (f"You were in care at some time after you turned 16: category 6 ({WALES_ACT}).",),
}

EITHER = {
    "CARE_EXPERIENCED": (
        ANY_AGE,
        "We found no leaving care law that fits the dates we have. Councils and prisons can still help, and many do. "
        "It is always right to ask.",
    ),
    "NONE_RECORDED": (
        "We have no time in care written down. That does not mean that there was none.",
        "If you think that you were in care, or are not sure, the council where you grew up can look it up.",
    ),
    "UNKNOWN": (ANY_AGE, "We do not know enough to say which law fits. " + ASK),
}

DOUBTS = {
    "birthday": "You left care on your 16th birthday. We count that day as after you turned 16. No court has said so "
    "that we know of: ask the council.",
    "leap_day": "You were born on 29 February. In other years we count your birthday on 1 March.",
    "short_breaks": "Some of your time in care was short breaks. They do not count towards the 13 weeks, and councils "
    "differ about what else they count for: ask.",
    "locked_up_young": "You were locked up before you turned 16. Time on remand counts as time in care. Whether you "
    "are owed leaving care help depends on where you were on your 16th birthday: ask the council.",
    "home": "You went back to a parent. After six months there the law treats you differently. If it broke down, the "
    "help comes back: tell the council.",
    "council": "More than one council may have been the last to look after you. If you are not sure which, ask each.",
}
FORMER = {"FORMER_RELEVANT", "FORMER_RELEVANT_21_24_ON_REQUEST"}


def because(kind: str, nation: str) -> tuple[str, ...]:
    """Why this category, and what follows from it."""
    of_nation = WALES if nation == "W" else ENGLAND
    return of_nation.get(kind) or EITHER[kind]


def unsure(kind: str, nation: str, *, notes: Iterable[str]) -> tuple[str, ...]:
    """What is not certain about the answer, in sentences."""
    said = [DOUBTS[note] for note in notes]
    if nation == "W" and kind in FORMER:
        said.append("In Wales the Government says that personal advisers stay until 25. We have not read that in law.")
    if nation not in {"E", "W"}:
        said.append("You were in care outside England and Wales. Another law holds there, and we have not read it.")
    return tuple(said)
