"""How long somebody was looked after, and whether they were on one day. Days are counted with both ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
# DfE legal-status codes (children looked after return). A series of short breaks makes nobody an eligible child:
# Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959) reg 40(2) and reg 48.
SHORT_BREAKS = frozenset({"V3", "V4"})


@dataclass(frozen=True)
class Spell:
    """A time with a first day, and a last day or none yet."""

    started: date
    ended: date | None = None

    def __post_init__(self) -> None:
        _in_order(self.started, self.ended)

    def covers(self, day: date) -> bool:
        return self.started <= day and (self.ended is None or day <= self.ended)


@dataclass(frozen=True)
class CareSpell:
    """A time of being looked after by a council.

    `started` None: nobody knows since when. `ended` None: it goes on (or went on until the 18th birthday). `basis` is a
    DfE legal-status code such as C2, V2 or J1, or empty; `nation` is where the council is: E, W, S or N.
    """

    started: date | None
    ended: date | None
    basis: str
    authority: str
    nation: str = "E"

    def __post_init__(self) -> None:
        _in_order(self.started, self.ended)

    @property
    def short_break(self) -> bool:
        return self.basis.upper() in SHORT_BREAKS


def _in_order(started: date | None, ended: date | None) -> None:
    if started and ended and ended < started:
        raise ValueError("a time cannot end before it began")


@dataclass(frozen=True)
class Stretch:
    """Days in care that lie together, both ends counted."""

    first: date
    last: date
    short_break: bool = False


def stretches(care: Iterable[CareSpell], *, until: date) -> list[Stretch]:
    """What is known of their time in care, up to and with a day, oldest first."""
    known = [
        Stretch(spell.started, min(spell.ended or until, until), spell.short_break)
        for spell in care
        if spell.started is not None and spell.started <= until
    ]
    return sorted(known, key=lambda one: (one.first, one.last))


def days_between(care: Sequence[Stretch], first: date, last: date) -> int:
    """On how many days of this time they were looked after, each day once."""
    counted, free = 0, first
    for one in care:
        begins, ends = max(one.first, free), min(one.last, last)
        if begins <= ends:
            counted += (ends - begins).days + 1
            free = ends + DAY
    return counted


def day_when_reached(care: Sequence[Stretch], first: date, days: int) -> date | None:
    """The day on which they had been looked after for so many days since `first`; None where they never were."""
    left, free = days, first
    for one in care:
        begins = max(one.first, free)
        here = (one.last - begins).days + 1
        if here >= left:
            return begins + timedelta(days=left - 1)
        if here > 0:
            left, free = left - here, one.last + DAY
    return None


def last_council(care: Sequence[CareSpell]) -> CareSpell | None:
    """SI 2010/2571 reg 2 and s.23A(4): the council that last looked after them, wherever they are held now. A time that
    nobody can date is the last only where there is no other.
    """
    return max(care, key=lambda one: (*_lasted(one), one.authority, one.nation), default=None)


def _lasted(one: CareSpell) -> tuple[date, date]:
    undated = one.started is None and one.ended is None
    return (date.min if undated else one.ended or date.max, one.started or date.min)


def last_is_unsure(care: Sequence[CareSpell]) -> bool:
    """Whether another council may have been the last."""
    last = last_council(care)
    others = [one for one in care if last and one.authority != last.authority]
    return any(last and _lasted(one) in {_lasted(last), (date.min, date.min)} for one in others)
