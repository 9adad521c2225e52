"""The clock of a request in plain words: until when, how sure, and how we worked it out."""

from dataclasses import dataclass
from datetime import date

from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest
from law.access_clock import Clock
from law.access_rules import ELSEWHERE
from law.access_words import said

GUESS = "Nobody has told us when they had the letter, so this is a guess. Ask them."
NOT_KNOWN_YET = "The bank holidays of that year are not known yet. The day may move."


@dataclass(frozen=True)
class Told:
    """`until` is the one sentence that matters; `more` what else to know; `steps` how we worked it out."""

    until: str
    more: tuple[str, ...]
    steps: tuple[str, ...]
    elsewhere: bool = False
    late: bool = False


def told_of(request: AccessRequest, *, on: date) -> Told:
    clock = clock_of(request, on=on)
    if request.holder.regime in ELSEWHERE:
        return Told("No time runs here.", (), clock.steps, elsewhere=True)
    return Told(_until(request, clock, on), tuple(_more(clock, on)), clock.steps, late=clock.late)


def _until(request: AccessRequest, clock: Clock, on: date) -> str:
    name = request.holder.name
    if clock.state == "answered":
        return f"{name} has answered."
    if clock.state == "paused":
        left = clock.days_left or 0
        days = "1 day is" if left == 1 else f"{left} days are"
        return f"The time stands still. Once {name} has the answer to its question, {days} left."
    if clock.due is None:
        return "The time has not started."
    if clock.late:
        return f"{name} is late: its time ended on {said(clock.due)}. That is not your fault."
    if on > clock.due:
        return f"{name} may be late: we think that its time ended on {said(clock.due)}."
    return f"{name} has until the end of {said(clock.due)}."


def _more(clock: Clock, on: date) -> list[str]:
    more = []
    if clock.earliest and clock.due and clock.earliest != clock.due and clock.state == "running":
        more.append(f"Counted another way it ends on {said(clock.earliest)}. You may ask kindly from then.")
    if clock.estimated:
        more.append(GUESS)
    if clock.provisional:
        more.append(NOT_KNOWN_YET)
    if clock.extension_valid:
        more.append("They took two more months: they said so in time, and why.")
    elif clock.notice_by and clock.state == "running" and on <= clock.notice_by:
        more.append(f"If they need two more months, they have to say so, and why, by {said(clock.notice_by)}.")
    return more
