"""Learning face to face: planned, moved, called off, held, and the register on paper."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from audit import actions as audit
from common import answers, documents, listing
from common.access import allow
from common.dates import LONDON, local_day
from common.transitions import Stale
from training.actions import events
from training.forms.events import CallOffForm, DeliverForm, EventForm, ExpectForm, MoveForm, RegisterForm
from training.leading import act, find, find_learner, prison, prisons
from training.models import Event
from training.permissions.learners import can_lead_learning
from training.printing_registers import register_pdf
from training.tables.events import EventTable


@allow(can_lead_learning)
def index(request: HttpRequest) -> HttpResponseBase:
    rows = Event.objects.visible_to(request.user).with_size().select_related("establishment", "covers")
    found = listing.build(request, table=EventTable, queryset=rows.defer("covers__content"), name="events")
    return listing.respond(request, "training/leading/events.html", {"listing": found})


@allow(can_lead_learning)
def plan(request: HttpRequest) -> HttpResponse:
    mine, now = prisons(request.user), timezone.now()
    first = {"establishment": prison(request), "day": local_day(now)}
    form = EventForm(request.POST or None, prisons=mine, initial=first)
    page = {"title": "Plan an event", "button": "Plan it", "keyed": True}
    return act(request, form, events.plan, back=reverse("training:events-index"), at=now, page=page,
               done="Planned. Now say who is expected.", then=lambda made: _at(made))  # fmt: skip


def _at(event: Event) -> str:
    return reverse("training:events-page", args=[event.ref])


def _find(request: HttpRequest, ref: str) -> Event:
    found: Event = find(Event.objects.select_related("establishment", "covers"), request, ref)
    return found


@require_safe
@allow(can_lead_learning)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    return _page(request, _find(request, ref))


def _page(request: HttpRequest, event: Event, **forms: Any) -> HttpResponse:
    rows = list(event.attendance.select_related("learner").order_by("learner__name", "pk"))
    shown = [row.learner.ref for row in rows]
    audit.looked(verb="training.event.opened", by=request.user, at=timezone.now(), subject=event, shown=shown)
    context = {
        "event": event, "rows": rows, "open": event.status == Event.Status.PLANNED,
        "deliverers": event.deliverers.select_related("learner").order_by("-part", "learner__name"),
        "expect": forms.get("expect") or ExpectForm(event=event, user=request.user),
        "deliver": forms.get("deliver") or DeliverForm(event=event, user=request.user),
        "form": next((form for form in forms.values() if form.errors), None),
    }  # fmt: skip
    return answers.page(request, "training/leading/event.html", context)


@require_POST
@allow(can_lead_learning)
def expect(request: HttpRequest, ref: str) -> HttpResponse:
    event = _find(request, ref)
    form = ExpectForm(request.POST, event=event, user=request.user)
    said = form.cleaned_data if form.is_valid() else None
    if said and answers.attempt(form, events.expect, event=event, **said, by=request.user, at=timezone.now()):
        messages.success(request, "They are on the register.")
        return redirect(_at(event))
    return _page(request, event, expect=form)


@require_POST
@allow(can_lead_learning)
def forget(request: HttpRequest, ref: str, learner: str) -> HttpResponse:
    event = _find(request, ref)
    who = find_learner(request, learner)
    events.no_longer_expect(event=event, learner=who, by=request.user, at=timezone.now())
    messages.success(request, "They are not on the register any more.")
    return redirect(_at(event))


@require_POST
@allow(can_lead_learning)
def deliver(request: HttpRequest, ref: str) -> HttpResponse:
    event = _find(request, ref)
    form = DeliverForm(request.POST, event=event, user=request.user)
    said = form.cleaned_data if form.is_valid() else None
    if said and answers.attempt(form, events.deliver, event=event, **said, by=request.user, at=timezone.now()):
        messages.success(request, "Written down.")
        return redirect(_at(event))
    return _page(request, event, deliver=form)


@allow(can_lead_learning)
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Of two who move it at once, the second sees both versions."""
    event, now = _find(request, ref), timezone.now()
    standing = _standing(event)
    form = MoveForm(request.POST or None, initial=standing | {"version": event.version})
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        seen = said.pop("version")
        try:
            done = answers.attempt(form, events.move_to, event=event, seen=seen, **said, by=request.user, at=now)
        except Stale as stale:
            newer = _standing(cast(Event, stale.record))
            return answers.conflict(request, form, stale, back=_at(event), standing=newer)
        if done:
            messages.success(request, "Moved.")
            return redirect(_at(event))
    context = {"form": form, "back": _at(event), "page": {"title": f"Move {event.title}", "button": "Move it"}}
    return answers.page(request, "training/leading/form.html", context)


def _standing(event: Event) -> dict[str, Any]:
    starts = event.starts_at.astimezone(LONDON)
    return {"day": starts.date(), "time": starts.time(), "room": event.room, "because": event.because}


@allow(can_lead_learning)
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    event = _find(request, ref)
    page = {"title": f"Call {event.title} off?", "button": "Call it off", "tone": "stop"}
    return act(request, CallOffForm(request.POST or None), events.call_off, event=event, back=_at(event), page=page,
               at=timezone.now(), done="It is called off.")  # fmt: skip


@allow(can_lead_learning)
def register(request: HttpRequest, ref: str) -> HttpResponse:
    """Who was there, typed in afterwards, perhaps from the paper."""
    event = _find(request, ref)
    rows = list(event.attendance.select_related("learner").order_by("learner__name", "pk"))
    form = RegisterForm(request.POST if request.method == "POST" else None, rows=rows)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        if answers.attempt(form, events.keep_register, event=event, marks=form.marks, by=request.user, at=now):
            messages.success(request, "The register is kept.")
            return redirect(_at(event))
    page = {"title": f"Who was at {event.title}?", "button": "Keep the register"}
    return answers.page(request, "training/leading/form.html", {"form": form, "back": _at(event), "page": page})


@require_safe
@allow(can_lead_learning)
def paper(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The register to be signed in the room, in the order of the form that it is typed into."""
    event, now = _find(request, ref), timezone.now()
    made = register_pdf(event, large=request.GET.get("large") == "on", at=now)
    audit.record(verb="training.event.printed", by=request.user, at=now, subject=event)
    return documents.respond(made, name="register", at=now)
