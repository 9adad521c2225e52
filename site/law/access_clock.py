"""When must the file come? The clock of somebody's right to see what a council holds about them.

    work_out(facts=[Fact("received", date(2026, 9, 3))], on=date(2026, 9, 10)) → Clock(state="running", due=…)

Nobody has settled how a pause is counted, so both readings are kept. B, the Act's own words, leaves out the day of
asking and the day of answering, and is what we hold a council to; A leaves out the days that passed. Traps kept in
mind: being asked for proof begins the month anew and does not pause it; paused days are added before a closed day moves
the end, and it moves once; an extension is three months from the start; what is asked after the time has run out
changes nothing; and the answer is the same in whatever order the facts are told. Sources: law/access_rules.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from law import access_words as words
from law.access_facts import ASSUMED, Fact, Facts, Wait
from law.access_rules import Calendar, Rule, rule_for
from law.access_time import End, Reading
from law.months import add_months

__all__ = ["Clock", "Fact", "complaint_acknowledge_by", "keep_until", "regulator_before", "work_out"]

COMPLAINT_DAYS = 30
REGULATOR_MONTHS = 3
KEPT_YEARS = 75


@dataclass(frozen=True)
class Clock:
    """`due` and `earliest` are last days, until their end (readings B and A); None while nothing runs. `late` is never
    said before `due` has passed, nor on a day that is only assumed (`estimated`). `days_left` is from the asking day to
    `due` (below 0 once it has passed), or what is left when a pause ends. `provisional`: the holidays of that year are
    not known yet.
    """

    state: str  # "not_started", "running", "paused" or "answered"
    due: date | None = None
    earliest: date | None = None
    notice_by: date | None = None
    extension_valid: bool = False
    late: bool = False
    estimated: bool = False
    provisional: bool = False
    days_left: int | None = None
    steps: tuple[str, ...] = ()
    rule_version: str = ""


def work_out(
    *, facts: Iterable[Fact], on: date, holidays: Iterable[date] | None = None, regime: str = "uk_gdpr"
) -> Clock:
    """The clock as it stands on a day.

    `holidays` (days, or days with names) replaces GOV.UK's list; `regime` is a key of law.access_rules.REGIMES.
    """
    known, calendar = Facts(facts), Calendar(holidays)
    received = known.received
    if received is None:
        state = "answered" if known.answered else "not_started"
        return Clock(state=state, steps=(words.NOT_RECEIVED,))
    rule = rule_for(received.day, regime)
    start, waits, missing = _start(known, received, rule, calendar)
    told = [words.received(received), *(words.needed(wait) for wait in waits)]
    estimated = received.basis == ASSUMED or any(wait.assumed for wait in waits)
    if missing:
        state = "answered" if known.answered else "not_started"
        return Clock(state=state, estimated=estimated, steps=(*told, words.STILL_MISSING), rule_version=rule.version)
    return _running(known, rule, calendar, start, on, told, estimated)


def _start(known: Facts, received: Fact, rule: Rule, calendar: Calendar) -> tuple[date, list[Wait], bool]:
    """The day from which the month counts; what was asked for in time to matter; and whether any of it is missing."""
    start, taken = received.day, []
    for wait in known.needed():
        end = _reading(known, rule, calendar, start, whole=True).end(rule.months)
        if end.open_since is None and wait.asked > end.due:
            continue
        taken.append(wait)
        if wait.came is None:
            return start, taken, True
        start = max(start, wait.came)
    return start, taken, False


def _reading(known: Facts, rule: Rule, calendar: Calendar, start: date, *, whole: bool) -> Reading:
    last = known.answered.day if known.answered else date.max
    asked = tuple(wait for wait in known.clarifications() if wait.asked <= last)
    return Reading(start, rule, calendar, asked, whole)


def _running(
    known: Facts, rule: Rule, calendar: Calendar, start: date, on: date, told: list[str], estimated: bool
) -> Clock:
    act, passed = (_reading(known, rule, calendar, start, whole=whole) for whole in (True, False))
    notice = act.end(rule.months)
    valid = any(_in_time(one, notice) for one in known.of("extension_notice"))
    months = rule.months + (rule.more_months if valid else 0)
    end, earliest = act.end(months), passed.end(months)
    paused, answered = end.open_since is not None, known.answered
    estimated = estimated or any(wait.assumed for wait in end.pauses)
    due = None if paused else end.due
    looked_at = answered.day if answered else on
    return Clock(
        state="answered" if answered else "paused" if paused else "running",
        due=due,
        earliest=None if paused else earliest.due,
        notice_by=None if notice.open_since else notice.due,
        extension_valid=valid,
        late=due is not None and looked_at > due and not estimated,
        estimated=estimated,
        provisional=due is not None and not calendar.sure_of(due),
        days_left=_days_left(end, on) if not answered else None,
        steps=(*told, *words.working(known, rule, calendar, start, months, end, earliest, notice)),
        rule_version=rule.version,
    )


def _in_time(notice: Fact, end: End) -> bool:
    """A notice needs a reason, and to come within the first month. While a question is open no time passes."""
    return bool(notice.reason.strip()) and (end.open_since is not None or notice.day <= end.due)


def _days_left(end: End, on: date) -> int:
    if end.open_since is not None:
        # Asked on a day to which closed days had moved the end, nothing is left.
        return max(0, (end.nominal - end.open_since).days)
    return (end.due - on).days


def complaint_acknowledge_by(*, received: date) -> date:
    """DPA 2018 s.164A: thirty days, of which the first is the day after; a closed day moves it on."""
    return Calendar().rolled(received + timedelta(days=COMPLAINT_DAYS))[0]


def regulator_before(*, last_contact: date) -> date:
    """The ICO asks to be told within three months of the last contact. Shown as “go before”, so it is never moved."""
    return add_months(last_contact, REGULATOR_MONTHS)


def keep_until(*, born: date) -> date:
    """Until the 75th anniversary of birth (England reg 50, Wales reg 64). Born on 29 February: the cautious 28th."""
    return add_months(born, KEPT_YEARS * 12)
