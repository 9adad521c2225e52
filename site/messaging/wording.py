"""The words of a message. Somebody else may be holding the telephone, so they say that something waits, never what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
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
PATTERN = re.compile(rf"\b(?:{'|'.join(PRIVATE)})\b", re.IGNORECASE)
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
