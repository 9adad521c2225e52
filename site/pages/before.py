"""What else there is to know before a page is published. Other floors say it of their own pages: they declare a
question, and the page about a draft (views/reviews.py) asks it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision


@dataclass(frozen=True)
class Section:
    """A heading, and sentences below it. `warns` where they should not be overlooked."""

    title: str
    lines: Sequence[str]
    warns: bool = False


Question = Callable[[Any, Revision], Sequence[Section]]
_questions: dict[str, Question] = {}


def declare(name: str, question: Question) -> None:
    """`question` is told the page and its draft, and answers nothing where it is not about such a page."""
    _questions[name] = question


def sections(page: Any, draft: Revision) -> Iterator[Section]:
    for name in sorted(_questions):
        yield from _questions[name](page, draft)
