"""What one user sees of something that was asked, and what they may do with it now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentoring.models import AdvocacyIssue
from mentoring.permissions.advocacy import can_ask_on_behalf
from mentoring.rules.advocacy import HOOKS, STILL_WAITING, Hook
from people.models import Person


@dataclass(frozen=True)
class Page:
    """`may` are the verbs that make sense now; `history` is ready for {% timeline %}."""

    hook: Hook
    overdue: bool
    permitted: bool
    may: frozenset[str]
    history: list[dict[str, Any]]
    facts: list[tuple[str, Any]]


def page_of(issue: AdvocacyIssue, *, user: Any, on: date) -> Page:
    permitted = issue.permission_taken_back_at is None
    may = set()
    if can_ask_on_behalf(user) and not issue.is_closed:
        may = {"close"}
        if issue.status in STILL_WAITING:
            may |= {"answer"} | ({"chase"} if permitted else set())
        if permitted:
            may |= {"escalate", "take_back"}
    return Page(
        hook=HOOKS[issue.hook],
        overdue=issue.is_overdue(on),
        permitted=permitted,
        may=frozenset(may),
        history=[
            {
                "when": event.on,
                "title": event.get_kind_display(),
                "who": event.written_by.display_name,
                "text": event.text,
            }
            for event in issue.events.all()
        ],
        facts=_facts(issue),
    )


def _facts(issue: AdvocacyIssue) -> list[tuple[str, Any]]:
    return [
        ("Who was asked", issue.who),
        ("Asked on", f"{issue.asked_on:%-d %B %Y}"),
        ("Answer due, or look again", f"{issue.answer_by:%-d %B %Y}"),
        ("They said yes", f"{issue.permission_on:%-d %B %Y}, {issue.get_permission_how_display().lower()}"),
    ]


def asked_for(person: Person, *, user: Any) -> list[AdvocacyIssue]:
    """Everything asked for one person that this user may see, what is unfinished first."""
    found = AdvocacyIssue.objects.visible_to(user).filter(person=person).order_by("-asked_on", "-pk")
    return sorted(found, key=lambda issue: issue.is_closed)
