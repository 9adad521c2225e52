"""Requests to holders: begun, looked at, changed, passed on."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casefiles_support import loading
from casefiles_support import loading_requests as loaded
from casefiles_support.actions import requests
from casefiles_support.actions.requests import Wish
from casefiles_support.forms.requests import AmendForm, AuthoriseForm, BeginForm, PaperOnlyForm, PassOnForm
from casefiles_support.models import AccessRequest
from casefiles_support.parts_requests import part_of
from casefiles_support.permissions.requests import can_keep_requests, can_see_requests
from casefiles_support.reports.elsewhere import wish_for
from casefiles_support.reports.requests import page_of
from casefiles_support.sending import send
from common import answers
from common.access import allow
from common.dates import local_day
from common.transitions import Stale

PAGE = "casefiles_support:requests-page"


@require_safe
@allow(can_see_requests)
def index(request: HttpRequest, ref: str) -> HttpResponse:
    """The requests of one journey."""
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    part = part_of(journey, request.user, local_day(now))
    return render(request, "casefiles_support/requests/index.html", {"journey": journey, **part})


@allow(can_keep_requests)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """For the journey of this ref; `about` something that another holder does not have."""
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    initial = wish_for(journey, request.GET.get("about", ""), by=request.user)
    form = BeginForm(request.POST or None, initial=initial)
    if made := send(request, form, requests.begin, journey=journey, at=now):
        messages.success(request, "Begun. The letter comes next.")
        return redirect(PAGE, ref=made.ref)
    return answers.page(request, "casefiles_support/requests/begin.html", {"form": form, "journey": journey})


@require_safe
@allow(can_see_requests)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """Where it is, by when they must answer, and how we worked that out."""
    now = timezone.now()
    found = loaded.decided_request(ref=ref, by=request.user, at=now)
    told = page_of(found, user=request.user, on=local_day(now))
    return render(request, "casefiles_support/requests/page.html", {"record": found, "page": told})


@allow(can_keep_requests)
def amend(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    initial = {name: getattr(found, name) for name in Wish.__dataclass_fields__} | {"version": found.version}
    return _changed(
        request,
        found,
        AmendForm(request.POST or None, initial=initial),
        requests.amend,
        "casefiles_support/requests/amend.html",
        now,
    )


@allow(can_keep_requests)
def authorise(request: HttpRequest, ref: str) -> HttpResponse:
    """A governor allowed something other than paper."""
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    form = AuthoriseForm(request.POST or None, initial={"version": found.version})
    return _changed(request, found, form, requests.authorise, "casefiles_support/requests/authorise.html", now)


@require_POST
@allow(can_keep_requests)
def paper_only(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    form = PaperOnlyForm(request.POST or None)
    return _changed(request, found, form, requests.paper_only, "casefiles_support/requests/paper_only.html", now)


@allow(can_keep_requests)
def pass_on(request: HttpRequest, ref: str) -> HttpResponse:
    """The holder passed it on to another, who gets a request with a time of its own."""
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    form = PassOnForm(request.POST or None, initial={"on": local_day(now)})
    if made := send(request, form, requests.pass_on, request=found, at=now):
        messages.success(request, "Written down. The other holder has a request of its own now.")
        return redirect(PAGE, ref=made.ref)
    return answers.page(request, "casefiles_support/requests/pass_on.html", {"form": form, "record": found})


def _changed(
    request: HttpRequest, found: AccessRequest, form: Any, action: Any, template: str, now: Any
) -> HttpResponse:
    """One change, by somebody who saw how it stands. Whoever is second sees both versions."""
    try:
        if send(request, form, action, request=found, at=now):
            messages.success(request, "Saved.")
            return redirect(PAGE, ref=found.ref)
    except Stale as stale:
        return answers.conflict(request, form, stale, back=reverse(PAGE, args=[found.ref]))
    return answers.page(request, template, {"form": form, "record": found})
