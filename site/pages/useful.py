"""How useful readers found each page, in two queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from wagtail.models import Page

from pages.models import Feedback
from pages.rules.feedback import Usefulness, shown, usefulness

MOST = 200  # pages, those with the most answers first


@dataclass(frozen=True, slots=True)
class PageFeedback:
    title: str
    key: int
    said: Usefulness
    reasons: list[tuple[str, str]]


def rows() -> list[PageFeedback]:
    reasons = {f"n_{code}": Count("pk", filter=Q(reason=code)) for code in Feedback.Reason.values}
    counted = Feedback.objects.values("page").annotate(n=Count("pk"), yes=Count("pk", filter=Q(useful=True)), **reasons)
    found: list[Any] = list(counted.order_by("-n", "page")[:MOST])
    titles = dict(Page.objects.filter(pk__in=[row["page"] for row in found]).values_list("pk", "title"))
    return [
        PageFeedback(
            title=titles[row["page"]],
            key=row["page"],
            said=usefulness(answers=row["n"], yes=row["yes"]),
            reasons=[(str(label), shown(row[f"n_{code}"])) for code, label in Feedback.Reason.choices],
        )
        for row in found
        if row["page"] in titles
    ]
