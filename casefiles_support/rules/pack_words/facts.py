"""What is filled into a pack: plain values, gathered by whoever prints one."""

from dataclasses import dataclass, field
from datetime import date

from law.access_clock import Clock


@dataclass(frozen=True)
class Asked:
    """Somebody who was asked for records: where that stands (a status of a request) and its clock."""

    holder: str
    status: str
    clock: Clock


@dataclass(frozen=True)
class Promise:
    """What we said we would do, and on which day. `reading` is a day on which they plan to read."""

    words: str
    on: date
    reading: bool = False


@dataclass(frozen=True)
class Beside:
    """Somebody who is there for them: who that is, and how to reach them; "" where it is written in by hand."""

    who: str
    how: str = ""


@dataclass(frozen=True)
class Appointment:
    """What the wing is told: when and where, and never why. `tonight`: they agreed that somebody looks in on them."""

    on: date | None = None
    time: str = ""
    where: str = ""
    tonight: bool = False


@dataclass(frozen=True)
class ByHand:
    """What whoever prints it adds: it goes on the paper and is kept nowhere."""

    ring: str = ""
    write: str = ""
    prison_line: str = ""
    where: str = ""


@dataclass(frozen=True)
class PackFacts:
    """All that is filled in. Empty texts become lines to write on."""

    name: str
    printed_on: date
    number: str = ""
    lang: str = "en"
    in_prison: bool = True
    asked: tuple[Asked, ...] = ()
    papers: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    beside: tuple[Beside, ...] = ()
    plan: dict[str, str] = field(default_factory=dict)
    appointment: Appointment = field(default_factory=Appointment)
    ring: str = ""
    write: str = ""
    code: str = ""
    prison_line: str = ""
