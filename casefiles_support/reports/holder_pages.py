"""What the page of one holder says: nothing that leads to a person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support.models import Evaluation, Holder
from casefiles_support.rules.figures import FEW
from law.access_rules import ELSEWHERE

YES_OR_NO = {True: "Yes", False: "No", None: "We do not know"}


@dataclass(frozen=True)
class Page:
    """`said` is what people ticked, only once there are enough of them; `elsewhere` where to ask instead."""

    facts: list[tuple[str, Any]]
    checked: bool
    elsewhere: str
    said: list[tuple[str, int]]
    before: list[Holder]


def page_of(holder: Holder, *, on: date) -> Page:
    return Page(
        facts=[(label, value) for label, value in _facts(holder) if value],
        checked=holder.is_verified(on),
        elsewhere=ELSEWHERE.get(holder.regime, ""),
        said=_said(holder),
        before=list(holder.successor_of.order_by("name", "pk")),
    )


def _facts(holder: Holder) -> list[tuple[str, Any]]:
    checked = f"{holder.verified_on:%-d %B %Y}" if holder.verified_on else "Nobody has looked at it a second time"
    return [
        ("What it is", holder.get_kind_display()),
        ("Where", holder.get_nation_display()),
        ("Earlier names", holder.once_known_as),
        ("Abolished on", f"{holder.closed_on:%-d %B %Y}" if holder.closed_on else ""),
        ("Whom to ask", holder.advice),
        ("By which law", holder.get_regime_display()),
        ("Where requests go", holder.address or "Not known yet"),
        ("Last checked", checked),
        ("Email", holder.email),
        ("Telephone", holder.telephone),
        ("Where we found this", holder.source),
        ("How they usually send records", holder.habit),
        ("CLEARmark", YES_OR_NO[holder.has_clearmark]),
        ("The ICO’s commitment on care records", YES_OR_NO[holder.has_pledged]),
    ]


def _said(holder: Holder) -> list[tuple[str, int]]:
    """Counts of ten and more, out of ten and more: a smaller one could lead to somebody."""
    ticked = Evaluation.objects.filter(request__holder=holder)
    if ticked.count() < FEW:
        return []
    yes = Evaluation.Yes.YES
    asked = (
        ("They offered support", "holder_offered_support"),
        ("They explained what was covered", "holder_explained"),
        ("They kept people informed", "kept_informed"),
    )
    counts = [(words, ticked.filter(**{name: yes}).count()) for words, name in asked]
    return [(words, count) for words, count in counts if count >= FEW]
