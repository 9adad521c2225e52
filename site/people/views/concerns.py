"""Raising a concern, following one's own, and working on those of others."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers, listing
from common.access import allow, signed_in
from common.forms import HouseForm
from people import loading, permissions
from people.actions import concerns
from people.filters.concerns import ConcernFilter
from people.forms.concern_notes import NoteForm
from people.forms.concerns import CloseForm, RaiseForm, ReferForm, TriageForm
from people.models import Concern
from people.showing_concerns import contact_posts, own, routes, to_choose_from
from people.tables.concerns import ConcernTable


@allow(signed_in)
def raise_(request: HttpRequest) -> HttpResponse:
    people, about = to_choose_from(request.user, asked=request.GET.get("about", ""))
    form = RaiseForm(request.POST or None, people=people, about=about)
    if request.method == "POST" and form.is_valid():
        concern = answers.attempt(form, concerns.raise_concern, **form.cleaned_data, by=request.user, at=timezone.now())
        if concern:
            messages.success(request, "We have it. Thank you for telling us.")
            return redirect("people:concerns-mine")
    return answers.page(request, "people/concerns/raise.html", {"form": form})


@allow(signed_in)
def mine(request: HttpRequest) -> HttpResponse:
    """What somebody raised, and how far it has come: no name, and nothing of what was done."""
    return render(request, "people/concerns/mine.html", {"concerns": own(request.user)})


@allow(permissions.can_see_concerns)
def index(request: HttpRequest) -> HttpResponseBase:
    now = timezone.now()
    visible = Concern.objects.visible_to(request.user).select_related("about")
    overdue = visible.overdue(now).order_by("acknowledge_by", "pk")[:20]
    table = ConcernTable.told(at=now)
    rows = listing.build(request, table=table, queryset=visible, filterset=ConcernFilter, name="concerns")
    shown = [*(concern.ref for concern in overdue), *rows.refs]
    loading.listed(refs=shown, verb="people.concern.listed", by=request.user, at=now)
    return listing.respond(request, "people/concerns/index.html", {"listing": rows, "overdue": overdue})


@allow(permissions.can_see_concerns)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    concern = loading.concern(ref=ref, by=request.user, at=now)
    if not permissions.can_see_whole_concern(request.user):
        return render(request, "people/concerns/passed_on.html", {"concern": concern})
    context = {
        "concern": concern,
        "overdue": concern.is_overdue(now),
        "routes": routes(concern),
        "posts": contact_posts(concern),
        "note_form": NoteForm(),
        "may_work": permissions.can_work_on_concerns(request.user),
    }
    return render(request, "people/concerns/detail.html", context)


@require_POST
@allow(permissions.can_work_on_concerns)
def acknowledge(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(
        request,
        ref,
        HouseForm,
        concerns.acknowledge,
        "people/concerns/acknowledge.html",
        "Thank you. The clock has stopped.",
    )


@require_POST
@allow(permissions.can_work_on_concerns)
def manage(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(
        request, ref, HouseForm, concerns.manage, "people/concerns/manage.html", "We are looking after it ourselves."
    )


@allow(permissions.can_work_on_concerns)
def triage(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, TriageForm, concerns.triage, "people/concerns/triage.html", "Saved.")


@allow(permissions.can_work_on_concerns)
def refer(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, ReferForm, concerns.refer, "people/concerns/refer.html", "Saved: it is passed on.")


@allow(permissions.can_work_on_concerns)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, CloseForm, concerns.close, "people/concerns/close.html", "Closed. It is kept.")


def _step(
    request: HttpRequest, ref: str, form_class: type[HouseForm], action: Callable[..., Any], template: str, done: str
) -> HttpResponse:
    """One step of a safeguarding lead's: what the form asks is what the action takes."""
    now = timezone.now()
    concern = loading.concern(ref=ref, by=request.user, at=now)
    initial = {name: getattr(concern, name, None) for name in form_class.base_fields}
    form = form_class(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, action, concern=concern, **form.cleaned_data, by=request.user, at=now)
        if not form.errors:
            messages.success(request, done)
            return redirect("people:concerns-detail", ref=ref)
    return answers.page(request, template, {"form": form, "concern": concern})
