"""Who walks alongside whom."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow, demand
from common.dates import local_day
from common.forms import HouseForm
from mentoring.actions import matches as actions
from mentoring.filters.matches import MatchFilter
from mentoring.models import Match, Mentor, Session
from mentoring.permissions.matches import can_make_matches, can_make_matches_for, can_see_matches
from mentoring.permissions.sessions import can_see_all_sessions
from mentoring.reports import matches as reports
from mentoring.reports import suggestions
from mentoring.tables.matches import MatchTable
from people import loading as people
from people.models import Person

# What staff may do next, by where the match stands: the page and its words, the likeliest first.
NEXT_STEPS: dict[str, list[tuple[str, str]]] = {
    Match.Status.SUGGESTED: [
        ("mentoring:match_steps-yes", "Write down the mentor’s yes"),
        ("mentoring:match_steps-no", "Write down a no"),
    ],
    Match.Status.MENTOR_AGREED: [
        ("mentoring:match_steps-yes", "Write down the person’s yes"),
        ("mentoring:match_steps-no", "Write down a no"),
    ],
    Match.Status.PERSON_AGREED: [
        ("mentoring:match_steps-approve", "Approve"),
        ("mentoring:match_steps-no", "Write down a no"),
    ],
    Match.Status.APPROVED: [
        ("mentoring:match_steps-begin", "Begin"),
        ("mentoring:match_steps-no", "Write down a no"),
    ],
    Match.Status.ACTIVE: [("mentoring:match_steps-pause", "Let it wait")],
    Match.Status.PAUSED: [("mentoring:match_steps-resume", "Take it up again")],
}


@allow(can_see_all_sessions)
def index(request: HttpRequest) -> HttpResponseBase:
    matches = Match.objects.visible_to(request.user).select_related("mentor__person", "person")
    found = listing.build(request, table=MatchTable, queryset=matches, filterset=MatchFilter, name="matches")
    audit.looked(verb="mentoring.match.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/matches/index.html", {"listing": found})


@allow(can_see_matches)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    match = Match.objects.visible_to(request.user).filter(ref=ref).select_related("mentor__person", "person").first()
    if match is None:
        raise Http404
    audit.looked(verb="mentoring.match.opened", by=request.user, at=timezone.now(), subject=match, about=match.person)
    sessions = Session.objects.visible_to(request.user).filter(attendance__match=match).order_by("-started_at", "-pk")
    ahead = reports.ahead(match, user=request.user, on=local_day(timezone.now()))
    context = {"match": match, "ahead": ahead, "sessions": sessions[:10], "steps": [], "next_steps": []}
    if can_make_matches(request.user) and request.user.pk not in (match.mentor.person.login_id, match.person.login_id):
        context["steps"] = match.steps.select_related("made_by").order_by("pk")
        context["next_steps"] = NEXT_STEPS.get(match.status, [])
    return render(request, "mentoring/matches/detail.html", context)


@allow(can_make_matches)
def find(request: HttpRequest, ref: str) -> HttpResponse:
    """Find a mentor for somebody: the best first, each with the reasons."""
    now = timezone.now()
    person = _person(request, ref, now)
    found = suggestions.for_person(person, user=request.user, on=local_day(now))
    return render(request, "mentoring/matches/find.html", {"person": person, "found": found})


@allow(can_make_matches)
def suggest(request: HttpRequest, ref: str, mentor_ref: str) -> HttpResponse:
    now = timezone.now()
    person = _person(request, ref, now)
    mentor = get_object_or_404(Mentor.objects.visible_to(request.user).select_related("person"), ref=mentor_ref)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        match = answers.attempt(form, actions.suggest, mentor=mentor, person=person, by=request.user, at=now)
        if match:
            messages.success(request, "Suggested. Now the mentor is asked.")
            return redirect("mentoring:matches-detail", ref=match.ref)
    return answers.page(request, "mentoring/matches/suggest.html", {"form": form, "person": person, "mentor": mentor})


def _person(request: HttpRequest, ref: str, now: datetime) -> Person:
    person = people.person(ref=ref, by=request.user, at=now)
    demand(can_make_matches_for(request.user, person))
    return person
