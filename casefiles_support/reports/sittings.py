"""What the page of a time to read shows: the plan, what may be done now, and what follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from casefiles_support import papers
from casefiles_support.models import Debrief, FollowUp, Sitting
from common.dates import LONDON, local_day
from messaging.rules.spoken import clock


@dataclass(frozen=True)
class SittingPage:
    """`may`: (URL, words) of what can be done now."""

    facts: list[tuple[str, Any]]
    may: list[tuple[str, str]]
    follow_ups: list[FollowUp]
    debriefs: list[Debrief]


def page_of(sitting: Sitting, *, user: Any, on: date) -> SittingPage:
    return SittingPage(
        facts=_facts(sitting),
        may=_may(sitting, on) if sitting.status == Sitting.Status.PLANNED else [],
        follow_ups=list(sitting.follow_ups.order_by("due_at", "pk")),
        debriefs=list(sitting.debriefs.select_related("supporter__login", "supporter__mentor__person").order_by("pk")),
    )


def when(sitting: Sitting) -> str:
    """“Tuesday 24 November, 10am”."""
    starts = sitting.starts_at.astimezone(LONDON)
    return f"{starts:%A %-d %B}, {clock(starts)}"


def _facts(sitting: Sitting) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [
        ("When", when(sitting)),
        ("How long", f"{sitting.minutes} minutes"),
        ("Where", sitting.get_where_display()),
        ("With", "Nobody: alone, as they wish" if sitting.alone else "Somebody beside them"),
        ("There the day after", str(sitting.cover_next_day or "Nobody is named yet")),
        ("And the day after that", str(sitting.cover_day_after or "Nobody is named yet")),
        ("Safer custody", sitting.get_told_wing_display() or "Nobody has asked yet"),
    ]
    if sitting.own_choice:
        rows.append(("Whose choice", "Theirs: they want this time"))
    if sitting.afterwards:
        rows.append(("Afterwards", sitting.afterwards))
    if sitting.light_before:
        rows.append(("How they were before", sitting.get_light_before_display()))
    if sitting.light_after:
        rows.append(("How they were at the end", sitting.get_light_after_display()))
    if sitting.pages_after:
        rows.append(("Where the pages were that night", sitting.get_pages_after_display()))
    if sitting.note:
        rows.append(("Note", sitting.note))
    return rows


def _may(sitting: Sitting, on: date) -> list[tuple[str, str]]:
    names = []
    if papers.is_inside(sitting.journey.person):
        if not sitting.told_wing:
            names.append(("tell_wing", "Ask safer custody to look in"))
        names.append(("slip", "Print a slip for the wing"))
    if on >= local_day(sitting.starts_at):
        first = ("begin", "Begin") if not sitting.light_before else ("finish", "We have ended")
        names = [first, *names]
        if not sitting.light_before and sitting.own_choice:
            names.append(("finish", "They have read"))
    names.append(("put_off", "Put it off"))
    return [(reverse(f"casefiles_support:sittings-{name}", args=[sitting.ref]), words) for name, words in names]
