"""Where a person’s page leads to in file support. Whether there is a journey, the page does not say."""

from typing import Any

from django.urls import reverse

from casefiles_support.permissions.journeys import can_offer_files
from people import onward
from people.models import Person

ASK = "Ask whether they would like to know about their files"


def links(user: Any, person: Person) -> list[tuple[str, str]]:
    """For those who may ask, without a query."""
    if not can_offer_files(user) or person.login_id == user.pk:
        return []
    return [(ASK, reverse("casefiles_support:offers-make", args=[person.ref]))]


def declare() -> None:
    onward.declare("files.journeys", links)
