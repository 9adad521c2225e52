"""What was covered, and what may be asked about it. Only its kind and how many pages: never what stands there.

Sources: DPA 2018 Sch 2 paras 16 and 17 (other people, people at work), Sch 3 part 3 (serious harm, court papers).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from casefiles_support.rules.letter_texts import ENGLISH
from casefiles_support.rules.letter_words import COVERED, Pair, pages, pick
from casefiles_support.rules.letters import LETTERS

# A thousand pages is a thick file; more in one kind is a slip of the hand.
MOST_PAGES = 2_000
ASK_WITHIN = 14  # days in which we promise to have offered to ask
# In English and in Welsh, which waits for a reader as all our letters do.
FOR_EACH: Pair = (
    "Why is it covered, and which exemption in the law did you rely on?",
    "Pam mae wedi'i guddio, a pha esemptiad yn y gyfraith wnaethoch chi ddibynnu arno?",
)
QUESTIONS: Mapping[str, Pair] = {
    "other_person": (
        "May they be asked if they agree? Or is it reasonable to show it without asking them?",
        "A ellir gofyn iddynt a ydynt yn cytuno? Neu a yw'n rhesymol ei ddangos heb ofyn iddynt?",
    ),
    "known_family": (
        "This is family that I know about already. Will you uncover what I know?",
        "Dyma deulu rwy'n gwybod amdano eisoes. A wnewch chi ddatguddio'r hyn rwy'n ei wybod?",
    ),
    "professional": (
        "Names of people who worked with me should not normally be covered. Will you uncover them?",
        "Ni ddylai enwau pobl a fu'n gweithio gyda mi gael eu cuddio fel arfer. A wnewch chi eu datguddio?",
    ),
    "whole_page": (
        "Is there nothing on these pages that is about me? Will you send the rest of them?",
        "Onid oes dim ar y tudalennau hyn amdanaf i? A wnewch chi anfon y gweddill ohonynt?",
    ),
    "court": ("Which court may show it to me?", "Pa lys a gaiff ei ddangos i mi?"),
    "health": (
        "Who decided that it would be likely to cause serious harm, and when?",
        "Pwy benderfynodd y byddai'n debygol o achosi niwed difrifol, a phryd?",
    ),
    "no_reason": ("No reason was given. What is it?", "Ni roddwyd rheswm. Beth ydyw?"),
}


def questions_of(items: Iterable[tuple[str, int, bool]], *, language: str = ENGLISH) -> list[str]:
    """One line for each item: (category, pages, whether why is known or asked already). It begins with what is covered
    and on how many pages; why comes first where nobody said it.
    """
    return [
        " ".join([f"{_name(kind, language)} ({pages(count, language)}).", *_asked(kind, told, language)])
        for kind, count, told in items
    ]


def _name(kind: str, language: str) -> str:
    words = pick(COVERED[kind], language)
    return words[0].upper() + words[1:]


def _asked(kind: str, told: bool, language: str) -> list[str]:
    return [pick(FOR_EACH, language)] * (not told) + [pick(QUESTIONS[kind], language)]


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
