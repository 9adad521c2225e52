"""What was covered, and what may be asked about it. Only its kind and how many pages: never what stands there.

Sources: DPA 2018 Sch 2 paras 16 and 17 (other people, people at work), Sch 3 part 3 (serious harm, court papers).
"""

from collections.abc import Iterable
from datetime import date

from casefiles_support.rules.letters import LETTERS

# A thousand pages is a thick file; more in one kind is a slip of the hand.
MOST_PAGES = 2_000
ASK_WITHIN = 14  # days in which we promise to have offered to ask
FOR_EACH = "Why is it covered, and which exemption in the law did you rely on?"
QUESTIONS: dict[str, str] = {
    "other_person": "May they be asked if they agree? Or is it reasonable to show it without asking them?",
    "known_family": "This is family that I know about already. Will you uncover what I know?",
    "professional": "Names of people who worked with me should not normally be covered. Will you uncover them?",
    "whole_page": "Is there nothing on these pages that is about me? Will you send the rest of them?",
    "court": "Which court may show it to me?",
    "health": "Who decided that it would be likely to cause serious harm, and when?",
    "no_reason": "No reason was given. What is it?",
}


def questions_of(items: Iterable[tuple[str, int, bool]]) -> list[str]:
    """One line for each item: (category, pages, whether the holder said why). Why comes first where nobody said it."""
    return [" ".join([FOR_EACH] * (not told) + [f"({_pages(pages)}.)", QUESTIONS[kind]]) for kind, pages, told in items]


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def why_not_note(*, state: str, pages: int) -> list[str]:
    """Nothing can be covered before something has come."""
    reasons = [] if state in LETTERS["covered"].states else ["Write this down once something has come from them."]
    if not 1 <= pages <= MOST_PAGES:
        reasons.append(f"Write how many pages it is on, from 1 to {MOST_PAGES:,}.")
    return reasons


def why_not_put_right(*, answered: bool, pages: int) -> list[str]:
    reasons = ["They have answered about this already."] if answered else []
    if not 1 <= pages <= MOST_PAGES:
        reasons.append(f"Write how many pages it is on, from 1 to {MOST_PAGES:,}.")
    return reasons


def why_not_ask(*, on: date, today: date, noted: date, there: int) -> list[str]:
    """`there` is how many have not been asked about yet; `noted` the day on which the last of them was noted."""
    if not there:
        return ["There is nothing that has not been asked about yet."]
    if on > today:
        return ["The day cannot be in the future."]
    return ["The day is before the day when it was noted."] if on < noted else []


def why_not_answer(*, asked_on: date | None, answered: bool, on: date, today: date, wanted: bool) -> list[str]:
    """`wanted`: one of the results was chosen."""
    if answered:
        return ["An answer to this is written down already."]
    if asked_on is None:
        return ["Nobody has asked about this yet."]
    reasons = [] if wanted else ["Choose what came of it."]
    if not asked_on <= on <= today:
        reasons.append("The day is between the day when it was asked and today.")
    return reasons
