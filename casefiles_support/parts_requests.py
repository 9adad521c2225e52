"""The requests of a journey, as its page shows them."""

from datetime import date
from typing import Any

from casefiles_support.models import Journey
from casefiles_support.reports.standing import requests_of


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """`requests` with their clocks in words, the open ones first; `may_begin` for whoever keeps the journey."""
    return {"requests": requests_of(journey, on), **ways_on(journey, user)}


def ways_on(journey: Journey, user: Any) -> dict[str, Any]:
    """The same without the requests, for a page that has them already."""
    keeps = Journey.objects.kept_by(user).filter(pk=journey.pk).exists()
    return {"may_begin": keeps and journey.status != Journey.Status.CLOSED, "open_each": True}
