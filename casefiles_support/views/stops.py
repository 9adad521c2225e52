"""The end of a request: stopped, closed, opened again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support import loading_requests as loaded
from casefiles_support.actions import stops
from casefiles_support.forms.facts import CloseForm, YesForm
from casefiles_support.permissions.requests import can_keep_requests, can_see_requests
from casefiles_support.sending import send
from common import answers
from common.access import allow

SAID = {"withdrawn": "It is stopped.", "closed": "It is closed. It is kept."}


@allow(can_see_requests)
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """The person stops it, or whoever keeps the journey does as they were asked."""
    template = "casefiles_support/stops/withdraw.html"
    return _ended(request, ref, YesForm, stops.withdraw, loaded.decided_request, template)


@allow(can_keep_requests)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    return _ended(request, ref, CloseForm, stops.close, loaded.kept_request, "casefiles_support/stops/close.html")


@allow(can_keep_requests)
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    return _ended(request, ref, YesForm, stops.reopen, loaded.kept_request, "casefiles_support/stops/reopen.html")


def _ended(request: HttpRequest, ref: str, kind: Any, action: Any, load: Any, template: str) -> HttpResponse:
    now = timezone.now()
    found = load(ref=ref, by=request.user, at=now)
    form = kind(request.POST if request.method == "POST" else None)
    if done := send(request, form, action, request=found, at=now):
        messages.success(request, SAID.get(done.status, "It is open again."))
        return redirect("casefiles_support:requests-page", ref=ref)
    return answers.page(request, template, {"form": form, "record": found})
