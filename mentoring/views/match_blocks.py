"""Who must be kept apart."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from mentoring import finding
from mentoring.actions import match_blocks
from mentoring.filters.match_blocks import MatchBlockFilter
from mentoring.forms.match_blocks import FindOther, LeadForm, LiftForm, ProposeForm
from mentoring.models import MatchBlock
from mentoring.permissions.match_blocks import can_propose_match_blocks, can_see_match_blocks
from mentoring.tables.match_blocks import MatchBlockTable
from people import loading as people

DONE = "Saved. They are kept apart from now on."
SENT = "Our safeguarding lead has it."


@allow(can_see_match_blocks)
def index(request: HttpRequest) -> HttpResponseBase:
    visible = MatchBlock.objects.visible_to(request.user).select_related("person", "other")
    visible = visible.defer("reason", "other_name", "lifted_because")
    found = listing.build(request, table=MatchBlockTable, queryset=visible, filterset=MatchBlockFilter, name="blocks")
    audit.looked(verb="mentoring.match_block.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/match_blocks/index.html", {"listing": found})


@allow(can_propose_match_blocks)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = people.person(ref=ref, by=request.user, at=now)
    lead = can_see_match_blocks(request.user)
    typed = request.POST if request.method == "POST" else None
    form = LeadForm(typed, by=request.user) if lead else ProposeForm(typed)
    if request.method == "POST" and form.is_valid():
        said = {"other": None} | form.cleaned_data
        block = answers.attempt(form, match_blocks.make, person=person, **said, by=request.user, at=now)
        if block:
            messages.success(request, DONE if lead else SENT)
            return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "mentoring/match_blocks/add.html", {"form": form, "person": person, "lead": lead})


@allow(can_see_match_blocks)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    block = finding.match_block(ref=ref, by=request.user, at=timezone.now())
    return answers.page(request, "mentoring/match_blocks/detail.html", {"apart": block})


@allow(can_see_match_blocks)
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    block = finding.match_block(ref=ref, by=request.user, at=now)
    initial = {"other": block.other.prison_number or block.other.crn} if block.other else None
    form = FindOther(request.POST if request.method == "POST" else None, by=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, match_blocks.confirm, block=block, **form.cleaned_data, by=request.user, at=now)
        if done:
            messages.success(request, "Confirmed. They are kept apart.")
            return redirect("mentoring:match_blocks-detail", ref=ref)
    return answers.page(request, "mentoring/match_blocks/confirm.html", {"form": form, "apart": block})


@allow(can_see_match_blocks)
def lift(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    block = finding.match_block(ref=ref, by=request.user, at=now)
    form = LiftForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, match_blocks.lift, block=block, **form.cleaned_data, by=request.user, at=now)
        if done:
            messages.success(request, "Lifted. What was paused waits until somebody takes it up again.")
            return redirect("mentoring:match_blocks-detail", ref=ref)
    return answers.page(request, "mentoring/match_blocks/lift.html", {"form": form, "apart": block})
