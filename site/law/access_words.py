"""How the clock was worked out, in plain sentences that somebody can check with a calendar."""

from collections.abc import Iterator
from datetime import date

from law.access_facts import ASSUMED, Fact, Facts, Wait, days_out
from law.access_rules import Calendar, Rule
from law.access_time import End

NOT_RECEIVED = "We do not know yet that they have the letter. The time starts on the day that it arrives."
STILL_MISSING = "The time has not started. It starts on the day that they have what they asked for."
MONTHS = {1: "One month", 3: "Three months"}


def said(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def received(fact: Fact) -> str:
    if fact.basis == ASSUMED:
        return (
            f"We think that they had the letter on {said(fact.day)}. Nobody has confirmed it, so the days are a guess."
        )
    return f"They had the letter on {said(fact.day)}."


def needed(wait: Wait) -> str:
    asked = f"They asked for {wait.what} on {said(wait.asked)}."
    return asked if wait.came is None else f"{asked} It came on {said(wait.came)}, so the time starts no earlier."


def working(
    known: Facts, rule: Rule, calendar: Calendar, start: date, months: int, end: End, earliest: End,
    notice: End,
) -> Iterator[str]:  # fmt: skip
    """From the start to the last day, one step a sentence."""
    if rule.note:
        yield rule.note
    yield f"{MONTHS[months]} from {said(start)}: that is how long they have."
    yield from _notices(known, notice, months > rule.months)
    yield from _pauses(known, rule, start, end)
    if end.open_since is None:
        yield from _last_day(calendar, end, earliest)
    if known.answered:
        yield f"They answered on {said(known.answered.day)}."


def _notices(known: Facts, notice: End, valid: bool) -> Iterator[str]:
    for one in known.of("extension_notice"):
        told = f"On {said(one.day)} they said that they need two more months."
        if not one.reason.strip():
            yield f"{told} They gave no reason, so it does not count."
        elif not valid:
            yield f"{told} The last day to say so was {said(notice.due)}, so it does not count."
        else:
            yield f"{told} They said so in time and gave a reason. The three months count from the start."


def _pauses(known: Facts, rule: Rule, start: date, end: End) -> Iterator[str]:
    for wait in known.clarifications():
        asked = f"They asked {wait.what} on {said(wait.asked)}."
        if wait not in end.pauses:
            yield f"{asked} That was after the time had run out, or after they answered, so it changes nothing."
        elif wait.came is None:
            yield f"{asked} The time stands still until they have your answer. Answer soon: they may close the request."
        else:
            yield f"{asked} They had the answer on {said(wait.came)}."
    if days := len(days_out(end.pauses, start=start, whole=True)):
        passed = len(days_out(end.pauses, start=start, whole=False))
        yield (f"By the words of {rule.pause} {_days(days)} {'does' if days == 1 else 'do'} not count. Counted another "
               f"way it is {_days(passed)}: nobody has settled which, so we hold them to the later day.")  # fmt: skip


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _last_day(calendar: Calendar, end: End, earliest: End) -> Iterator[str]:
    yield f"That comes to {said(end.nominal)}."
    closed = [f"{said(on)} ({why})" if why != f"{on:%A}" else said(on) for on, why in end.skipped if why]
    if any(not why for _, why in end.skipped):
        yield "Their question was open on their last day, and the time does not end on a day that does not count."
    if closed:
        yield f"Offices are closed on {', '.join(closed)}. So the time ends on the next working day, {said(end.due)}."
    if not calendar.sure_of(end.due):
        yield "The bank holidays of that year are not known yet. The day may move."
    if earliest.due != end.due:
        yield f"Counted the other way it would end on {said(earliest.due)}. You may ask kindly from then."
    yield f"They have until the end of {said(end.due)}."
