"""The words of a message. Somebody else may be holding the telephone, so they say that something waits, never what."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic
from typing import Any

from django.template import Context
from django.template.loader import get_template

from common.text import clean

# Words that tell a stranger what kind of place Alongside is, or what somebody lives with. Whole words, so that Carey,
# Courtney and Harmony may be greeted.
PRIVATE = (
    r"prison\w*", r"jail\w*", "gaol", r"custod\w*", "hmps?", "yoi", "cells?", r"releas\w*", r"sentenc\w*", "probation",
    "parole", "licence", r"offen[cd]\w*", "crimes?", r"criminal\w*", r"convict\w*", "courts?", "police", r"arrest\w*",
    "care", "cared", "carers?", "leavers?", r"foster(?:ed|ing)", r"adopt(?:ed|ion)", "social (?:workers?|services)",
    r"safeguard\w*", r"concern(?:s|ed|ing)?", r"harm(?:s|ed|ing|ful)?", r"abus\w*", r"suicid\w*", "drugs?",
    r"alcohol\w*", r"addict\w*", r"medic(?:al|ation|ine)", "mental", "health", "hospitals?", r"diagnos\w*",
    r"pregnan\w*", "benefits?", r"homeless\w*", "mentees?",
)  # fmt: skip
# In a text message besides, and the same in Welsh.
PRIVATE_IN_TEXTS = (
    *PRIVATE, "files?", "records?", r"address(?:es)?", "mentors?", r"remand\w*", "tag", "curfew", "inside", "wing",
    r"n?g?h?c?archar\w*", r"charchar\w*", r"n?g?ofal(?:wyr|wr)?", r"[dt]h?rosedd\w*", r"ll?ys(?:oedd)?", "heddlu",
    r"(?:p|b|ph)rawf", r"dd?alfa", "rh?yddhau", r"(?:t|d|th)rwydded\w*", r"euogfarn\w*", r"ffeil(?:iau)?",
    r"n?g?h?c?yfeiriad(?:au)?", r"m?f?aethu", r"(?:c|g|ch)yffuriau", "iechyd", "ysbyty", r"[mf]entor\w*", "digartref",
    "budd-dal", "dd?iogelu", r"carcharor\w*",
)  # fmt: skip
PATTERN = re.compile(rf"\b(?:{'|'.join(PRIVATE)})\b", re.IGNORECASE)
TEXT_PATTERN = re.compile(rf"\b(?:{'|'.join(PRIVATE_IN_TEXTS)})\b", re.IGNORECASE)
NAMES_LAST = 60  # seconds for which names of places are remembered
LINK = re.compile(r"https?://\S+")
SUBJECT = "Subject: "
# For whoever needs no words of their own. Takes `link`.
SOMETHING_WAITS = "messages/messaging/something_waits.txt"


class NotNeutral(ValueError):
    """A message would give somebody away. It names the words, which come from our own templates."""


@dataclass(frozen=True)
class Words:
    subject: str
    text: str


def private_words(text: str) -> list[str]:
    """The words in `text` that give somebody away; links are looked past (they hold refs and tokens only)."""
    return PATTERN.findall(LINK.sub("", text))


_names: dict[str, Callable[[], Iterable[str]]] = {}
_known: dict[str, Any] = {"until": 0.0, "names": ()}


def names_from(source: str, names: Callable[[], Iterable[str]]) -> None:
    """Declare names that no text may say: of places, projects, organisations. Asked once a minute in each process."""
    _names[source] = names
    forget_names()


def forget_names() -> None:
    _known["until"] = 0.0


def private_in_text(text: str, *, greeted: str = "") -> list[str]:
    """The words in a text message that give somebody away, each once: the list above, and names of places.

    `greeted` is the first name of whoever it is for, and is looked past where it stands first.
    """
    said = LINK.sub("", text)
    said = re.sub(rf"\b{re.escape(greeted)}\b", "", said, count=1) if greeted else said
    found = TEXT_PATTERN.findall(said)
    if names := _names_pattern(_names_now()):
        found += names.findall(said)
    return list(dict.fromkeys(found))


def _names_now() -> tuple[str, ...]:
    if monotonic() >= _known["until"]:
        names = {name.strip() for source in _names.values() for name in source()}
        _known.update(names=tuple(sorted(filter(None, names))), until=monotonic() + NAMES_LAST)
    return _known["names"]


@lru_cache(maxsize=4)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Names as they are written: a place may be called Send or Ford, and nobody may be forbidden to send."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None


def checked(words: Words, *, greeted: str = "") -> Words:
    """`words`, cleaned; raises NotNeutral when they would give somebody away.

    `greeted` is the name of whoever reads it, and is looked past: no message may fail because of what they are called.
    """
    said = f"{words.subject}\n{words.text}"
    found = private_words(said.replace(greeted, "") if greeted else said)
    if found:
        raise NotNeutral(f"a message must not say: {', '.join(sorted(set(found)))}")
    return Words(clean(words.subject, lines=False), clean(words.text))


def rendered(template: str, context: Mapping[str, Any]) -> Words:
    """Words from `messages/<app>/<name>.txt`, whose first line is “Subject: …” and whose third begins the text."""
    plain = Context(dict(context), autoescape=False)
    written = get_template(template).template  # type: ignore[attr-defined]  # Django's own, below the shared face
    first, _, rest = written.render(plain).partition("\n")
    if not first.startswith(SUBJECT):
        raise ValueError(f"{template} must begin with “{SUBJECT}”")
    return Words(first.removeprefix(SUBJECT), rest.strip() + "\n")
