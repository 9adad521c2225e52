"""Would you like to know about your files?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support import loading
from casefiles_support.actions import journeys
from casefiles_support.forms.offers import OfferForm
from casefiles_support.permissions.journeys import can_offer_files
from casefiles_support.rules.checkpoints import STAGES
from common import answers
from common.access import allow
from common.dates import local_day
from mentoring.sending import send


@allow(can_offer_files)
def make(request: HttpRequest, ref: str) -> HttpResponse:
    """Of the person of this ref. Whether anything is under way for them is not said here."""
    now = timezone.now()
    person = loading.person_to_ask(ref=ref, by=request.user, at=now)
    form = OfferForm(request.POST or None, initial={"on": local_day(now)})
    if made := send(request, form, journeys.offer, person=person, at=now):
        messages.success(request, "Written down. Whatever they said, the door stays open.")
        if loading.keeps(made, request.user):
            return redirect("casefiles_support:journeys-detail", ref=made.ref)
        return redirect("people:persons-detail", ref=ref)
    context = {"form": form, "person": person, "stage": STAGES["C0"]}
    return answers.page(request, "casefiles_support/offers/make.html", context)
