"""Slips for the wing, prison by prison."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from audit import actions as audit
from common import answers, documents
from common.access import allow
from mentoring.actions import slips
from mentoring.forms.slips import SlipsForm
from mentoring.permissions.slips import can_print_slips
from mentoring.printing_slips import slips_pdf
from mentoring.reports.slips import coming


@allow(can_print_slips)
def index(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    prisons = coming(user=request.user, now=now)
    shown = sorted({slip.person.ref for prison in prisons for slip in prison.slips})
    if shown:
        audit.looked(verb="mentoring.slip.listed", by=request.user, at=now, refs=shown)
    return answers.page(request, "mentoring/slips/index.html", {"prisons": prisons})


@allow(can_print_slips)
def print_(request: HttpRequest, ref: str) -> HttpResponseBase:
    """All slips of one prison in one PDF. A prison without any does not exist here."""
    now = timezone.now()
    prison = next((one for one in coming(user=request.user, now=now) if one.establishment.ref == ref), None)
    if prison is None:
        raise Http404
    form = SlipsForm(request.POST or None, initial={"ring": str(request.user)})
    if request.method == "POST" and form.is_valid():
        made = slips_pdf(prison.slips, ring=form.cleaned_data["ring"], at=now)
        answers.attempt(form, slips.print_, slips=prison.slips, by=request.user, at=now)
        return documents.respond(made, name="slips", at=now)
    return answers.page(request, "mentoring/slips/print.html", {"form": form, "prison": prison})
