"""Whether somebody may begin to learn at a prison, or move there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

SAME_NAME = "Somebody of this name learns here already. Look for them in the list. If this is somebody else, say so."


@dataclass(frozen=True)
class Known:
    """Somebody who learns already, as far as it tells whether they are the same. `here`: at this prison, now."""

    name: str
    email: str = ""
    staff_number: str = ""
    here: bool = True


@dataclass(frozen=True)
class Found:
    """`twin` is the place in the list of whoever is the same. `problem` says why that cannot be told."""

    twin: int | None = None
    problem: str = ""


def find_twin(*, name: str, email: str, staff_number: str, among: Iterable[Known], another: bool = False) -> Found:
    """The same email is the same person, anywhere. A staff number says so at one prison, where no email differs; a name
    alone never does. `another`: whoever adds them says that a namesake is somebody else.
    """
    folded, mail, number = name.casefold(), email.casefold(), staff_number.casefold()
    namesake = False
    known = list(among)
    for place, one in enumerate(known):
        if mail and one.email.casefold() == mail:
            return Found(twin=place)
    for place, one in enumerate(known):
        apart = bool(mail and one.email)
        if one.here and number and one.staff_number.casefold() == number and not apart:
            return Found(twin=place)
        told_apart = apart or bool(number and one.staff_number)
        namesake = namesake or (one.here and one.name.casefold() == folded and not told_apart)
    return Found(problem=SAME_NAME if namesake and not another else "")


def why_not_move(*, since: date, day: date, today: date, same_place: bool) -> list[str]:
    reasons = ["They work there already."] if same_place else []
    if day > today:
        reasons.append("The day cannot be in the future.")
    if day < since:
        reasons.append("They began at the other prison after that day.")
    return reasons


def why_not_leave(*, since: date, day: date, today: date) -> list[str]:
    return why_not_move(since=since, day=day, today=today, same_place=False)
