"""Where papers go: from hand to hand, lost and found, or destroyed by the person whose they are."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from audit import actions as audit
from casefiles_support import loading_parcels as loading
from casefiles_support import papers
from casefiles_support.actions import holding_moves
from casefiles_support.asking import ask
from casefiles_support.forms.holding_moves import DestroyForm, LoseForm, MoveForm, SureForm
from casefiles_support.permissions.parcels import can_handle_parcels, can_see_lost
from casefiles_support.reports.parcels import LostParcel
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm

TWO_NAMES = "Two names, and both sign. It is theirs: they can have it today. A peer mentor never carries it."


def _detail(ref: str) -> str:
    return reverse("casefiles_support:parcels-detail", args=[ref])


@allow(can_handle_parcels)
def move(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    form = MoveForm(
        request.POST or None, frm=parcel.status, staff=papers.staff_of(parcel.request.journey),
        initial={"on": local_day(now), "version": parcel.version, "to": request.GET.get("to", "")},
    )  # fmt: skip
    page = {"heading": "Where does it go?", "button": "Write it down", "lede": TWO_NAMES}
    return ask(request, form, holding_moves.move, at=now, back=_detail(ref), page=page, parcel=parcel)


@allow(can_handle_parcels)
def lose(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    page = {
        "heading": "We do not know where it is",
        "button": "It is lost",
        "tone": "stop",
        "lede": "Those who answer for the programme are told at once. Tell the person today, too.",
    }
    form = LoseForm(request.POST or None, initial={"on": local_day(now), "version": parcel.version})
    return ask(request, form, holding_moves.lose, at=now, back=_detail(ref), page=page, parcel=parcel)


@allow(can_see_lost)
def lost(request: HttpRequest) -> HttpResponse:
    """All that is lost, and where each was last; not whose it is."""
    found = [LostParcel.of(parcel) for parcel in loading.lost()[:100]]
    audit.looked(verb="files.parcel.lost_listed", by=request.user, at=timezone.now(), refs=[one.ref for one in found])
    return render(request, "casefiles_support/holding_moves/lost.html", {"lost": found})


@allow(can_see_lost)
def begin_breach(request: HttpRequest, ref: str) -> HttpResponse:
    parcel = loading.lost_parcel(ref=ref)
    page = {
        "heading": "What is done when papers are lost",
        "button": "It has begun",
        "lede": "Today: look where it was last, tell the data protection lead, and see that the person is told.",
    }
    back = reverse("casefiles_support:holding_moves-lost")
    form = HouseForm(request.POST if request.method == "POST" else None)
    return ask(request, form, holding_moves.begin_breach, at=timezone.now(), back=back, page=page, parcel=parcel)


@allow(can_handle_parcels)
def ask_to_destroy(request: HttpRequest, ref: str) -> HttpResponse:
    lede = "They do it themselves, in fourteen days. They may shorten the wait, or think again."
    page = {"heading": "They want it destroyed", "button": "They have asked for it", "lede": lede, "tone": "stop"}
    return _sure(request, ref, holding_moves.ask_to_destroy, page)


@allow(can_handle_parcels)
def shorten(request: HttpRequest, ref: str) -> HttpResponse:
    lede = "Only if they say so themselves. Nobody else may shorten it."
    page = {"heading": "They do not want to wait", "button": "They have said so", "lede": lede, "tone": "stop"}
    return _sure(request, ref, holding_moves.shorten, page)


@allow(can_handle_parcels)
def think_again(request: HttpRequest, ref: str) -> HttpResponse:
    page = {"heading": "They want to keep it after all", "button": "They keep it"}
    return _sure(request, ref, holding_moves.think_again, page)


@allow(can_handle_parcels)
def destroy(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    page = {
        "heading": "They have destroyed it",
        "button": "Write it down",
        "tone": "stop",
        "lede": "They did it themselves, and somebody of ours saw it. Both sign.",
    }
    form = DestroyForm(
        request.POST or None, staff=papers.staff_of(parcel.request.journey), initial={"version": parcel.version}
    )
    return ask(request, form, holding_moves.destroy, at=now, back=_detail(ref), page=page, parcel=parcel)


def _sure(request: HttpRequest, ref: str, action: Callable[..., Any], page: dict[str, str]) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    form = SureForm(request.POST or None, initial={"version": parcel.version})
    return ask(request, form, action, at=now, back=_detail(ref), page=page, parcel=parcel)
