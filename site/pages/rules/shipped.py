"""How a page that comes with Alongside is written down."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shipped:
    """`key` names it for ever; `model` is a page model's name; `under` is the key of its parent, "" for the root.

    In the body, a block {"type": "doors", "value": [keys]} becomes cards that lead to those pages.
    """

    key: str
    model: str
    under: str
    slug: str
    title: str
    tab: str
    summary: str
    body: list[Block] = field(default_factory=list)
    sources: list[Block] = field(default_factory=list)
    nation: str = ""
    in_short: str = ""
    # When the facts were last checked, and when they are due again.
    checked_on: date = date(2026, 11, 20)
    review_by: date = date(2027, 5, 20)
