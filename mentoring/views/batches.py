"""Paying what was approved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from common import listing
from common.access import allow
from common.transitions import NotAllowed
from mentoring import loading_care as loading
from mentoring.actions import batches
from mentoring.models import Batch
from mentoring.permissions.batches import can_pay
from mentoring.reports.claims import for_the_bank, to_pay
from mentoring.tables.batches import BatchTable


@allow(can_pay)
def index(request: HttpRequest) -> HttpResponseBase:
    found = listing.build(request, table=BatchTable, queryset=Batch.objects.visible_to(request.user), name="batches")
    audit.looked(verb="mentoring.batch.listed", by=request.user, at=timezone.now(), shown=found.refs)
    count, total = to_pay()
    context = {"listing": found, "count": count, "total": total}
    return listing.respond(request, "mentoring/batches/index.html", context)


@require_POST
@allow(can_pay)
def make(request: HttpRequest) -> HttpResponse:
    try:
        batch = batches.make(by=request.user, at=timezone.now())
    except NotAllowed as no:
        messages.error(request, str(no))
        return redirect("mentoring:batches-index")
    messages.success(request, "Made. Download the file for the bank.")
    return redirect("mentoring:batches-detail", ref=batch.ref)


@allow(can_pay)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    batch = loading.batch(ref=ref, by=request.user, at=timezone.now())
    claims = batch.claims.select_related("mentor__person").order_by("pk")
    return render(request, "mentoring/batches/detail.html", {"batch": batch, "claims": claims})


@allow(can_pay)
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """The file for the bank. Each download is in the trail."""
    now = timezone.now()
    batch = loading.batch(ref=ref, by=request.user, at=now)
    audit.record(verb="mentoring.batch.downloaded", by=request.user, at=now, subject=batch, rows=batch.count)
    return HttpResponse(
        for_the_bank(batch),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="payments-{batch.ref}.csv"'},
    )


@require_POST
@allow(can_pay)
def pay(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    batch = loading.batch(ref=ref, by=request.user, at=now)
    try:
        batches.pay(batch=batch, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Kept as paid. Each mentor has been told that there is something to read.")
    return redirect("mentoring:batches-detail", ref=ref)
