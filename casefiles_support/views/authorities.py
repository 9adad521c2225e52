"""What the person signed for one holder, and how they show who they are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from casefiles_support import loading_requests as loaded
from casefiles_support.actions import authorities
from casefiles_support.forms.authorities import ProofForm, SignForm
from casefiles_support.permissions.requests import can_keep_requests
from casefiles_support.sending import send
from common import answers
from common.access import allow
from common.dates import local_day
from common.transitions import NotAllowed

PAGE = "casefiles_support:requests-page"


@allow(can_keep_requests)
def sign(request: HttpRequest, ref: str) -> HttpResponse:
    """For the request of this ref."""
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    form = SignForm(request.POST or None, initial={"sighted_on": local_day(now)})
    if send(request, form, authorities.sign, request=found, at=now):
        messages.success(request, "Written down.")
        return redirect(PAGE, ref=ref)
    return answers.page(request, "casefiles_support/authorities/sign.html", {"form": form, "record": found})


@allow(can_keep_requests)
def choose_proof(request: HttpRequest, ref: str) -> HttpResponse:
    """For the request of this ref."""
    now = timezone.now()
    found = loaded.kept_request(ref=ref, by=request.user, at=now)
    form = ProofForm(request.POST or None)
    if send(request, form, authorities.choose_proof, request=found, at=now):
        messages.success(request, "Written down.")
        return redirect(PAGE, ref=ref)
    return answers.page(request, "casefiles_support/authorities/choose_proof.html", {"form": form, "record": found})


@require_POST
@allow(can_keep_requests)
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    """It ends now."""
    now = timezone.now()
    authority = loaded.kept_authority(ref=ref, by=request.user, at=now)
    authorities.take_back(authority=authority, by=request.user, at=now)
    messages.success(request, "Taken back. It ended just now. Tell the holder if they have seen it.")
    return redirect(PAGE, ref=authority.request.ref)


@require_POST
@allow(can_keep_requests)
def tell_holder(request: HttpRequest, ref: str) -> HttpResponse:
    """They know that it was taken back."""
    now = timezone.now()
    authority = loaded.kept_authority(ref=ref, by=request.user, at=now)
    try:
        authorities.tell_holder(authority=authority, by=request.user, at=now)
        messages.success(request, "Written down.")
    except NotAllowed as refused:
        messages.warning(request, " ".join(refused.reasons))
    return redirect(PAGE, ref=authority.request.ref)
