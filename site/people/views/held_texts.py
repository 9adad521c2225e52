"""Texts that wait for somebody to decide, and those that could not go."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from common import answers, listing
from common.access import allow, demand
from messaging.actions import holds
from messaging.models import Text
from people import loading, loading_texts, permissions, texted
from people.forms.texts import ReleaseForm
from people.showing_texts import topic_of
from people.tables.held_texts import HeldTable, NotGoneTable

MOST = 100
LATELY = timedelta(days=14)


@allow(permissions.can_see_texts)
def index(request: HttpRequest) -> HttpResponseBase:
    now, found = timezone.now(), texted.named(texted.texts_of(request.user))
    held = list(found.filter(status=Text.Status.HELD).order_by("send_before", "pk")[:MOST])
    gone = found.filter(status__in=Text.NOT_GONE & Text.OVER, over_at__gte=now - LATELY)
    rows = listing.build(request, table=NotGoneTable, queryset=gone, name="not-gone")
    shown = [*(text.ref for text in held), *rows.refs]
    loading.listed(refs=shown, verb="people.text.listed", by=request.user, at=now)
    may = permissions.can_decide_on_texts(request.user)
    table = HeldTable(held, exclude=("over_at", "status") if may else ("over_at", "status", "ref"))
    table.name, table.caption = "held", "Held for somebody to decide"
    return listing.respond(request, "people/held_texts/index.html", {"listing": rows, "held": table})


@allow(permissions.can_decide_on_texts)
def release(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    text = loading_texts.held(ref=ref, by=request.user, at=now)
    demand(permissions.can_decide_for(request.user, loading_texts.person_of(text)))
    demand(text.reason != holds.CAPS or permissions.can_waive_caps(request.user))
    form = ReleaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, holds.release, text=text, **form.cleaned_data, by=request.user, at=now)
        if not form.errors:
            messages.success(request, "It may go. Every check is asked again first.")
            return redirect("people:held_texts-index")
    context = {"form": form, "text": text, "topic": topic_of(text)}
    return answers.page(request, "people/held_texts/release.html", context)
