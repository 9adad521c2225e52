"""How a match may come to its end, in words that blame nobody, and what each kind of end asks of us.

Plain Python. The words are Alongside's own.
"""

from dataclasses import dataclass
from datetime import date, timedelta

AFTER_FOUR_WEEKS, AFTER_TWELVE_WEEKS = timedelta(weeks=4), timedelta(weeks=12)
FOLLOW_UPS = (AFTER_FOUR_WEEKS, AFTER_TWELVE_WEEKS)


@dataclass(frozen=True)
class Reason:
    """`words` for the choice, `kind` a sentence for the page, `task` what the team does next, within `days`."""

    words: str
    kind: str
    task: str = ""
    days: int = 0
    follow_up: bool = True


PLANNED, DIED, SAFETY = "completed", "died", "safety"
REASONS: dict[str, Reason] = {
    PLANNED: Reason(
        "It came to the end they planned",
        "They walked this stretch together and brought it to a good end.",
    ),
    "chose_to_stop": Reason(
        "They chose to stop",
        "It is their choice, and a good one to be able to make. The door stays open, and nobody will press them.",
    ),
    "mentor_left": Reason(
        "The mentor had to stop",
        "It has nothing to do with anything they did. Tell them so, soon, and ask whether they want somebody new.",
        "offer_new_mentor",
        7,
    ),
    "moved_away": Reason(
        "They moved too far away",
        "Moving is hard enough. Ask whether they would like somebody to walk with near their new place.",
        "offer_new_mentor",
        14,
    ),
    "lost_touch": Reason(
        "We lost touch",
        "Nobody is cross with them. Let the people who can reach them know that they can come back on any day.",
        "leave_door_open",
        14,
    ),
    SAFETY: Reason(
        "It was not safe to go on",
        "Everybody’s safety comes first, theirs and the mentor’s. Make sure that the safeguarding lead knows.",
        "check_safety",
        1,
    ),
    DIED: Reason(
        "They died",
        "We are sorry. Nothing is sent to anybody from here, and every reminder about them has stopped. "
        "Speak with the mentor yourself, today if you can.",
        "support_after_death",
        1,
        follow_up=False,
    ),
}
EARLY = {slug: reason for slug, reason in REASONS.items() if slug != PLANNED}


def why_not_begin(*, last_on: date, today: date) -> list[str]:
    return ["The last day is past. Choose a day that they can look towards."] if last_on < today else []


def why_not_end(*, reason: str, follow_up: str) -> list[str]:
    """`follow_up` is yes, no or not_asked."""
    if reason not in REASONS:
        return ["Choose why it ends."]
    if follow_up == "yes" and not REASONS[reason].follow_up:
        return ["There is nobody to ask how they are."]
    return []


def follow_ups_due(*, ended_on: date, wanted: bool) -> list[date]:
    """Only if they want it: after four weeks, and after twelve."""
    return [ended_on + after for after in FOLLOW_UPS] if wanted else []


def task_due(*, reason: str, ended_on: date) -> date:
    """By when the team does what this end asks of it."""
    return ended_on + timedelta(days=REASONS[reason].days)
