"""What a mentor may lean on when they ask for something on somebody’s behalf, and when each step may be taken.

Plain Python; days are London days. None of it is legal advice. `checked` says that the text of the source was read for
this list; where it is False the page tells the reader to check it first. Sources are for England unless they say Wales.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# When to look again where the source gives no time that we have checked: our own number.
LOOK_AGAIN = timedelta(days=14)


@dataclass(frozen=True)
class Hook:
    """`words` for the choice, `source` as lawyers cite it, `says` in plain words; `month` where the law gives one."""

    words: str
    source: str
    says: str
    checked: bool = False
    month: bool = False


HOOKS: dict[str, Hook] = {
    "keep_in_touch": Hook(
        "The council must stay in touch with care leavers",
        "Children Act 1989, section 23C(2) and (3)",
        "While this duty lasts the council must keep in touch, find them again if contact is lost, give them a "
        "personal adviser and keep their pathway plan under review.",
        checked=True,
    ),
    "adviser_to_25": Hook(
        "A personal adviser up to 25, if they ask",
        "Children Act 1989, section 23CZB",
        "From 21 to 24, somebody who tells the council that they want advice and support must be given an adviser and "
        "have their needs looked at.",
        checked=True,
    ),
    "work_and_learning": Hook(
        "Help with work, training or learning",
        "Children Act 1989, section 24B",
        "The council may help with the cost of living near work or learning, and with somewhere to stay in holidays.",
    ),
    "complaint_care_leaver": Hook(
        "A complaint to the council, as a care leaver",
        "Children Act 1989, section 24D; SI 2006/1738",
        "Care leavers may complain about the help they get. The council must offer an advocate (section 26A).",
    ),
    "complaint_in_care": Hook(
        "A complaint to the council, from somebody in care",
        "Children Act 1989, section 26; SI 2006/1738",
        "A child who is looked after may complain. The council must offer an advocate (section 26A).",
    ),
    "care_act": Hook(
        "An assessment of care and support needs",
        "Care Act 2014, sections 9 and 76",
        "The council where an adult lives, or where their prison is, looks at what care and support they need.",
    ),
    "homeless": Hook(
        "Somewhere to live: priority need",
        "Housing Act 1996, section 189; SI 2002/2051, articles 3 to 5",
        "A care leaver under 21 has priority need. Older people may have it if care or custody left them vulnerable.",
    ),
    "homeless_review": Hook(
        "A review of a housing decision",
        "Housing Act 1996, section 202",
        "A decision about homelessness can be reviewed. There is a short time to ask: do not wait.",
    ),
    "own_records": Hook(
        "Seeing their own records",
        "UK GDPR, articles 12(3) and 15; Data Protection Act 2018",
        "They may see what is kept about them. The answer is due within one month, and within three if it is complex.",
        month=True,
    ),
    "comp1": Hook(
        "The prison’s own complaint form (COMP1)",
        "Prisoner Complaints Policy Framework",
        "Forms are on the wing. The prison answers on the same form.",
    ),
    "comp1a": Hook(
        "An appeal inside the prison (COMP1A)",
        "Prisoner Complaints Policy Framework",
        "If the first answer is no, there is a short time to appeal to a manager: do not wait.",
    ),
    "ppo": Hook(
        "The Prisons and Probation Ombudsman",
        "Terms of reference of the Ombudsman",
        "When the prison has given its last answer, the Ombudsman can look at the complaint.",
    ),
    "wales": Hook(
        "Help for care leavers in Wales",
        "Social Services and Well-being (Wales) Act 2014, Part 6",
        "Wales has its own law for care leavers and its own way to complain.",
    ),
    "fair": Hook(
        "No law: a fair question",
        "None",
        "Some things are worth asking for without a law behind them.",
        checked=True,
    ),
}  # fmt: skip
STILL_WAITING = ("open", "escalated")
AFTER_AN_ANSWER = ("got", "partly", "refused")


def a_month_after(day: date) -> date:
    """The same day of the next month, or its last day: 31 January → 28 February (ICO guidance on counting)."""
    year, month = (day.year + day.month // 12, day.month % 12 + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def look_again_on(*, hook: str, asked_on: date) -> date:
    """When an answer is due by law, where we know; else when we would ask again."""
    return a_month_after(asked_on) if HOOKS[hook].month else asked_on + LOOK_AGAIN


def why_not_open(*, asked_on: date, answer_by: date | None, permission_on: date | None, today: date) -> list[str]:
    """Permission comes first: nothing is asked on anybody’s behalf without it."""
    reasons = []
    if permission_on is None:
        reasons.append("Ask the person first, and write down that they said yes.")
    elif permission_on > asked_on:
        reasons.append("They said yes after it was asked. Check both days: their permission comes first.")
    if asked_on > today:
        reasons.append("The day it was asked has not come yet.")
    if answer_by is not None and answer_by < asked_on:
        reasons.append("The answer cannot be due before it was asked.")
    return reasons


def why_not_go_on(*, verb: str, status: str, permitted: bool, on: date, asked_on: date, today: date) -> list[str]:
    """Reasons against chasing, answering, escalating or closing. `permitted`: the person’s permission still stands."""
    if status == "closed":
        return ["This is closed. If it comes up again, open a new one."]
    reasons = []
    if not permitted and verb in ("chase", "escalate"):
        reasons.append("They have taken their permission back, so nothing more is asked for them.")
    if verb in ("chase", "answer") and status == "answered":
        reasons.append("There is an answer already. Close it, or take it further.")
    if on > today:
        reasons.append("That day has not come yet.")
    if on < asked_on:
        reasons.append("That is before it was asked. Check the day.")
    return reasons


def why_not_outcome(*, outcome: str, status: str) -> list[str]:
    """What it may be closed with depends on whether anybody answered."""
    if outcome in AFTER_AN_ANSWER and status != "answered":
        return ["Write the answer down first."]
    if outcome == "no_answer" and status == "answered":
        return ["There is an answer: choose what it came to."]
    if outcome == "no_answer" and status == "open":
        return ["Take it further before you give up on an answer."]
    return []
