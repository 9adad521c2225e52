"""In which languages a module can be read, and what is to be known of each. For the pages of learners."""

from dataclasses import dataclass
from typing import Any

from training.models import ModuleVersion
from training.rules import languages as rules


@dataclass(frozen=True)
class Choice:
    """The newest version in one language, its language's name, and what its reader is told beforehand."""

    version: ModuleVersion
    language: str
    notes: list[str]


def choices(module_key: Any) -> list[Choice]:
    """English first. One query."""
    found = list(ModuleVersion.objects.newest().filter(module_key=module_key))
    newest = next((one.number for one in found if one.language == rules.ENGLISH), None)
    return [
        Choice(
            one, rules.NAMES.get(one.language, one.language),
            rules.notes(one.plain, language=one.language, newest=newest),
        )
        for one in sorted(found, key=lambda one: (one.language != rules.ENGLISH, one.language))
    ]  # fmt: skip


def newest_english(module_key: Any) -> int | None:
    numbers = ModuleVersion.objects.filter(module_key=module_key, language=rules.ENGLISH)
    return numbers.order_by("-number").values_list("number", flat=True).first()
