"""What should be there and is not: asked for by name, and asked again."""

from datetime import date, timedelta

from casefiles_support.rules.letters import LETTERS

# A holder that has not answered for this long is asked again: our own number.
CHASE_AFTER = timedelta(days=28)
OLDEST = 1900


def why_not_note(*, state: str, years_from: int | None, years_to: int | None, today: date) -> list[str]:
    """Rough years are enough, and none are fine."""
    fits = LETTERS["missing"].states | LETTERS["nothing_found"].states
    reasons = [] if state in fits else ["Write this down once they have answered."]
    if any(year is not None and not OLDEST <= year <= today.year for year in (years_from, years_to)):
        reasons.append(f"Write a year between {OLDEST} and {today.year}.")
    elif years_from and years_to and years_to < years_from:
        reasons.append("The second year is before the first.")
    return reasons


def why_not_ask(*, on: date, today: date, noted: date, there: int) -> list[str]:
    """`there` is how many have not been asked for yet; `noted` the day on which the last of them was noted."""
    if not there:
        return ["There is nothing that has not been asked for yet."]
    if on > today:
        return ["The day cannot be in the future."]
    return ["The day is before the day when it was noted."] if on < noted else []


def chase_on(*, asked_on: date, chased_on: date | None) -> date:
    """When it is time to ask again."""
    return (chased_on or asked_on) + CHASE_AFTER


def why_not_chase(*, asked_on: date | None, chased_on: date | None, answered: bool, on: date, today: date) -> list[str]:
    if answered:
        return ["An answer to this is written down already."]
    if asked_on is None:
        return ["Nobody has asked for this yet."]
    if not (chased_on or asked_on) <= on <= today:
        return ["The day is between the last time it was asked and today."]
    return []


def why_not_answer(*, asked_on: date | None, answered: bool, on: date, today: date, wanted: bool) -> list[str]:
    """`wanted`: one of the results was chosen."""
    if answered:
        return ["An answer to this is written down already."]
    if asked_on is None:
        return ["Nobody has asked for this yet."]
    reasons = [] if wanted else ["Choose what came of it."]
    if not asked_on <= on <= today:
        reasons.append("The day is between the day when it was asked and today.")
    return reasons
