"""Talks after hard sessions."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.transitions import NotAllowed
from mentoring import loading_care as loading
from mentoring.actions import debriefs
from mentoring.filters.debriefs import DebriefFilter
from mentoring.forms.debriefs import AskForm
from mentoring.models import Debrief
from mentoring.permissions.debriefs import can_ask_for_debriefs, can_see_debriefs
from mentoring.tables.debriefs import DebriefTable


@allow(can_see_debriefs)
def index(request: HttpRequest) -> HttpResponseBase:
    talks = Debrief.objects.visible_to(request.user).select_related("mentor__person").defer("note")
    found = listing.build(request, table=DebriefTable, queryset=talks, filterset=DebriefFilter, name="talks")
    audit.looked(verb="mentoring.debrief.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/debriefs/index.html", {"listing": found})


@allow(can_see_debriefs)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    debrief = loading.debrief(ref=ref, by=request.user, at=timezone.now())
    return render(request, "mentoring/debriefs/detail.html", {"debrief": debrief})


@require_POST
@allow(can_see_debriefs)
def offer(request: HttpRequest, ref: str) -> HttpResponse:
    return _advance(request, ref, debriefs.offer, "Thank you. Kept as offered.")


@require_POST
@allow(can_see_debriefs)
def hold(request: HttpRequest, ref: str) -> HttpResponse:
    return _advance(request, ref, debriefs.hold, "Thank you. Kept as held.")


@require_POST
@allow(can_see_debriefs)
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    return _advance(request, ref, debriefs.decline, "Kept: they would rather not. Supervision goes on as it was.")


def _advance(request: HttpRequest, ref: str, act: Callable[..., Any], thanks: str) -> HttpResponse:
    now = timezone.now()
    debrief = loading.debrief(ref=ref, by=request.user, at=now)
    try:
        act(debrief=debrief, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, thanks)
    return redirect("mentoring:debriefs-detail", ref=ref)


@allow(can_ask_for_debriefs)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """“That was a hard one.” Somebody gets in touch within two working days."""
    session = loading.own_session(ref=ref, by=request.user)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        if answers.attempt(form, debriefs.ask, session=session, note=note, by=request.user, at=timezone.now()):
            messages.success(request, "Thank you for saying so. Somebody will be in touch within two working days.")
            return redirect("mentoring:supervisions-mine")
    return answers.page(request, "mentoring/debriefs/ask.html", {"form": form, "session": session})
