"""The directory: who is where, and whom to write to."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import user_of
from common import answers, listing
from common.access import allow, demand
from common.dates import local_day
from common.downloads import Export
from common.transitions import Stale
from places import directory, permissions
from places.actions import loading, places
from places.tables.posts import cards


@require_safe
@allow(permissions.can_read_directory)
def home(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "places/places/home.html",
        {
            "kinds": directory.KINDS.values(),
            "may_keep": permissions.can_keep_directory(request.user),
            "may_load": permissions.can_load_places(request.user),
        },
    )


@allow(permissions.can_read_directory)
def index(request: HttpRequest, kind: str) -> HttpResponseBase:
    known = directory.find(kind)
    rows = listing.build(
        request,
        table=known.table,
        queryset=known.places(),
        name=known.slug,
        filterset=known.filterset,
        search=known.search,
        search_help="By name or code." if len(known.found_by) > 1 else "By name.",
        export_rule=permissions.can_keep_directory,
        on_export=exported,
        asks_reason=False,
    )
    may_add = known.can_add and permissions.can_keep_directory(request.user)
    return listing.respond(request, "places/places/index.html", {"listing": rows, "known": known, "may_add": may_add})


def exported(request: HttpRequest, export: Export) -> None:
    loading.export(kind=export.name, rows=export.count, by=user_of(request), at=timezone.now())


@require_safe
@allow(permissions.can_read_directory)
def page(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    known = directory.find(kind)
    place = get_object_or_404(known.places(), ref=ref)
    return render(
        request,
        "places/places/page.html",
        {
            "known": known,
            "place": place,
            "facts": known.facts_of(place),
            "cards": cards(place, user=request.user, today=local_day(timezone.now())),
            "near": known.near(place),
            "may_keep": permissions.can_keep_directory(request.user),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@allow(permissions.can_keep_directory)
def edit(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    known = directory.find(kind)
    place = get_object_or_404(known.places(), ref=ref)
    form = known.form(request.POST if request.method == "POST" else None, instance=place)
    try:
        if form.is_valid() and _edit(request, form, place):
            messages.success(request, "Saved.")
            return redirect(place)
    except Stale as stale:
        return answers.conflict(request, form, stale, back=place.get_absolute_url())
    return answers.page(request, "places/places/edit.html", {"form": form, "place": place, "known": known})


def _edit(request: HttpRequest, form: Any, place: Any) -> Any:
    return answers.attempt(
        form, places.edit, place=place, seen=form.seen, by=user_of(request), at=timezone.now(), **form.facts
    )


@require_http_methods(["GET", "HEAD", "POST"])
@allow(permissions.can_keep_directory)
def add(request: HttpRequest, kind: str) -> HttpResponse:
    known = directory.find(kind)
    demand(known.can_add)
    form = known.form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        added = answers.attempt(
            form, places.add, model=known.model, by=user_of(request), at=timezone.now(), **form.facts
        )
        if added:
            messages.success(request, f"{added} is in the directory.")
            return redirect(added)
    back = reverse("places:places-index", args=[known.slug])
    return answers.page(request, "places/places/add.html", {"form": form, "known": known, "back": back})
