"""What a pack of private papers says: plain values in, pages out. templates/typst/packs.typ draws them.

    pages(facts) → [{"title": "Where things are now", "lang": "en", "blocks": [{"kind": "text", "words": …}, …]}, …]

Pages 1 to 3, the cover and the slips are in the language that somebody chose; the rest is English so far.
"""

from datetime import date
from typing import Any

from casefiles_support.rules.pack_words import filled, glossary, reaching, reading, standing_pages
from casefiles_support.rules.pack_words.blocks import Block
from casefiles_support.rules.pack_words.days import said as said_day
from casefiles_support.rules.pack_words.english import ENGLISH
from casefiles_support.rules.pack_words.facts import Appointment, Asked, Beside, ByHand, PackFacts, Promise
from casefiles_support.rules.pack_words.shared import Words
from casefiles_support.rules.pack_words.welsh import WELSH

__all__ = ["Appointment", "Asked", "Beside", "ByHand", "PackFacts", "Promise", "in_fours", "pages", "slips", "words_of"]

LANGUAGES = {words.lang: words for words in (ENGLISH, WELSH)}
Page = dict[str, Any]


def words_of(facts: PackFacts) -> Words:
    """The words of the language that they chose."""
    return LANGUAGES[facts.lang]


def pages(facts: PackFacts) -> list[Page]:
    """The pages in their order. Each stands alone."""
    words = words_of(facts)
    return [
        _page(words.where["title"], filled.where(facts, words), words.lang),
        _page(words.dates["title"], filled.dates(facts, words), words.lang),
        _page(words.choose["title"], filled.choose(facts, words), words.lang),
        _page(reaching.PEOPLE["title"], standing_pages.people(facts)),
        _page(reading.LOOKS["title"], standing_pages.looks()),
        _page(glossary.TITLE, standing_pages.meanings()),
        _page(reading.PLAN["title"], standing_pages.plan(facts)),
        _page(reading.AFTER["title"], standing_pages.after(facts)),
        _page(reading.NOTES["title"], standing_pages.notes()),
    ]


def _page(title: str, blocks: list[Block], lang: str = "en") -> Page:
    return {"title": title, "lang": lang, "blocks": blocks}


def slips(facts: PackFacts) -> list[Page]:
    """For staff of a wing: a private appointment; and, only if the person agreed, a word to look in on them."""
    words, meet = words_of(facts), facts.appointment
    if not facts.in_prison:
        return []
    said = words.slips
    who = [{"name": said["name"], "value": facts.name}, {"name": said["number"], "value": facts.number}]
    when = [{"name": said["day"], "value": said_day(meet.on, words) if meet.on else ""}]
    ring = [{"name": said["ring"], "value": facts.ring}]
    place = [{"name": said["time"], "value": meet.time}, {"name": said["where"], "value": meet.where}]
    made = [{"title": said["a"], "rows": [*who, *when, *place, *ring], "words": [said["a_words"]]}]
    if meet.tonight:
        told = [said["b_words"], said["b_consent"], said["b_worried"]]
        made.append({"title": said["b"], "rows": [*who, *when, *ring], "words": told})
    return made


def in_fours(code: str) -> str:
    """As people read it from paper: `7H2K-Q9VX-T4MB`."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4)).upper()


def why_not_print(*, closed: bool) -> list[str]:
    """A closed journey has nothing left to say about dates."""
    return ["This is closed. Open it again first."] if closed else []


def why_not_hand_over(*, void: bool, handed: date | None, on: date, printed: date, today: date) -> list[str]:
    """One pack is given once, and not before it was printed."""
    reasons = []
    if void:
        reasons.append("This print is void. Give them the newest one.")
    if handed is not None:
        reasons.append("It is written down already on which day they were given it.")
    if on < printed:
        reasons.append("That is before it was printed. Check the day.")
    if on > today:
        reasons.append("That day has not come yet. Check the day.")
    return reasons
