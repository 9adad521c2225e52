"""Who is away, and for how long."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from common import answers, listing
from common.access import allow, demand
from common.dates import local_day
from common.refs import ref_from
from common.transitions import NotAllowed
from mentoring import loading_care as loading
from mentoring.actions import leaves
from mentoring.filters.leaves import LeaveFilter
from mentoring.forms.leaves import LeaveForm
from mentoring.models import Leave, Mentor
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.covers import can_arrange_cover
from mentoring.permissions.leaves import (
    can_change_leave,
    can_open_leaves,
    can_see_leaves,
    can_tell_leave,
    can_tell_own_leave,
)
from mentoring.reports.leaves import people_of
from mentoring.tables.leaves import LeaveTable


@allow(can_see_leaves)
def index(request: HttpRequest) -> HttpResponseBase:
    standing = Leave.objects.visible_to(request.user).standing().select_related("mentor__person").defer("note")
    found = listing.build(request, table=LeaveTable, queryset=standing, filterset=LeaveFilter, name="leave")
    audit.looked(verb="mentoring.leave.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/leaves/index.html", {"listing": found})


@allow(can_tell_own_leave)
@of_a_mentor
def tell(request: HttpRequest) -> HttpResponse:
    """“I will be away.”"""
    return _tell(request, loading.own_mentor(by=request.user), own=True)


@allow(can_tell_leave)
def tell_for(request: HttpRequest, ref: str) -> HttpResponse:
    """For a mentor who rang in."""
    return _tell(request, loading.mentor(ref=ref, by=request.user, at=timezone.now()), own=False)


def _tell(request: HttpRequest, mentor: Mentor, *, own: bool) -> HttpResponse:
    form, key = LeaveForm(request.POST or None), ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, leaves.tell, mentor=mentor, key=key, by=request.user, at=timezone.now(), **form.cleaned_data
        )
        if done:
            messages.success(request, "Thank you. The team knows, and asks who could look in.")
            return redirect("mentoring:leaves-detail", ref=done.ref)
    context = {"form": form, "mentor": mentor, "key": key, "own": own}
    return answers.page(request, "mentoring/leaves/tell.html", context)


@allow(can_open_leaves)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    leave = loading.leave(ref=ref, by=request.user, at=now)
    open_ = leave.status == Leave.Status.TOLD and not leave.is_over(local_day(now))
    own = leave.mentor.person.login_id == request.user.pk
    context = {
        "leave": leave,
        "own": own,
        "begun": leave.first_day < local_day(now),
        "people": people_of(leave) if open_ else [],
        "may_change": open_ and can_change_leave(request.user, leave),
        "may_cover": open_ and not own and can_arrange_cover(request.user),
    }
    return render(request, "mentoring/leaves/detail.html", context)


@require_POST
@allow(can_open_leaves)
def end(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    leave = loading.leave(ref=ref, by=request.user, at=now)
    demand(can_change_leave(request.user, leave))
    try:
        leaves.end(leave=leave, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Welcome back. Whoever was covering sees nothing more from now on.")
    return redirect("mentoring:leaves-detail", ref=ref)
