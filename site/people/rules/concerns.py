"""Whom a concern goes to, and by when somebody must have seen it. Plain Python.

Sources: Care Act 2014 section 42 (a council's duty to enquire) and section 76(7) (it does not apply in prison or
approved premises: the governor, or probation, answers for safety there); Children Act 1989 section 47 for anybody
under 18.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from law.working_days import next_working_day


class State(StrEnum):
    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    TRIAGED = "triaged"
    REFERRED = "referred"
    MANAGED = "managed"
    CLOSED = "closed"


class Setting(StrEnum):
    CUSTODY = "custody"
    COMMUNITY = "community"
    UNKNOWN = "unknown"


class Urgency(StrEnum):
    NOW = "now"
    TODAY = "today"
    CAN_WAIT = "can_wait"


class Route(StrEnum):
    """Who ought to know, in the order to tell them."""

    EMERGENCY = "emergency"
    CONTROL_ROOM = "control_room"
    OUR_LEAD = "our_lead"
    SAFER_CUSTODY = "safer_custody"
    CHILDREN = "children"
    ADULTS = "adults"


ROUTE_WORDS = {
    Route.EMERGENCY: "999, if somebody is in danger now",
    Route.CONTROL_ROOM: "the prison’s control room, if somebody is in danger now",
    Route.OUR_LEAD: "our safeguarding lead",
    Route.SAFER_CUSTODY: "safer custody or the duty governor, through the prison’s contact point",
    Route.CHILDREN: "the council’s children’s services",
    Route.ADULTS: "the council’s adult safeguarding team",
}

# How long a safeguarding lead may take to acknowledge a concern. These times are ours: neither statute nor guidance
# sets them. Hours are counted on the clock, nights and weekends too: a worry does not wait for Monday. Only what the
# writer says can wait until the next working day does, until the end of that day.
CLOCK = {Urgency.NOW: timedelta(hours=1), Urgency.TODAY: timedelta(hours=4)}
END_OF_THE_DAY = time(17, tzinfo=ZoneInfo("Europe/London"))
# After the clock has run out, everybody who can act is told again this often until somebody does.
ALERT_AGAIN = {Urgency.NOW: timedelta(hours=1), Urgency.TODAY: timedelta(hours=4), Urgency.CAN_WAIT: timedelta(days=1)}

FORWARD: dict[str, frozenset[str]] = {
    State.ACKNOWLEDGED: frozenset({State.RAISED}),
    State.TRIAGED: frozenset({State.ACKNOWLEDGED}),
    State.REFERRED: frozenset({State.TRIAGED, State.MANAGED}),
    State.MANAGED: frozenset({State.TRIAGED, State.REFERRED}),
    State.CLOSED: frozenset({State.TRIAGED, State.REFERRED, State.MANAGED}),
}


def route(*, setting: str, under_18: bool | None, urgency: str) -> list[Route]:
    """Whom to tell, first to last. `under_18` is None where nobody is sure: children's services then stay in.

    Where the setting is unknown, both ways are kept: nobody falls between two.
    """
    chosen: list[Route] = []
    if urgency == Urgency.NOW:
        if setting != Setting.COMMUNITY:
            chosen.append(Route.CONTROL_ROOM)
        if setting != Setting.CUSTODY:
            chosen.append(Route.EMERGENCY)
    chosen.append(Route.OUR_LEAD)
    if setting != Setting.COMMUNITY:
        chosen.append(Route.SAFER_CUSTODY)
    if under_18 is not False:
        chosen.append(Route.CHILDREN)
    if under_18 is not True and setting != Setting.CUSTODY:
        chosen.append(Route.ADULTS)
    return chosen


def acknowledge_by(*, raised_at: datetime, urgency: str) -> datetime:
    """The moment by which a safeguarding lead must have acknowledged it."""
    if urgency == Urgency.CAN_WAIT:
        raised_on = raised_at.astimezone(END_OF_THE_DAY.tzinfo).date()
        return datetime.combine(next_working_day(raised_on), END_OF_THE_DAY)
    return raised_at + CLOCK[Urgency(urgency)]


def alert_again(*, acknowledge_by: datetime, alerted_again_at: datetime | None, urgency: str, at: datetime) -> bool:
    """Whether everybody who can act should be told (again) now that nobody has acknowledged it."""
    if at <= acknowledge_by:
        return False
    return alerted_again_at is None or at >= alerted_again_at + ALERT_AGAIN[Urgency(urgency)]


def status_for_raiser(status: str) -> str:
    """All that somebody who raised a concern is told about it."""
    if status == State.RAISED:
        return "We have received it"
    return "It is closed" if status == State.CLOSED else "Someone is dealing with it"
