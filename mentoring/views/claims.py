"""My time and money; and what staff answer."""

from collections.abc import Callable
from typing import Any

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
from mentoring.actions import claims
from mentoring.filters.claims import ClaimFilter
from mentoring.forms.claims import LineForm, SendBackForm
from mentoring.models import Claim, Leave
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.claims import can_change_claim, can_claim, can_decide_claims, can_see_claims
from mentoring.reports import sessions as hours
from mentoring.rules.supervisions import WORKLOAD_OVER
from mentoring.tables.claims import ClaimTable
from mentoring.telling import is_held

NEWEST = 20


@allow(can_decide_claims)
def index(request: HttpRequest) -> HttpResponseBase:
    found = listing.build(
        request,
        table=ClaimTable,
        queryset=Claim.objects.to_decide(request.user).select_related("mentor__person"),
        filterset=ClaimFilter,
        name="claims",
    )
    audit.looked(verb="mentoring.claim.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/claims/index.html", {"listing": found})


@allow(can_claim)
@of_a_mentor
def mine(request: HttpRequest) -> HttpResponse:
    """The mentor's own time and money."""
    now, mentor = timezone.now(), loading.own_mentor(by=request.user)
    context = {
        "mentor": mentor,
        "lately": hours.own_time(user=request.user, since=now - WORKLOAD_OVER),
        "away": Leave.objects.of_user(request.user).ahead(local_day(now)),
        "claims": Claim.objects.of_user(request.user).order_by("-made_at", "-pk")[:NEWEST],
    }
    return render(request, "mentoring/claims/mine.html", context)


@allow(can_claim)
@of_a_mentor
def begin(request: HttpRequest) -> HttpResponse:
    """A new claim starts with the first thing that was paid for."""
    mentor = loading.own_mentor(by=request.user)
    return _line(request, claims.begin, {"mentor": mentor, "in_prison": is_held(mentor)}, mentor=mentor)


@allow(can_claim)
def add_line(request: HttpRequest, ref: str) -> HttpResponse:
    claim = loading.claim(ref=ref, by=request.user, at=timezone.now())
    demand(can_change_claim(request.user, claim))
    return _line(request, claims.add_line, {"claim": claim}, claim=claim)


def _line(request: HttpRequest, act: Callable[..., Claim], context: dict[str, Any], **to: Any) -> HttpResponse:
    now, key = timezone.now(), ref_from(request.POST.get("key"))
    form = LineForm(request.POST or None, request.FILES or None, initial={"spent_on": local_day(now)})
    if request.method == "POST" and form.is_valid():
        claim = answers.attempt(form, act, line=form.line(), key=key, by=request.user, at=now, **to)
        if claim:
            return redirect("mentoring:claims-detail", ref=claim.ref)
    return answers.page(request, "mentoring/claims/line.html", {**context, "form": form, "key": key})


@allow(can_see_claims)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    claim = loading.claim(ref=ref, by=request.user, at=timezone.now())
    own = claim.mentor.person.login_id == request.user.pk
    context = {
        "claim": claim,
        "own": own,
        "so_far": sum(line.amount for line in claim.lines.all()),
        "may_change": can_change_claim(request.user, claim),
        "may_decide": can_decide_claims(request.user) and not own and claim.status == Claim.Status.SUBMITTED,
    }
    return render(request, "mentoring/claims/detail.html", context)


@require_POST
@allow(can_claim)
def remove_line(request: HttpRequest, ref: str, line_ref: str) -> HttpResponse:
    claim = loading.claim(ref=ref, by=request.user, at=timezone.now())
    demand(can_change_claim(request.user, claim))
    line = loading.one(claim.lines.all(), line_ref)
    return _do(request, claim, claims.remove_line, "Taken out.", line=line)


@require_POST
@allow(can_claim)
def submit(request: HttpRequest, ref: str) -> HttpResponse:
    claim = loading.claim(ref=ref, by=request.user, at=timezone.now())
    demand(claim.mentor.person.login_id == request.user.pk)
    return _do(request, claim, claims.submit, "Sent. Somebody will answer within five working days.")


@require_POST
@allow(can_decide_claims)
def approve(request: HttpRequest, ref: str) -> HttpResponse:
    claim = loading.claim(ref=ref, by=request.user, at=timezone.now())
    return _do(request, claim, claims.approve, "Approved. It is paid with the next batch.")


def _do(request: HttpRequest, claim: Claim, act: Callable[..., Any], thanks: str, **more: Any) -> HttpResponse:
    try:
        act(claim=claim, by=request.user, at=timezone.now(), **more)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, thanks)
    return redirect("mentoring:claims-detail", ref=claim.ref)


@allow(can_decide_claims)
def send_back(request: HttpRequest, ref: str) -> HttpResponse:
    claim = loading.claim(ref=ref, by=request.user, at=timezone.now())
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        if answers.attempt(form, claims.send_back, claim=claim, because=because, by=request.user, at=timezone.now()):
            messages.success(request, "Sent back, with your words.")
            return redirect("mentoring:claims-index")
    return answers.page(request, "mentoring/claims/send_back.html", {"form": form, "claim": claim})
