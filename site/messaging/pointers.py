"""A record of an upper floor as this floor knows it: its type and its reference."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pointer:
    type: str = ""
    ref: str = ""


def pointer(record: Any) -> Pointer:
    """To a record, to nothing (None), or what is a pointer already."""
    if record is None:
        return Pointer()
    return record if isinstance(record, Pointer) else Pointer(record._meta.label_lower, record.ref)
