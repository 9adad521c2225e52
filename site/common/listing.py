"""Lists: filters, search, a table, pages and downloads, the same everywhere.

A view is two lines:

    @allow(can_see_establishments)
    def establishments(request):
        rows = listing.build(
            request, table=EstablishmentTable, queryset=Establishment.objects.select_related("authority"),
            filterset=EstablishmentFilter, search=by_name, name="establishments",
            export_rule=can_export_establishments, on_export=establishments_exported,
        )
        return listing.respond(request, "places/establishments/list.html", {"listing": rows})

and its template is one: `{% include "components/listing.html" %}`. The queryset is what this person may see; its
model has a `ref`. `search(queryset, words)` narrows it. `on_export(request, export)` writes the trail before a
file leaves. `rows.refs` are those on the page, for the trail. An address holds filters, sort and a ref, never words.
"""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from common import addresses, downloads, searching
from common.lists import Listing


def build(request: HttpRequest, **parts: Any) -> Listing:
    """A list from its parts.

    `table` a HouseTable, `queryset` what this person may see, `name` the list's own name, which its files bear;
    `filterset` a HouseFilterSet; `search` narrows a queryset by words, `search_help` says by which; `per_page` rows;
    `export_rule` says of a user whether they may have it as a file (without it nobody may), `on_export` writes the
    trail; `asks_reason=False` where the rows say nothing about people.
    """
    return Listing(request, **parts)


def respond(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponseBase:
    """The answer for a list's view: the page, the part that changes (htmx), a file, or the way back from a search.

    `context["listing"]` is the list. Status 422 when a filter or the search will not do.
    """
    rows: Listing = context["listing"]
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if downloads.wanted(request):
        return downloads.respond(rows)
    if request.method == "POST":
        return _search(request, rows) or _show(request, template, context, wrong=rows.search_form)
    return _show(request, template, context, wrong=None if rows.is_valid else rows.filter_form)


def _search(request: HttpRequest, rows: Listing) -> HttpResponse | None:
    """Keep the posted words and lead back to the list; None when they will not do."""
    if rows.search is None:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if rows.search_form.is_bound and not rows.search_form.is_valid():
        return None
    words = searching.take(request, rows.search_form, name=rows.name)
    there = addresses.changed(request, {"search": "on"} if words else {}, without=frozenset({"search"}))
    return HttpResponse(status=303, headers={"Location": there})


def _show(request: HttpRequest, template: str, context: Mapping[str, Any], *, wrong: BaseForm | None) -> HttpResponse:
    """`wrong` is the form that will not do: the frame of the page says so in its title."""
    context = {"form": wrong, **context} if wrong else {**context}
    response = _part(request, context) if _wants_part(request) else render(request, template, context)
    response.status_code = 422 if wrong else 200
    patch_vary_headers(response, ["HX-Request"])
    return response


def _wants_part(request: HttpRequest) -> bool:
    """htmx asks for the part, except where it follows a whole link or goes back in the browser's history."""
    htmx: Any = getattr(request, "htmx", False)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def _part(request: HttpRequest, context: Mapping[str, Any]) -> HttpResponse:
    """Only what changes; while a filter is wrong the filters too, since their messages stand beside the fields."""
    rows: Listing = context["listing"]
    if rows.is_valid:
        return render(request, "components/results.html", {**context, "part": True})
    response = render(request, "components/listing.html", context)
    response["HX-Retarget"] = f"#{rows.name}-list"
    response["HX-Reswap"] = "outerHTML"
    return response
