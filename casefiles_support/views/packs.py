"""Printing a pack, and writing down on which day they were given it."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support import loading_pages as loading
from casefiles_support.actions import packs
from casefiles_support.forms.packs import HandOverForm, PackForm
from casefiles_support.models import Journey
from casefiles_support.permissions.packs import can_print_packs
from casefiles_support.printing_packs import pack_pdf
from casefiles_support.reports.packs import facts_of, here
from common import answers, documents
from common.access import allow
from common.dates import local_day
from common.refs import new_ref
from mentoring.sending import send


@allow(can_print_packs)
def print_(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The papers in one PDF. The former ones are void from then on."""
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now)
    first = {"language": "cy" if journey.in_welsh else "en", "large_print": journey.large_print}
    form = PackForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid() and (made := _made(request, form, journey, now)):
        return documents.respond(made, name="papers", at=now)
    standing = journey.packs.standing().first()
    return answers.page(
        request, "casefiles_support/packs/print.html", {"form": form, "journey": journey, "standing": standing}
    )


def _made(request: HttpRequest, form: PackForm, journey: Journey, now: datetime) -> bytes | None:
    """Set first, so that nothing is written down that could not be printed."""
    said, place, code = form.cleaned_data, here(journey), new_ref()
    large, language = said["large_print"], said["language"]

    def paper(code: str) -> bytes:
        facts = facts_of(journey, by_hand=form.by_hand(), language=language, code=code, at=now)
        return pack_pdf(facts, large=large, at=now)

    made = paper(code)
    pack = answers.attempt(
        form, packs.print_, journey=journey, ref=code, large_print=large, language=language,
        establishment=place.establishment if place else None, key=said["key"], by=request.user, at=now,
    )  # fmt: skip
    if pack is None:
        return None
    return made if pack.ref == code else paper(pack.ref)  # the same form, sent again: the same code


@allow(can_print_packs)
def hand_over(request: HttpRequest, ref: str, pack_ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now)
    pack = loading.pack(journey=journey, ref=pack_ref)
    form = HandOverForm(request.POST or None, today=local_day(now))
    if send(request, form, packs.hand_over, pack=pack, at=now):
        messages.success(request, "Written down, with the day.")
        return redirect("casefiles_support:journeys-detail", ref=ref)
    return answers.page(request, "casefiles_support/packs/hand_over.html", {"form": form, "journey": journey})
