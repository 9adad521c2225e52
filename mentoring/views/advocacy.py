"""Asking for something on a person’s behalf, and following it to its end."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from common.transitions import Stale
from mentoring import loading_endings as loading
from mentoring import loading_plans
from mentoring.actions import advocacy, carrying_on
from mentoring.filters.advocacy import AdvocacyFilter
from mentoring.forms.advocacy import AnswerForm, ChaseForm, CloseForm, EscalateForm, OpenForm, TakeBackForm
from mentoring.forms.goals import AskForm
from mentoring.models import AdvocacyIssue
from mentoring.permissions.advocacy import can_ask_on_behalf, can_see_advocacy
from mentoring.reaching import contact_posts
from mentoring.reports.advocacy import page_of
from mentoring.rules.advocacy import HOOKS, LOOK_AGAIN
from mentoring.sending import send
from mentoring.tables.advocacy import AdvocacyTable


@allow(can_see_advocacy)
def index(request: HttpRequest) -> HttpResponseBase:
    """What waits for an answer, the longest overdue first."""
    now = timezone.now()
    found = listing.build(
        request,
        table=AdvocacyTable.told(today=local_day(now)),
        queryset=AdvocacyIssue.objects.visible_to(request.user).select_related("person"),
        filterset=AdvocacyFilter,
        name="advocacy",
    )
    audit.looked(verb="mentoring.advocacy.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "mentoring/advocacy/index.html", {"listing": found})


@allow(can_ask_on_behalf)
def open_(request: HttpRequest, ref: str) -> HttpResponse:
    """For the person of the match of this ref."""
    now = timezone.now()
    match = loading_plans.match(ref=ref, by=request.user, at=now)
    posts = contact_posts(match.person)
    form = OpenForm(request.POST or None, posts=posts, initial={"asked_on": local_day(now)})
    if issue := send(request, form, advocacy.open_issue, match=match, at=now):
        messages.success(request, "Written down. We will remind the team when an answer is due.")
        return redirect("mentoring:advocacy-detail", ref=issue.ref)
    return answers.page(
        request, "mentoring/advocacy/open.html", {"form": form, "match": match, "hooks": HOOKS.values()}
    )


@allow(can_see_advocacy)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    issue = loading.issue(ref=ref, by=request.user, at=now)
    context = {"issue": issue, "page": page_of(issue, user=request.user, on=local_day(now))}
    return render(request, "mentoring/advocacy/detail.html", context)


@allow(can_ask_on_behalf)
def chase(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, ChaseForm, advocacy.chase, "mentoring/advocacy/chase.html")


@allow(can_ask_on_behalf)
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, AnswerForm, advocacy.answer, "mentoring/advocacy/answer.html")


@allow(can_ask_on_behalf)
def escalate(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, EscalateForm, advocacy.escalate, "mentoring/advocacy/escalate.html")


@allow(can_ask_on_behalf)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, CloseForm, advocacy.close, "mentoring/advocacy/close.html")


@allow(can_ask_on_behalf)
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, TakeBackForm, advocacy.take_back, "mentoring/advocacy/take_back.html")


@allow(can_ask_on_behalf)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """May their next mentor see it?"""
    now = timezone.now()
    issue = loading.issue(ref=ref, by=request.user, at=now)
    form = AskForm(request.POST or None, initial={"answer": issue.carries_on})
    if send(request, form, carrying_on.ask, record=issue, at=now):
        messages.success(request, "Written down. They can change their mind.")
        return redirect("mentoring:advocacy-detail", ref=ref)
    return answers.page(request, "mentoring/advocacy/ask.html", {"form": form, "issue": issue})


def _step(
    request: HttpRequest, ref: str, kind: type[HouseForm], action: Callable[..., Any], template: str
) -> HttpResponse:
    """One step. Somebody who was first is not written over: the page says so, with how it stands now."""
    now = timezone.now()
    issue = loading.issue(ref=ref, by=request.user, at=now)
    today = local_day(now)
    initial = {"on": today, "seen": issue.version, "answer_by": today + LOOK_AGAIN, "hook": issue.hook}
    form = kind(request.POST or None, initial=initial)
    try:
        done = send(request, form, action, issue=issue, at=now)
    except Stale:
        messages.warning(request, "Somebody else was here first. This is how it stands now; nothing of yours was kept.")
        return redirect("mentoring:advocacy-detail", ref=ref)
    if done:
        messages.success(request, "Written down.")
        return redirect("mentoring:advocacy-detail", ref=ref)
    return answers.page(request, template, {"form": form, "issue": issue})
