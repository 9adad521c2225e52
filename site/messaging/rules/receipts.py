"""What became of a text, from reports that come late, twice, in any order, or not at all."""

from dataclasses import dataclass

# Twilio's word: ours. Words that we do not know change nothing.
OURS = {
    "accepted": "accepted", "scheduled": "accepted", "queued": "accepted", "sending": "accepted", "sent": "sent",
    "delivered": "delivered", "read": "delivered", "undelivered": "undelivered", "failed": "failed",
    "canceled": "failed",
}  # fmt: skip
FINAL = frozenset({"delivered", "undelivered", "failed"})
# `no_receipt` is our giving up to wait: a report that comes after all still counts, if it is final.
RANK = {"accepted": 1, "sent": 2, "no_receipt": 3, "delivered": 4, "undelivered": 4, "failed": 4}


@dataclass(frozen=True, slots=True)
class Merged:
    """`status` is what now holds; `conflict` is true when two final reports disagree."""

    status: str
    conflict: bool = False


def merge(*, now: str, heard: str) -> Merged:
    """What holds after a report: never a step back, and of two final reports the first.

    `now` is the status of the text, `heard` is Twilio's word.
    """
    status = OURS.get(heard)
    if status is None:
        return Merged(now)
    if now in FINAL:
        return Merged(now, conflict=status in FINAL and status != now)
    return Merged(status) if RANK[status] > RANK.get(now, 0) else Merged(now)


def merged(*, now: str, heard: list[str]) -> Merged:
    """The same for several reports, in the order in which they came."""
    conflict = False
    for word in heard:
        step = merge(now=now, heard=word)
        now, conflict = step.status, conflict or step.conflict
    return Merged(now, conflict)
