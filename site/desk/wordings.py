"""Every text that people may get, as a list for staff: who gets it, when, in which words, and what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from messaging import phrases, reminders
from messaging.phrases import LANGUAGES, Phrase

NAMES = {"en": "English", "cy": "Welsh"}


@dataclass(frozen=True, slots=True)
class Preview:
    """The words with their longest values; `pence` is what such a text costs."""

    language: str
    words: str
    text: str
    encoding: str
    units: int
    segments: int
    pence: Decimal

    @property
    def name(self) -> str:
        return NAMES[self.language]


@dataclass(frozen=True, slots=True)
class Wording:
    title: str
    who: str
    when: str
    switch: str  # whether it may be switched off, in a sentence
    previews: list[Preview]


MAY = "It may be switched off."
MAY_NOT = "It cannot be switched off: it is about somebody’s safety, or their right to work."
# What is said without being a reminder: who gets it, when, and whether it may be switched off.
OTHERS = {
    "mentoring.meeting_moved": (
        "Whoever had a text about the earlier time", "At once, in the daytime.",
        "It goes to those only who had the reminder.",
    ),
    "mentoring.meeting_off": (
        "Whoever had a text about it", "At once, in the daytime.",
        "It goes to those only who had the reminder.",
    ),
    "people.number_code": (
        "The person, while they are with somebody from the team",
        "At once, when somebody from the team asks for it.", "It goes only when it is asked for.",
    ),
}  # fmt: skip


# What goes by email alone, to those who sign in here: title, who gets it, when. None can be switched off.
EMAILS = (
    ("A concern has come", "Safeguarding leads; where there is none, programme managers", "At once."),
    (
        "A concern that nobody has acknowledged", "All safeguarding leads and programme managers",
        "When its time has run out, and again until somebody acknowledges it.",
    ),
    ("A concern was passed on", "The prison’s staff who hold a post there", "At once."),
    ("The week in numbers", "Coordinators", "On Monday morning, where something waits."),
    (
        "Drafts wait to be read", "Those who may take the step at which they wait, and did not write them",
        "In the morning when one has come, and once a week while one waits.",
    ),
    ("A draft came back, or was agreed", "Those who wrote it", "At once."),
    ("Somebody asks for a reference", "The referee", "When they are asked, and once more after ten days."),
)  # fmt: skip


def wordings() -> list[Wording]:
    """The reminders by title, then what is said besides."""
    found = [
        Wording(one.title, one.who, one.when, MAY if one.may_switch_off else MAY_NOT, _previews(one.phrase))
        for one in reminders.declared()
    ]
    return [*found, *_others()]


def _others() -> Iterator[Wording]:
    """A phrase that nobody told this page of stands here by its name, so that none is missing."""
    reminding = {one.phrase for one in reminders.declared()}
    for phrase in phrases.declared():
        if phrase.name not in reminding:
            said = OTHERS.get(phrase.name, ("Not said yet", "Not said yet", "Not said yet"))
            yield Wording(phrase.title or phrase.name, *said, previews=_previews(phrase.name))


def _previews(name: str) -> list[Preview]:
    phrase = phrases.phrase(name)
    return [_preview(phrase, language) for language in LANGUAGES]


def _preview(phrase: Phrase, language: str) -> Preview:
    text, size = phrases.preview(phrase, language)
    pence = Decimal(settings.TEXT_SEGMENT_PRICE) * 100 * size.segments
    words = phrase.words(language)
    return Preview(language, words, text, size.encoding, size.units, size.segments, pence.normalize())
