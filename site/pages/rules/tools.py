"""Tools that others may take and change: their licences, and what makes a version of one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Part = dict[str, Any]

# The code, its name, where it stands, what it means in a sentence.
LICENCES = {
    "ogl": (
        "Open Government Licence 3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "You may copy it, share it and change it, also for money. Say where it is from.",
    ),
    "ccby": (
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "You may copy it, share it and change it, also for money. Say where it is from and what you changed.",
    ),
    "ccbysa": (
        "Creative Commons Attribution-ShareAlike 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "You may copy it, share it and change it. Say where it is from, and let others do the same with yours.",
    ),
}
OWNER = "The Care Leavers’ Association"
UNREAD_TOOL = "The law in it has not been read by a lawyer yet. Ask one before you rely on it."


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    address: str
    says: str


def licence(code: str) -> Licence:
    """Raises KeyError for one that we do not know."""
    return Licence(*LICENCES[code])


def cells_of(row: str, *, width: int = 0) -> list[str]:
    """The cells of a row that was typed with | between them; of exactly `width`, where one is given."""
    cells = [cell.strip() for cell in row.split("|")]
    return (cells + [""] * width)[:width] if width else cells


def canonical(content: Mapping[str, Any]) -> str:
    """Equal contents have equal texts, however they were put together."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()
