"""What somebody may be owed, from what people remember: how old they were, seldom which day it was.

An age is a year long. So each life is read twice, with as little care in it as the answers allow (`least`) and with as
much (`most`). Where both readings give the same category the answer is sure; else it depends on the days, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from law.entitlement import CareSpell, Entitlement, Spell, assess
from law.entitlement_names import NAMES
from law.months import add_months, reaches

DAY = timedelta(days=1)
GROWN = 18
MORE_THAN_SIX_MONTHS = 7


@dataclass(frozen=True)
class CareTime:
    """A time in care by age. None: not sure. `until` 18: it went on until they turned 18, or goes on."""

    since: int | None
    until: int | None
    basis: str = ""


@dataclass(frozen=True)
class Childhood:
    """The answers. Each of the last three is yes, no, or None for “not sure”."""

    born: date
    times: Sequence[CareTime]
    nation: str = "E"
    council: str = ""
    locked_up_at_16: bool | None = False
    guardian_at_18: bool | None = False
    at_home_now: bool | None = False


@dataclass(frozen=True)
class Answer:
    """`most` is what somebody may be owed at best; `depends` when other days of the same answers would give `least`."""

    most: Entitlement
    least: Entitlement

    @property
    def depends(self) -> bool:
        return self.most.category != self.least.category

    @property
    def name(self) -> str:
        return NAMES[self.most.category]

    @property
    def other_name(self) -> str:
        return NAMES[self.least.category]

    @property
    def unsure(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.most.unsure, *self.least.unsure)))

    @property
    def changes_on(self) -> date | None:
        """The next day on which the answer becomes another one, if both readings say so."""
        change = self.most.next_change
        return change.on if change and change == self.least.next_change else None

    @property
    def changes_to(self) -> str:
        return NAMES[self.most.next_change.category] if self.changes_on and self.most.next_change else ""


def answer(life: Childhood, *, on: date) -> Answer:
    return Answer(most=_read(life, on, most=True), least=_read(life, on, most=False))


def _read(life: Childhood, on: date, *, most: bool) -> Entitlement:
    care = [_spell(time, life, on, most=most) for time in life.times]
    # More care is better for somebody, and so are a guardian and a locked door; months at home may end what is owed.
    locked = _said(life.locked_up_at_16, most)
    home = _said(life.at_home_now, not most)
    return assess(
        born=life.born,
        care=care,
        on=on,
        detained=_locked_up(life.born, care, on) if locked else (),
        home=[Spell(max(add_months(on, -MORE_THAN_SIX_MONTHS), life.born))] if home else (),
        special_guardianship_at_18=_said(life.guardian_at_18, most),
    )


def _said(answer: bool | None, not_sure: bool) -> bool:
    return not_sure if answer is None else answer


def _spell(time: CareTime, life: Childhood, on: date, *, most: bool) -> CareSpell:
    started = _first_day(time.since, life.born, most=most)
    ended = _last_day(time, life.born, on, started, most=most)
    if started and ended and ended < started:  # within one year of life: a day at the least
        ended = started
    return CareSpell(started, ended, time.basis, life.council, life.nation)


def _first_day(age: int | None, born: date, *, most: bool) -> date | None:
    if age is None:
        return None
    return reaches(born, age) if most else reaches(born, age + 1) - DAY


def _last_day(time: CareTime, born: date, on: date, started: date | None, *, most: bool) -> date | None:
    """None: until the 18th birthday, or still."""
    if time.until is None:
        return None if most else started
    if time.until >= GROWN:
        return None
    last = reaches(born, time.until + 1) - DAY if most else reaches(born, time.until)
    return min(last, on - DAY)  # it is over


def _locked_up(born: date, care: Sequence[CareSpell], on: date) -> list[Spell]:
    """Held on their 16th birthday, taken to have come there straight from care."""
    sixteen = reaches(born, 16)
    if on < sixteen:
        return []
    before = [one.ended + DAY for one in care if one.ended and one.ended < sixteen]
    goes_on = any(one.ended is None or one.ended >= sixteen for one in care)
    return [Spell(sixteen if goes_on or not before else max(before))]
