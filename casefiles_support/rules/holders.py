"""What stands against changing what is known of a holder: where letters go is looked at twice."""

from datetime import date


def why_not_verify(*, address: str, last_changed_by_me: bool, source: str) -> list[str]:
    """A second look is another person’s look."""
    reasons = []
    if not address.strip():
        reasons.append("There is no address to look at. Write it first.")
    if not source.strip():
        reasons.append("Nobody has written where the address is from. Write that first.")
    if last_changed_by_me:
        reasons.append("You wrote this address. Somebody else has to look at it.")
    return reasons


def why_not_close(*, on: date, today: date, is_closed: bool, loops: bool) -> list[str]:
    """`loops`: the successor is the holder itself, or leads back to it."""
    reasons = ["It is closed already."] if is_closed else []
    if on > today:
        reasons.append("The day cannot be in the future.")
    if loops:
        reasons.append("A holder cannot be followed by itself.")
    return reasons
