"""Who to turn to, for anyone; and for editors, which of these facts somebody should look at again."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common import downloads
from common.access import allow, anyone
from common.dates import local_day
from common.spreadsheets import Grid
from pages.caching import kept_for_visitors
from pages.models import ContactPoint
from pages.permissions import can_open_editor
from pages.rules.contacts import RINGS_FROM_PRISON
from pages.rules.hours import ALWAYS

# What a reader may narrow the list by: the word in the address, the words of the link, what must hold.
NARROWED: list[tuple[str, str, dict[str, Any]]] = [
    ("prison", "I can ring from prison", {"from_prison__in": RINGS_FROM_PRISON}),
    ("any-hour", "Open at any hour", {"hours": ALWAYS}),
    ("young", "For young people", {"for_young": True}),
    ("welsh", "In Welsh", {"in_welsh": True}),
]

# In this order in a spreadsheet, under the names that the editor's form has for them.
COLUMNS = (
    "name", "offers", "run_by", "phone", "text_relay", "cost", "hours", "holidays", "from_prison", "from_prison_source",
    "email", "post", "web", "languages", "nation", "source", "checked_on", "checked_by", "review_by",
)  # fmt: skip


@require_safe
@allow(anyone)
@kept_for_visitors
def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("for", "")
    holds = next((holds for word, _, holds in NARROWED if word == chosen), {})
    today = local_day(timezone.now())
    found = [(contact, contact.freshness(today)) for contact in ContactPoint.objects.for_readers().filter(**holds)]
    narrowed = [(word, says, word == chosen) for word, says, _ in NARROWED]
    return render(
        request, "pages/contacts/index.html", {"contacts": found, "narrowed": narrowed, "is_narrowed": bool(holds)}
    )


@require_safe
@allow(can_open_editor)
def due(request: HttpRequest) -> HttpResponse:
    """Those that nobody has checked, or not for long."""
    today = local_day(timezone.now())
    found = [(contact, contact.freshness(today)) for contact in ContactPoint.objects.due(today)]
    return render(request, "pages/contacts/due.html", {"contacts": found})


@require_safe
@allow(can_open_editor)
def take_out(request: HttpRequest) -> StreamingHttpResponse:
    """All of them as a spreadsheet, to ring down the list."""
    names = [str(ContactPoint._meta.get_field(name).verbose_name).capitalize() for name in COLUMNS]  # type: ignore[union-attr]  # no relations
    grid = Grid(names, list(ContactPoint.objects.for_readers().values_list(*COLUMNS)))
    return downloads.csv_file(grid, name="contact-points", day=local_day(timezone.now()))
