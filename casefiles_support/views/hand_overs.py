"""Beginning somebody's way to their file from what they wrote, by the coordinator who has taken it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support.actions import hand_overs
from casefiles_support.forms.hand_overs import WayForm
from casefiles_support.handing import initial
from casefiles_support.permissions.hand_overs import can_begin_ways
from common import answers
from common.access import allow
from common.dates import local_day
from mentoring.models import teams_of
from pages import opening
from pages.models import HandOver
from places.models import Team


@allow(can_begin_ways)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    found = opening.taken(ref=ref, kinds=(HandOver.Kind.FILES,), by=request.user, at=now)
    if found.became:
        return redirect(found.became)
    teams = Team.objects.filter(pk__in=teams_of(request.user)).order_by("name")
    form = WayForm(request.POST or None, user=request.user, teams=teams, today=local_day(now), initial=initial(found))
    if form.is_bound and form.is_valid():
        told = {"hand_over": found, "known": form.known, "details": form.details()}
        if made := answers.attempt(form, hand_overs.begin, **told, by=request.user, at=now):
            messages.success(request, "Begun. Now say who will be beside them.")
            return redirect("people:persons-detail", made.person.ref)
    context = {"form": form, "record": found}
    return answers.page(request, "casefiles_support/hand_overs/begin.html", context)
