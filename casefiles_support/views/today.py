"""What waits in file support: the first page, and each list of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from audit import actions as audit
from casefiles_support.models import AccessRequest
from casefiles_support.permissions.today import can_list_today, can_see_today
from casefiles_support.reports import today
from casefiles_support.reports.awaiting import late
from casefiles_support.reports.doors import doors_of
from casefiles_support.tables import today as tables
from common import listing
from common.access import allow
from common.counting import count_all
from common.dates import local_day

LATE = "late"
# The other lists by name: what stands above each, and how it is listed.
LISTS: dict[str, tuple[str, Any]] = {
    "questions": ("Questions to answer", tables.QuestionTable),
    "readings": ("Times to read this week", tables.ReadingTable),
    "follow_ups": ("Asking how people are", tables.FollowUpTable),
    "debriefs": ("Talks for whoever sat beside somebody", tables.DebriefTable),
    "unnamed": ("Who has nobody yet", tables.UnnamedTable),
    "duties": ("What is overdue", tables.DutyTable),
}


@allow(can_see_today)
def index(request: HttpRequest) -> HttpResponse:
    """Each role has its part of the page."""
    user: Any = request.user
    now = timezone.now()
    context: dict[str, Any] = {"today": local_day(now), "doors": doors_of(user)}
    shown: list[str] = []
    if user.has_role(Role.FILE_SUPPORTER):
        context["mine"] = mine = today.today_of(user, now=now)
        context["more"] = _more(user, now)
        shown += mine.refs
    if user.has_role(Role.PEER_MENTOR):
        context["alongside"] = alongside = today.alongside_of(user, now=now)
        shown += [one.ref for one in alongside]
    if user.has_role(Role.SAFEGUARDING_LEAD):
        context["holds"] = holds = today.first_holds(user, now=now)
        shown += [one.ref for one in holds]
    if today.sees_whole(user):
        context["whole"] = count_all(today.counted(now=now), beside=User.objects.filter(pk=user.pk))
        context["late"] = late(AccessRequest.objects.all(), on=local_day(now))
    if shown:
        audit.looked(verb="files.today.listed", by=user, at=now, shown=shown)
    return render(request, "casefiles_support/today/index.html", context)


def _more(user: Any, now: Any) -> list[tuple[str, str, int]]:
    """(list, its words, how many) of those that the page does not show itself."""
    lists = today.lists_of(user, now=now)
    names = ("follow_ups", "debriefs", "duties")
    counts = count_all({name: lists[name] for name in names}, beside=User.objects.filter(pk=user.pk))
    return [(name, LISTS[name][0], counts[name]) for name in names if counts[name]]


@allow(can_list_today)
def show(request: HttpRequest, name: str) -> HttpResponseBase:
    """One list, in pages."""
    if name not in LISTS:
        raise Http404
    title, table = LISTS[name]
    return _listed(request, name, title, table, today.lists_of(request.user, now=timezone.now())[name])


@allow(can_list_today)
def late_holders(request: HttpRequest) -> HttpResponseBase:
    """Who is late is worked out, not stored: the list is of those that were found to be."""
    mine = today.requests_of(request.user)
    there = [one.request.pk for one in late(mine, on=local_day(timezone.now()))]
    rows = mine.filter(pk__in=there).select_related("holder", "journey__person")
    return _listed(request, LATE, "Who is late", tables.LateTable, rows)


def _listed(request: HttpRequest, name: str, title: str, table: Any, rows: Any) -> HttpResponseBase:
    found = listing.build(request, table=table, queryset=rows, name=name)
    audit.looked(verb="files.today.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "casefiles_support/today/show.html", {"listing": found, "title": title})
