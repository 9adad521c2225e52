"""Steps on the way, in plain Python."""

from collections.abc import Collection
from datetime import date

# One after the other; having had a mentor is beside them, and only the mentor says it.
ORDER = ("mentor", "lead", "paid")
OWN = "had_a_mentor"


def why_not_step(*, step: str, done: Collection[str], on: date, today: date, own: bool) -> list[str]:
    reasons = []
    if on > today:
        reasons.append("That day has not come yet.")
    if step in done:
        reasons.append("That step is written down already.")
    if step == OWN and not own:
        reasons.append("Only the mentor can say that they once had a mentor.")
    if step != OWN and own:
        reasons.append("Your coordinator writes that down.")
    if step == "lead" and "mentor" not in done:
        reasons.append("Write down first when they became a mentor.")
    return reasons
