"""What the programme owes people, the most urgent first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from casefiles_support import loading
from casefiles_support.actions import duties
from casefiles_support.filters.duties import DutyFilter
from casefiles_support.permissions.duties import can_see_duties
from casefiles_support.permissions.journeys import can_keep_journeys
from casefiles_support.reports.duties import by_urgency
from casefiles_support.tables.duties import DutyTable
from common import listing
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from mentoring.sending import send


@allow(can_see_duties)
def index(request: HttpRequest) -> HttpResponseBase:
    now = timezone.now()
    found = listing.build(
        request,
        table=DutyTable.told(today=local_day(now)),
        queryset=by_urgency(request.user),
        filterset=DutyFilter,
        name="duties",
    )
    context = {"listing": found, "steps_in": can_keep_journeys(request.user)}
    audit.looked(verb="files.duty.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "casefiles_support/duties/index.html", context)


@require_POST
@allow(can_see_duties)
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Of the kinds that may be ticked off. The others are done by recording what they ask for."""
    now = timezone.now()
    duty = loading.duty(ref=ref, by=request.user, at=now)
    form = HouseForm(request.POST)
    if send(request, form, duties.finish, duty=duty, at=now):
        messages.success(request, "Done. Thank you.")
    for reason in form.non_field_errors():
        messages.warning(request, str(reason))
    return redirect("casefiles_support:duties-index")
