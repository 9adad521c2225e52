"""What an answer of Twilio proves, and what to do about its error codes.

Codes change without notice (on 10 July 2024 several were split), so the table is small and everything else has a safe
default: this text is given up and a person is told.
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What is proved about a text that we tried to hand over."""

    NOT_SENT = "not_sent"  # it cannot have been taken: it may be tried again
    REFUSED = "refused"  # it was read and turned down
    UNKNOWN = "unknown"  # it may have been taken: never try again before the evidence is in


class Then(StrEnum):
    """What an error code asks for."""

    STOP_SENDING = "stop_sending"  # the account or the sender is at fault: nothing goes until somebody has looked
    BAD_NUMBER = "bad_number"  # no text will ever reach it
    OPTED_OUT = "opted_out"
    TRY_ONCE_MORE = "try_once_more"  # the phone was off: once more, half an hour later
    BLOCKED = "blocked"  # a network filtered it: trying again makes it worse
    WAIT = "wait"  # too much at once
    TELL = "tell"  # this text is given up; a person is told


TOO_MANY = 429
UNSURE = frozenset({408, 425})  # the request may still have been read to its end
TABLE = {
    **dict.fromkeys((20003, 21408, 21606, 21701, 30002, 63038), Then.STOP_SENDING),
    **dict.fromkeys((21211, 21614, 21635, 30005, 30006), Then.BAD_NUMBER),
    21610: Then.OPTED_OUT,
    **dict.fromkeys((30003, 30008, 30001), Then.TRY_ONCE_MORE),
    **dict.fromkeys((30004, 30007), Then.BLOCKED),
    **dict.fromkeys((20429, 21611), Then.WAIT),
}
ONCE_MORE_AFTER = 30 * 60  # seconds


def then(code: int | None) -> Then:
    """What a code asks for; one that we do not know gives up this text and tells a person."""
    return TABLE.get(code or 0, Then.TELL)


def outcome(*, http: int | None, never_left: bool = False) -> Outcome:
    """What is proved by an answer that is not “accepted”.

    `http` is the status of the answer, or None where none came. `never_left` is true when no connection could be made
    at all. Only that, and “too many requests”, prove that nothing was sent; a 4xx proves that it was refused. A
    timeout, a connection that broke, a 5xx and an answer that cannot be read prove nothing.
    """
    if never_left or http == TOO_MANY:
        return Outcome.NOT_SENT
    if http is not None and 400 <= http < 500 and http not in UNSURE:
        return Outcome.REFUSED
    return Outcome.UNKNOWN
