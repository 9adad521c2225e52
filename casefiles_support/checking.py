"""What stands in the way of a step of ours, as the journey is today. Questions: they change nothing."""

from datetime import date

from casefiles_support import supporting
from casefiles_support.models import Checkpoint, Journey
from casefiles_support.rules import checkpoints as rules


def outcomes(journey: Journey) -> dict[str, str]:
    """What was said at each stage, newest first to count."""
    return {code: one.outcome for code, one in Checkpoint.objects.standing(journey).items()}


def missing(journey: Journey, for_code: str, *, on: date) -> list[str]:
    """What holds back our own part of a stage on a day, in sentences; nothing where the person goes ahead anyway."""
    supporters = supporting.why_not_read(journey=journey, on=on)
    return rules.missing(for_code=for_code, standing=outcomes(journey), supporters=supporters)


def why_not_step(journey: Journey, to: str, *, on: date) -> list[str]:
    """Before a step along the way: what we have not asked yet, and what we have not put in place."""
    held = missing(journey, "C9", on=on) if to == Journey.Status.READING else []
    return rules.unanswered(to=to, standing=outcomes(journey)) + held
