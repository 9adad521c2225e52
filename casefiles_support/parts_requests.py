"""The requests of a journey, as its page shows them."""

from datetime import date
from typing import Any

from casefiles_support.models import AccessRequest, Journey
from casefiles_support.reports.clocks import told_of


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """`requests` with their clocks in words, the newest first; `may_begin` for whoever keeps the journey."""
    found = AccessRequest.objects.with_clock().filter(journey=journey).order_by("-opened_at", "-pk")
    keeps = Journey.objects.kept_by(user).filter(pk=journey.pk).exists()
    return {
        "requests": [(one, told_of(one, on=on)) for one in found],
        "may_begin": keeps and journey.status != Journey.Status.CLOSED,
    }
