"""What people send by the public forms, as a browser sends it."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from pages import unwanted

YES = {"said_yes": "spoken", "agreed_on_0": "14", "agreed_on_1": "11", "agreed_on_2": "2026", "who": "family"}
SAID: dict[str, dict[str, Any]] = {
    "ask": {"name": "Wren", "reach": "inside", "prison": "HMP Leeds", "prison_number": "A1234BC", "words": "To talk"},
    "refer": {"name": "Ann", "reach": "email", "email": "ann@example.org", "them": "Wren", "words": "A visit", **YES},
    "mentor": {"name": "Kit", "reach": "phone", "phone": "07700 900123", "phone_says": ["text"], "town": "York"},
    "files": {"name": "Robin", "reach": "letter", "address": "1 High Street", "council": "Leeds"},
    "training": {"name": "Ash", "reach": "email", "email": "ash@example.org", "where": "Leeds", "job": "Governor"},
}


def form(kind: str = "ask", *, ago: float = 60, **said: Any) -> dict[str, Any]:
    """`ago`: how many seconds the page has been open."""
    opened = unwanted.stamp(timezone.now() - timedelta(seconds=ago))
    return {"key": f"{kind}1", "opened": opened, **SAID[kind], **said}


def page(kind: str = "ask") -> str:
    return reverse("pages:hand_overs-send", args=[kind])
