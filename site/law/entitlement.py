"""What somebody who was in care may be owed by a council, in England and in Wales, with the reasons.

    assess(born=date(2006, 3, 10), care=[CareSpell(date(2016, 2, 1), None, "C2", "Leeds")], on=date(2026, 11, 22))
    → Entitlement(category="FORMER_RELEVANT", because=("…",), next_change=Change(date(2027, 3, 10), "FORMER_…"), …)

It never says no: whoever was in care at any age is care experienced, and where something is not known the answer is
UNKNOWN, which means “may be entitled, ask the council”. Only the council can confirm what it says.

Sources: Children Act 1989 ss.23A, 23C, 23CZB, 24 and Sch 2 para 19B; SI 2010/959 reg 40; SI 2010/2571 reg 3; Social
Services and Well-being (Wales) Act 2014 s.104; CPPCR (Wales) Regulations 2015 reg 47. What we have not read in its
present form is named in `unsure`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from law import entitlement_words as words
from law.care_lives import COUNTED_FROM, LONG_ENOUGH, MONTHS_AT_HOME, Life
from law.care_time import DAY, CareSpell, Spell, Stretch, day_when_reached, last_council, last_is_unsure
from law.months import add_months, age_on, reaches

__all__ = ["CareSpell", "Change", "Entitlement", "Spell", "assess"]

WALES = {
    "ELIGIBLE": "WALES_1",
    "RELEVANT": "WALES_2",
    "FORMER_RELEVANT": "WALES_3",
    "FORMER_RELEVANT_21_24_ON_REQUEST": "WALES_4",
    "QUALIFYING_GUARDIAN": "WALES_5",
    "QUALIFYING": "WALES_6",
}


class Change(NamedTuple):
    """The day from which another category holds if nothing else happens, and which."""

    on: date
    category: str


@dataclass(frozen=True)
class Entitlement:
    """`because` and `unsure` are sentences to show. `care_act_authority` is the council that would assess an adult's
    care needs, which in prison is the prison's own; it is never the answer to `responsible_authority`.
    """

    category: str
    because: tuple[str, ...]
    next_change: Change | None = None
    responsible_authority: str | None = None
    care_act_authority: str | None = None
    unsure: tuple[str, ...] = ()


def assess(
    *,
    born: date,
    care: Sequence[CareSpell],
    on: date,
    detained: Sequence[Spell] = (),
    home: Sequence[Spell] = (),
    special_guardianship_at_18: bool = False,
    held_in: str = "",
) -> Entitlement:
    """What somebody may be owed on a day. A time in care that begins after it does not count yet, but may come next.

    `detained` are times locked up or in hospital, `home` times back with a parent, `held_in` the council in whose area
    the prison is. Days include both ends. A time that ends before it began raises ValueError.
    """
    life = Life(born, care, detained, home, special_guardianship_at_18)
    begun = life.begun_by(on)
    last = last_council(begun.care)
    nation = _nation(begun)
    kind = _kind(begun, on, nation)
    return Entitlement(
        category=_category(kind, nation),
        because=words.because(kind, nation),
        next_change=_next_change(life, on),
        responsible_authority=(last.authority or None) if last else None,
        care_act_authority=held_in or None,
        unsure=words.unsure(kind, nation, notes=_doubts(begun, on)),
    )


def _nation(life: Life) -> str:
    last = last_council(life.care)
    return last.nation.upper() if last else "E"


def _category(kind: str, nation: str) -> str:
    if nation == "W":
        return WALES.get(kind, kind)
    return "QUALIFYING" if kind == "QUALIFYING_GUARDIAN" else kind


def _kind(life: Life, day: date, nation: str) -> str:
    """The category, still without the nation's own name for it."""
    if not life.care:
        return "NONE_RECORDED"
    age = age_on(life.born, day)
    known = _under_18(life, day, age) if age < 18 else _adult(life, day, age)
    from_elsewhere = nation not in {"E", "W"} and age < 25
    if from_elsewhere or (life.dates_missing() and _could_be_more(life, known, age)):
        return "UNKNOWN"
    return known


def _could_be_more(life: Life, known: str, age: int) -> bool:
    """Whether time in care that nobody can date might give more than what is known does."""
    if all(spell.started is None for spell in life.care):
        return True
    return age < 25 and known in {"LOOKED_AFTER", "QUALIFYING", "QUALIFYING_GUARDIAN", "CARE_EXPERIENCED"}


def _under_18(life: Life, day: date, age: int) -> str:
    if life.in_care_on(day):
        counts = any(one.first <= day <= one.last for one in life.counted(day))
        return "ELIGIBLE" if age >= 16 and counts and life.long_enough_by(day) else "LOOKED_AFTER"
    if age < 16:
        return "CARE_EXPERIENCED"
    if _is_relevant(life, day):
        return "RELEVANT"
    return _qualifying(life)


def _is_relevant(life: Life, day: date) -> bool:
    """s.23A(2) and SI 2010/2571 reg 3: asked of an adult too, “as if under 18” (s.23C(1)(a))."""
    return (life.was_eligible() or life.detained_at_16()) and not life.settled_at_home(day)


def _adult(life: Life, day: date, age: int) -> str:
    if age >= 25:
        return "CARE_EXPERIENCED"
    left_at_18 = life.in_care_at_18() and life.long_enough_by(reaches(life.born, 18) - DAY)
    if left_at_18 or _is_relevant(life, day):
        return "FORMER_RELEVANT" if age < 21 else "FORMER_RELEVANT_21_24_ON_REQUEST"
    return _qualifying(life) if age < 21 else "CARE_EXPERIENCED"


def _qualifying(life: Life) -> str:
    """s.24(1A) and (1B), for ages 16 to 20."""
    if life.guardian:
        return "QUALIFYING_GUARDIAN"
    return "QUALIFYING" if life.in_care_after_16() else "CARE_EXPERIENCED"


def _category_on(life: Life, day: date) -> str:
    begun = life.begun_by(day)
    nation = _nation(begun)
    return _category(_kind(begun, day, nation), nation)


def _next_change(life: Life, day: date) -> Change | None:
    """The first day ahead on which the answer becomes another one by itself."""
    ahead = [reaches(life.born, age) for age in (16, 18, 21, 25)]
    ahead += [add_months(at.started, MONTHS_AT_HOME) for at in life.home]
    ahead += [one.started for one in life.care if one.started]
    ahead += [ended + DAY for ended in (*(one.ended for one in life.care), *(one.ended for one in life.home)) if ended]
    counted = life.counted(reaches(life.born, 18))
    ahead += [reached] if (reached := day_when_reached(_since_14(life, counted), life.born, LONG_ENOUGH)) else []
    now = _category_on(life, day)
    for change in sorted(one for one in ahead if one > day):
        if (then := _category_on(life, change)) != now:
            return Change(change, then)
    return None


def _since_14(life: Life, care: Sequence[Stretch]) -> list[Stretch]:
    fourteen = reaches(life.born, COUNTED_FROM)
    return [Stretch(max(one.first, fourteen), one.last) for one in care if one.last >= fourteen]


def _doubts(life: Life, day: date) -> list[str]:
    """Which of the points that nobody has settled this life touches."""
    sixteen = reaches(life.born, 16)
    doubts = []
    if any(one.last == sixteen for one in life.whole):
        doubts.append("birthday")
    if (life.born.month, life.born.day) == (2, 29):
        doubts.append("leap_day")
    if any(one.short_break for one in life.whole):
        doubts.append("short_breaks")
    if any(locked.started < sixteen for locked in life.detained) and not life.detained_at_16():
        doubts.append("locked_up_young")
    if any(at.covers(day) for at in life.home):
        doubts.append("home")
    if last_is_unsure(life.care):
        doubts.append("council")
    return doubts
