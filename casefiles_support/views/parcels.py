"""Papers that are announced, that come, and of which the person is told."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_parcels as loading
from casefiles_support import papers, parts_parcels, parts_safety_holds, parts_sittings
from casefiles_support.actions import parcels
from casefiles_support.asking import ask
from casefiles_support.forms.parcels import AnnounceForm, ArriveForm, ReceiveForm, ReviewForm, TellForm
from casefiles_support.permissions.parcels import can_handle_parcels, can_see_parcels
from casefiles_support.reports.parcels import page_of
from casefiles_support.rules.parcels import words_of_telling
from common.access import allow
from common.dates import local_day

ON_THE_OUTSIDE = (
    "Only what can be seen on the outside. Do not open it, and do not write down what is in it. They are told the same "
    "day, or the next working day."
)


def _list(journey: Any) -> str:
    return reverse("casefiles_support:parcels-of_journey", args=[journey.ref])


def _detail(ref: str) -> str:
    return reverse("casefiles_support:parcels-detail", args=[ref])


@allow(can_see_parcels)
def of_journey(request: HttpRequest, ref: str) -> HttpResponse:
    """Where all papers of one journey are, the times to read them, and what follows."""
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now)
    on = local_day(now)
    parts = [part.part_of(journey, request.user, on) for part in (parts_parcels, parts_sittings, parts_safety_holds)]
    context = {"journey": journey, "parcels": parts[0], "sittings": parts[1], "holds": parts[2]}
    return render(request, "casefiles_support/parcels/of_journey.html", context)


@allow(can_handle_parcels)
def announce(request: HttpRequest, ref: str) -> HttpResponse:
    """For the request of this ref."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now)
    page = {
        "heading": "Papers will come",
        "button": "Write it down",
        "lede": "The holder says that they are on the way.",
    }
    form = AnnounceForm(request.POST or None, initial={"on": local_day(now), "carrier": "paper"})
    return ask(request, form, parcels.announce, at=now, back=_list(about.journey), page=page, request=about)


@allow(can_handle_parcels)
def receive(request: HttpRequest, ref: str) -> HttpResponse:
    """Papers came that nobody announced, for the request of this ref."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now)
    page = {"heading": "Papers have come", "button": "They are here", "lede": ON_THE_OUTSIDE}
    form = ReceiveForm(
        request.POST or None, staff=papers.staff_of(about.journey), initial={"on": local_day(now), "carrier": "paper"}
    )
    return ask(request, form, parcels.receive, at=now, back=_list(about.journey), page=page, request=about)


@allow(can_handle_parcels)
def arrive(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    page = {"heading": "Papers have come", "button": "They are here", "lede": ON_THE_OUTSIDE}
    initial = {"on": local_day(now), "version": parcel.version, "carrier": parcel.carrier}
    initial["containers"] = parcel.containers
    form = ArriveForm(request.POST or None, staff=papers.staff_of(parcel.request.journey), initial=initial)
    return ask(request, form, parcels.arrive, at=now, back=_detail(ref), page=page, parcel=parcel)


@allow(can_see_parcels)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel_to_read(ref=ref, by=request.user, at=now)
    page = page_of(parcel, user=request.user, on=local_day(now))
    return render(request, "casefiles_support/parcels/detail.html", {"parcel": parcel, "page": page})


@allow(can_handle_parcels)
def tell(request: HttpRequest, ref: str) -> HttpResponse:
    """With the words to say."""
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    page = {
        "heading": "Tell them that it is here",
        "button": "They have been told",
        "lede": "In private, and face to face where you can. Say it like this:",
        "say": words_of_telling(parcel.opened),
        "points": ["Ask when, where and with whom they would like to read, and who opens it."],
    }
    form = TellForm(request.POST or None, initial={"on": local_day(now), "version": parcel.version})
    return ask(request, form, parcels.tell, at=now, back=_detail(ref), page=page, parcel=parcel)


@allow(can_handle_parcels)
def review(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    parcel = loading.parcel(ref=ref, by=request.user, at=now)
    page = {
        "heading": "We go on keeping it",
        "button": "Keep it 28 days more",
        "lede": "Only when they wish it. Otherwise write down where it goes instead.",
    }
    form = ReviewForm(request.POST or None, initial={"on": local_day(now), "version": parcel.version})
    return ask(request, form, parcels.review, at=now, back=_detail(ref), page=page, parcel=parcel)
