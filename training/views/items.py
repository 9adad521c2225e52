"""How the questions of a module do their work, for those who write them. Nobody's answers are shown."""

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.downloads import csv_file
from training.models import ModuleVersion
from training.permissions.learners import can_see_answers
from training.reports import items
from training.tables.items import SurenessTable, VersionTable


@allow(can_see_answers)
def index(request: HttpRequest) -> HttpResponseBase:
    handed_in = Q(attempts__number=1, attempts__handed_in_at__isnull=False)
    rows = ModuleVersion.objects.defer("content").annotate(tries=Count("attempts", filter=handed_in))
    found = listing.build(request, table=VersionTable, queryset=rows, name="questions")
    return listing.respond(request, "training/items/index.html", {"listing": found})


@require_safe
@allow(can_see_answers)
def show(request: HttpRequest, ref: str) -> HttpResponseBase:
    version, now = ModuleVersion.objects.filter(ref=ref).first(), timezone.now()
    if version is None:
        raise Http404
    found = items.items_of(version)
    if request.GET.get("format") == "csv":
        audit.record(verb="training.item.exported", by=request.user, at=now, subject=version)
        return csv_file(items.grid_of(found), name="questions", day=local_day(now))
    table = SurenessTable(items.sureness_of(version))
    table.name, table.caption = "sureness", "How sure people said they were"
    context = {"version": version, "items": found, "chart": items.chart_of(found), "table": table}
    return answers.page(request, "training/items/show.html", context)
