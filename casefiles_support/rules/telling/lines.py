"""One line of the timeline."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Line:
    """The day, a plain sentence, who did it, and what it means. `when`, `title` and `text` are what a page asks for."""

    when: date
    title: str
    who: str = ""
    text: str = ""


def newest_first(lines: list[Line]) -> list[Line]:
    """What happened later that day stands higher, as it was told."""
    return sorted(lines, key=lambda one: one.when)[::-1]
