"""Looking back: what can be ticked. Whatever somebody writes by hand stays theirs."""

from collections.abc import Iterable
from datetime import date

from casefiles_support.rules.letters import PREPARING

HELPED: dict[str, str] = {
    "somebody_beside_me": "Somebody was beside me",
    "peer": "Somebody who was in care too",
    "my_pace": "I could go at my own pace",
    "knew_what_was_coming": "I knew what was coming",
    "letters_explained": "The letters were explained to me",
    "reading_together": "Not reading alone",
    "asked_afterwards": "Somebody asked how I was afterwards",
    "photographs": "Photographs, letters or other memories",
    "answers": "It answered a question I had",
    "own_words": "I could add my own words",
}
HURT: dict[str, str] = {
    "waiting": "The waiting",
    "silence": "Nobody told me anything",
    "covered": "How much was covered",
    "no_reasons": "Nobody said why it was covered",
    "words_used": "The words that were used about me",
    "missing": "What was missing",
    "how_it_came": "How it came",
    "not_private": "It was not private",
    "alone": "I was alone with it",
    "asked_why": "I was asked why I wanted it",
}


def why_not_look_back(*, state: str, on: date, today: date, helped: Iterable[str], hurt: Iterable[str]) -> list[str]:
    """About a holder that has been asked. Nothing has to be ticked."""
    reasons = ["Nothing has been sent to them yet."] if state in PREPARING else []
    if on > today:
        reasons.append("The day cannot be in the future.")
    if any(one not in HELPED for one in helped) or any(one not in HURT for one in hurt):
        reasons.append("Choose from the answers in the list.")
    return reasons


def in_words(slugs: Iterable[str]) -> list[str]:
    return [HELPED.get(slug) or HURT[slug] for slug in slugs if slug in HELPED or slug in HURT]
