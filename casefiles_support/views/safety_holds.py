"""Not handing over today: asked by one, agreed by another, told to the person."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from audit import actions as audit
from casefiles_support import loading_parcels as loading
from casefiles_support.actions import safety_holds
from casefiles_support.asking import ask as ask_page
from casefiles_support.forms.safety_holds import AskForm, TellForm
from casefiles_support.permissions import safety_holds as can
from casefiles_support.reports.safety_holds import page_of
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm

ONE_DAY = "It holds our own hands for one working day, and ends by itself. It stops no clock of a holder."


def _detail(ref: str) -> str:
    return reverse("casefiles_support:safety_holds-detail", args=[ref])


@allow(can.can_see_waits)
def index(request: HttpRequest) -> HttpResponse:
    """Those that wait for an answer."""
    now = timezone.now()
    found = list(loading.safety_holds(request.user).asked().order_by("asked_at")[:100])
    audit.looked(verb="files.safety_hold.listed", by=request.user, at=now, refs=[one.ref for one in found])
    return render(request, "casefiles_support/safety_holds/index.html", {"holds": found})


@allow(can.can_ask_to_wait)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """For the journey of this ref."""
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    page = {"heading": "Ask to wait for a day", "button": "Ask a safeguarding lead", "lede": ONE_DAY}
    back = reverse("casefiles_support:parcels-of_journey", args=[ref])
    form = AskForm(request.POST or None)
    return ask_page(request, form, safety_holds.ask, at=now, back=back, page=page, journey=journey)


@allow(can.can_see_waits)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    hold = loading.safety_hold(ref=ref, by=request.user, at=now)
    page = page_of(hold, user=request.user, at=now)
    return render(request, "casefiles_support/safety_holds/detail.html", {"hold": hold, "page": page})


@allow(can.can_ask_to_wait)
def again(request: HttpRequest, ref: str) -> HttpResponse:
    lede = "Once more, and never a third time. A safeguarding lead and a programme manager must both agree."
    page = {"heading": "Ask for one day more", "button": "Ask both", "lede": lede}
    return _step(request, ref, AskForm(request.POST or None), safety_holds.again, page)


@allow(can.can_agree_to_wait)
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    page = {"heading": "Agree to wait", "button": "I agree", "lede": ONE_DAY}
    return _step(request, ref, _yes(request), safety_holds.agree, page)


@allow(can.can_allow_again)
def allow_again(request: HttpRequest, ref: str) -> HttpResponse:
    page = {"heading": "Allow one day more", "button": "I allow it", "lede": ONE_DAY}
    return _step(request, ref, _yes(request), safety_holds.allow_again, page)


@allow(can.can_end_waits)
def lift(request: HttpRequest, ref: str) -> HttpResponse:
    page = {"heading": "It need not wait", "button": "End it now"}
    return _step(request, ref, _yes(request), safety_holds.lift, page)


@allow(can.can_ask_to_wait)
def tell(request: HttpRequest, ref: str) -> HttpResponse:
    page = {
        "heading": "Tell them why it is not today",
        "button": "They have been told",
        "lede": "In private. Why, until when, and that it ends by itself. It does not change what they decide.",
    }
    form = TellForm(request.POST or None, initial={"on": local_day(timezone.now())})
    return _step(request, ref, form, safety_holds.tell, page)


def _yes(request: HttpRequest) -> HouseForm:
    return HouseForm(request.POST if request.method == "POST" else None)


def _step(
    request: HttpRequest, ref: str, form: HouseForm, action: Callable[..., Any], page: dict[str, str]
) -> HttpResponse:
    now = timezone.now()
    hold = loading.safety_hold(ref=ref, by=request.user, at=now)
    return ask_page(request, form, action, at=now, back=_detail(ref), page=page, hold=hold)
