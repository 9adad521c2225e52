"""Putting records right, and adding one’s own words to them (UK GDPR Article 16; DPA 2018 s.46 for prison and police).

The month for it is counted as the month for an answer is (law/access_clock.py).
"""

from datetime import date

from casefiles_support.rules.letters import LETTERS

# What they may choose, told before they choose. None of it is better than another, and leaving it is a choice.
CHOICES: tuple[tuple[str, str], ...] = (
    ("Put a fact right", "They must put right what is wrong: a name, a date, who your family is."),
    ("Add what is missing", "Something is left out. They can be asked to add it."),
    ("Add your own words", "You write what you want to be read beside it. They keep it with your records."),
    ("Stop using it while they look", "Until they have looked at it they should not use what you say is wrong."),
    ("Complain", "About how they dealt with you: first to them, then to the regulator."),
    ("Ask again, or ask somebody else", "For more, or for what somebody else may hold."),
    ("Legal advice", "A solicitor can say if there is more that you can do. We can help you to find one."),
    ("Leave it", "That is fine. You can come back to it at any time."),
)


def why_not_begin(*, state: str) -> list[str]:
    fits = LETTERS["correction"].states
    return [] if state in fits else ["This comes once something has come from them."]


def why_not_send(*, asked_on: date | None, answered: bool, on: date, today: date, begun: date) -> list[str]:
    if answered or asked_on is not None:
        return ["It is written down already that this was sent."]
    return [] if begun <= on <= today else ["The day is between the day when it was begun and today."]


def why_not_receive(
    *, asked_on: date | None, received_on: date | None, answered: bool, on: date, today: date
) -> list[str]:
    if asked_on is None:
        return ["It has not been sent yet."]
    if answered or received_on is not None:
        return ["It is written down already that this came."]
    return [] if asked_on <= on <= today else ["The day is between the day when it was sent and today."]


def why_not_answer(
    *, result: str, asked_on: date | None, received_on: date | None, answered: bool, on: date, today: date
) -> list[str]:
    """The person may stop it at any time, even before it was sent. All else is an answer to what was sent."""
    if answered:
        return ["What came of this is written down already."]
    if not result:
        return ["Choose what came of it."]
    if result != "withdrawn" and asked_on is None:
        return ["It has not been sent yet."]
    first = received_on or asked_on
    if on > today or (first is not None and on < first):
        return ["The day is between the day when it was sent and today."]
    return []
