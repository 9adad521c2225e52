"""A code that proves whose phone a number is: sent while somebody is with its owner, who reads it out. Plain Python."""

from datetime import datetime, timedelta

DIGITS = 6
GOOD_FOR = timedelta(minutes=15)
TRIES = 5
MOST_AN_HOUR = 3
AN_HOUR = timedelta(hours=1)


def why_not_send(*, kind: str, current: bool, sent_lately: int) -> list[str]:
    """Reasons against sending a code to this way of reaching somebody; `sent_lately` counts those of the last hour."""
    if kind != "mobile":
        return ["A code can go to a mobile phone only."]
    if not current:
        return ["This is not used any more. Add it again if it should be."]
    if sent_lately >= MOST_AN_HOUR:
        return ["Three codes went to this number in the last hour. Wait a while, or check it by ringing."]
    return []


def why_not_take(*, sent_at: datetime | None, tries: int, used: bool, now: datetime) -> list[str]:
    """Reasons why no code can be taken any more; `sent_at` is None where none was sent."""
    if sent_at is None or used:
        return ["Send a code first."]
    if now - sent_at > GOOD_FOR:
        return ["That code is too old. Send a new one."]
    if tries >= TRIES:
        return ["That was not it, five times. Send a new one."]
    return []
