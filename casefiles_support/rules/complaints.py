"""Complaining: first to the holder, then to the regulator. Which states it leads through is in rules/requests.py.

Sources: DPA 2018 s.164A (in force since 19 June 2026): the holder has 30 days to say that it has the complaint. The
regulator asks to be told within three months of the last word from the holder.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from law.access_clock import complaint_acknowledge_by, regulator_before

HOLDER, REGULATOR = "holder", "regulator"
# In and out of a prison post is slow: until they say when they had it, we count from this long after it was sent.
POST = timedelta(days=7)
# So long before the last day for the regulator somebody asks them what they want.
SOON = timedelta(days=28)
ASK_HOLDER_FIRST = "ask_holder_first"
# What each may come to. Only the regulator sends people back.
OUTCOMES = {
    HOLDER: ("upheld", "partly", "not_upheld", "no_action"),
    REGULATOR: ("upheld", "partly", "not_upheld", "no_action", ASK_HOLDER_FIRST),
}
ABOUT_REGULATOR = "Go before {day}. After that they may not look at it."


@dataclass(frozen=True)
class Told:
    """One complaint to the holder, as it stands."""

    sent_on: date
    received_on: date | None = None
    answered: bool = False


def acknowledge_by(*, sent_on: date, received_on: date | None) -> date:
    """Until the end of which day they may say that they have it. Where nobody knows when they did, as we reckon."""
    return complaint_acknowledge_by(received=received_on or sent_on + POST)


def is_unacknowledged(*, sent_on: date, received_on: date | None, acknowledged: bool, on: date) -> bool:
    """Their time is over. Never said where nobody knows when they had it: then they are asked that."""
    return not acknowledged and received_on is not None and on > acknowledge_by(
        sent_on=sent_on, received_on=received_on
    )  # fmt: skip


def has_waited(*, sent_on: date, received_on: date | None, on: date) -> bool:
    """The 30 days are gone, by our best reckoning."""
    return on > acknowledge_by(sent_on=sent_on, received_on=received_on)


def is_soon(*, last_contact: date, on: date) -> bool:
    """The last weeks in which the regulator can be asked have begun, and are not over."""
    last = regulator_before(last_contact=last_contact)
    return last - SOON <= on <= last


def why_not_send(*, on: date, today: date, open_there: bool) -> list[str]:
    reasons = ["A complaint to them is open already."] if open_there else []
    if on > today:
        reasons.append("The day cannot be in the future.")
    return reasons


def first_ask_the_holder(*, told: list[Told], sent_back_on: date | None, on: date) -> list[str]:
    """The regulator’s own order: the holder first. `sent_back_on`: when the regulator last said so."""
    asked = [one for one in told if sent_back_on is None or one.sent_on >= sent_back_on]
    if not asked:
        return ["The regulator asks you to complain to the holder first."]
    if any(one.answered for one in asked):
        return []
    if any(has_waited(sent_on=one.sent_on, received_on=one.received_on, on=on) for one in asked):
        return []
    until = max(acknowledge_by(sent_on=one.sent_on, received_on=one.received_on) for one in asked)
    return [f"They have until {until:%-d %B %Y} to say that they have the complaint. Wait for an answer, or for that."]


def why_not_receive(*, received_on: date | None, answered: bool, sent_on: date, on: date, today: date) -> list[str]:
    if received_on is not None or answered:
        return ["It is written down already that they have it."]
    return [] if sent_on <= on <= today else ["The day is between the day when it was sent and today."]


def why_not_acknowledge(*, state: str, sent_on: date, received_on: date | None, on: date, today: date) -> list[str]:
    if state != "sent":
        return ["They have said already that they have it."]
    if not (received_on or sent_on) <= on <= today:
        return ["The day is between the day when they had it and today."]
    return []


def why_not_answer(
    *, to: str, answered: bool, outcome: str, sent_on: date, received_on: date | None, on: date, today: date
) -> list[str]:
    if answered:
        return ["What came of this complaint is written down already."]
    reasons = [] if outcome in OUTCOMES[to] else ["Choose what came of it."]
    if not (received_on or sent_on) <= on <= today:
        reasons.append("The day is between the day when they had it and today.")
    return reasons


def goes_back_to(*, outcome: str, records_came: bool) -> str:
    """Where the request stands once the holder has answered a complaint: it gave something, or it did not."""
    return "answered" if records_came or outcome in ("upheld", "partly") else "refused"
