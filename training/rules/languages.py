"""A module in Welsh beside the English: which English version it says, and whether somebody fluent has read it.

Both keep the same ids for the same blocks, so what somebody read in one is read in the other.
"""

from collections.abc import Mapping
from typing import Any

ENGLISH = "en-gb"
NAMES = {ENGLISH: "English", "cy": "Welsh"}
Content = Mapping[str, Any]


def is_translation(content: Content) -> bool:
    return "translation" in content


def follows(content: Content) -> int | None:
    """The number of the English version that it says."""
    found: int | None = content.get("translation", {}).get("follows")
    return found


def behind(content: Content, *, newest: int | None) -> bool:
    """Whether the English has gone on since."""
    held = follows(content)
    return is_translation(content) and newest is not None and (held or 0) < newest


def notes(content: Content, *, language: str, newest: int | None) -> list[str]:
    """What a reader is told of a translation, in English; empty for the English itself, and where all is well."""
    if not is_translation(content):
        return []
    name, said = NAMES.get(language, language), []
    if behind(content, newest=newest):
        said.append(
            f"The {name} is behind version {newest} of the English. It says what version {follows(content)} said."
        )
    if not content["translation"].get("fluent"):
        said.append(f"Nobody fluent in {name} has checked it yet. If something sounds wrong, trust the English.")
    return said


def why_not_follow(*, number: int | None, newest: int | None) -> str:
    """A reason why a translation may not be published as saying this version; "" when it may."""
    if newest is None:
        return "Publish the English first."
    if number is None:
        return "Say which English version it follows."
    return "" if 1 <= number <= newest else f"The English has versions 1 to {newest}."


def why_not_switch(*, same_module: bool, same_language: bool, finished: bool, test_is_open: bool) -> list[str]:
    """Reasons why somebody who is mid-way may not go on in another language."""
    reasons = [] if same_module else ["Choose a version of the same module."]
    if same_language:
        reasons.append("You are reading it in this language.")
    if finished:
        reasons.append("This module is finished. You may still read it in the other language.")
    if test_is_open:
        reasons.append("A test is open. Hand it in first.")
    return reasons
