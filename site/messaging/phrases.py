"""What texts say: templates in English and Welsh, declared by apps in a `texts.py` of their own, and never changed.

declare(Phrase(
    name="mentoring.session_tomorrow", version=1,
    english="Hi {name}, a reminder that we meet tomorrow at {time}. …",
    welsh="Helo {name}, …",
    longest={"name": "Christopher-James", "time": "10.30am"},
))

New wording is a new version: a text that was promised says what it was promised to say. Somebody else may be holding
the phone, so the words must be neutral (wording.py), as a template and again as they are sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from common.text import clean
from messaging.models import Text
from messaging.rules.segments import Measure, measure, plain
from messaging.wording import private_in_text

MOST_SEGMENTS = 2
GREETED = "name"  # the value that is a first name, and is looked past when words are checked
LANGUAGES = ("en", "cy")


class NotFit(ValueError):
    """A template or a text cannot be sent as it is. `problems` are sentences."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """`longest` gives each value that stands in braces, as long as it can be: the text must fit even so."""

    name: str
    version: int
    english: str
    welsh: str
    longest: Mapping[str, str] = field(default_factory=dict)
    title: str = ""  # what it is about, for staff; a reminder has one of its own

    def words(self, language: str) -> str:
        return self.welsh if language == "cy" else self.english


_phrases: dict[tuple[str, int], Phrase] = {}
_newest: dict[str, int] = {}


def declare(phrase: Phrase) -> Phrase:
    """Add a template; raises NotFit with everything that is wrong with it."""
    found = problems(phrase)
    if _phrases.get((phrase.name, phrase.version), phrase) != phrase:
        found.append(
            f"Two templates are called {phrase.name}, version {phrase.version}: give the new one a new version."
        )
    if found:
        raise NotFit(found)
    _phrases[phrase.name, phrase.version] = phrase
    _newest[phrase.name] = max(phrase.version, _newest.get(phrase.name, 0))
    return phrase


def declared() -> list[Phrase]:
    """The newest version of each."""
    return [_phrases[name, version] for name, version in sorted(_newest.items())]


def phrase(name: str, version: int | None = None) -> Phrase:
    """That version, or the newest. One that nobody declares raises KeyError."""
    return _phrases[name, _newest[name] if version is None else version]


def problems(phrase: Phrase) -> list[str]:
    """Everything wrong with a template, in sentences; nothing when it may be used."""
    return [
        f"{'Welsh' if language == 'cy' else 'English'}: {problem}"
        for language in LANGUAGES
        for problem in _problems(phrase.words(language), phrase.longest)
    ]


def _problems(words: str, longest: Mapping[str, str]) -> list[str]:
    asked = places(words)
    if not words.strip():
        return ["It says nothing."]
    if any(not place.isidentifier() for place in asked):
        return ["A value stands in braces, by its name alone: {name}."]
    if missing := sorted(set(asked) - set(longest)):
        return [f"Say how long {', '.join(missing)} can be."]
    return unfit(words.format_map(longest), greeted=longest.get(GREETED, ""), strict=True)


def places(words: str) -> list[str]:
    """The names in braces. One with a dot, a format or no end comes back as a name that is none."""
    try:
        found = [(place, shape, turn) for _, place, shape, turn in Formatter().parse(words) if place is not None]
    except ValueError:
        return ["{"]
    return [place if not shape and not turn else f"{place}:" for place, shape, turn in found]


def unfit(text: str, *, greeted: str = "", strict: bool = False) -> list[str]:
    """Why a text may not be sent: private words, too long, or (strict) letters that cost twice."""
    found = []
    if private := private_in_text(text, greeted=greeted):
        found.append(f"A text must not say: {', '.join(private)}.")
    size = measure(text)
    if size.segments > MOST_SEGMENTS:
        found.append(f"It is {size.segments} texts long; {MOST_SEGMENTS} is the most.")
    if strict and size.costly:
        found.append(f"These letters make a text cost twice: {' '.join(size.costly)}")
    return found


def preview(phrase: Phrase, language: str) -> tuple[str, Measure]:
    """The text with its longest values, and what it costs."""
    text = phrase.words(language).format_map(phrase.longest)
    return text, measure(text)


def render(phrase: Phrase, language: str, values: Mapping[str, str]) -> str:
    """The words as they go out, in plain letters where that is possible. A missing value raises NotFit."""
    words = phrase.words(language)
    if missing := sorted(place for place in places(words) if not str(values.get(place, "")).strip()):
        raise NotFit([f"A value is missing: {', '.join(missing)}."])
    tidy = {name: clean(str(value), lines=False).strip() for name, value in values.items()}
    return plain(words.format_map(tidy))


def body_of(text: Text) -> str:
    """What a promised text says; raises NotFit when it cannot be sent as it is now."""
    try:
        wanted = phrase(text.template, text.template_version)
    except KeyError:
        raise NotFit(["Its template is not known any more."]) from None
    values = text.opened_values()
    body = render(wanted, text.language, values)
    if found := unfit(body, greeted=plain(values.get(GREETED, ""))):
        raise NotFit(found)
    return body
