"""Writing down what happened to a request, and putting it right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support import loading_requests as loaded
from casefiles_support.actions import facts
from casefiles_support.forms.facts import FactForm, PutRightForm
from casefiles_support.permissions.requests import can_keep_requests
from casefiles_support.sending import send
from common import answers
from common.access import allow
from common.dates import local_day

PAGE = "casefiles_support:requests-page"


@allow(can_keep_requests)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """To the request of this ref."""
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    form = FactForm(request.POST or None, initial={"on": local_day(now)})
    if send(request, form, facts.add, request=found, at=now):
        messages.success(request, "Written down. The dates are worked out again.")
        return redirect(PAGE, ref=ref)
    return answers.page(request, "casefiles_support/facts/add.html", {"form": form, "record": found})


@allow(can_keep_requests)
def put_right(request: HttpRequest, ref: str) -> HttpResponse:
    """The fact of this ref was wrong. It stays, and another says how it was."""
    now = timezone.now()
    fact = loaded.kept_fact(ref=ref, by=request.user, at=now)
    form = PutRightForm(
        request.POST or None,
        initial={"kind": fact.kind, "on": fact.on, "basis": fact.basis, "reason": fact.reason},
    )
    if send(request, form, facts.put_right, fact=fact, at=now):
        messages.success(request, "Put right. The dates are worked out again.")
        return redirect(PAGE, ref=fact.request.ref)
    return answers.page(request, "casefiles_support/facts/put_right.html", {"form": form, "fact": fact})
