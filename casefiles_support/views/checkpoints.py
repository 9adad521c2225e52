"""The stages: what we promise at each, what was said, and “I want to go ahead anyway”."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casefiles_support import loading
from casefiles_support.actions import checkpoints
from casefiles_support.forms.checkpoints import GoAheadForm, RecordForm
from casefiles_support.models import Checkpoint
from casefiles_support.parts_checkpoints import part_of
from casefiles_support.parts_duties import part_of as owed_of
from casefiles_support.parts_journeys import part_of as ways_of
from casefiles_support.permissions.journeys import can_decide, can_keep_journeys
from casefiles_support.rules.checkpoint_words import GO_AHEAD
from casefiles_support.rules.checkpoints import STAGES, Stage
from common import answers
from common.access import allow
from common.dates import local_day
from mentoring.sending import send


@allow(can_decide)
def index(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    on = local_day(now)
    context = {
        "journey": journey,
        "part": part_of(journey, request.user, on),
        "ways": ways_of(journey, request.user, on),
        "owed": owed_of(journey, request.user, on),
    }
    return render(request, "casefiles_support/checkpoints/index.html", context)


@allow(can_keep_journeys)
def record(request: HttpRequest, ref: str, code: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    stage = _stage(code)
    form = RecordForm(request.POST or None, code=code, initial={"on": local_day(now)})
    if send(request, form, checkpoints.record, journey=journey, code=code, at=now):
        messages.success(request, "Written down.")
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    context = {"form": form, "journey": journey, "stage": stage, "code": code}
    return answers.page(request, "casefiles_support/checkpoints/record.html", context)


@allow(can_keep_journeys)
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """Of the row of this ref: another stands in its place."""
    now = timezone.now()
    row = loading.checkpoint(ref=ref, by=request.user, at=now)
    went_ahead = row.outcome == Checkpoint.Outcome.WENT_AHEAD
    first = {"outcome": row.outcome, "on": row.on, "person_present": row.person_present, "words": row.words}
    first |= {"next_review_on": row.next_review_on} | {f"a_{name}": said for name, said in row.answers.items()}
    form = RecordForm(request.POST or None, code=row.code, went_ahead=went_ahead, initial=first)
    if send(request, form, checkpoints.correct, checkpoint=row, at=now):
        messages.success(request, "Put right. What was there before is kept beside it.")
        return redirect("casefiles_support:checkpoints-index", ref=row.journey.ref)
    context = {"form": form, "journey": row.journey, "stage": STAGES[row.code]}
    return answers.page(request, "casefiles_support/checkpoints/correct.html", context)


@allow(can_decide)
def go_ahead(request: HttpRequest, ref: str, code: str) -> HttpResponse:
    """“I want to go ahead anyway”: nobody’s leave is asked."""
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    stage = _stage(code)
    form = GoAheadForm(request.POST or None)
    if send(request, form, checkpoints.went_ahead, journey=journey, code=code, at=now):
        messages.success(request, GO_AHEAD)
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    context = {"form": form, "journey": journey, "stage": stage, "said": GO_AHEAD}
    return answers.page(request, "casefiles_support/checkpoints/go_ahead.html", context)


def _stage(code: str) -> Stage:
    if code not in STAGES:
        raise Http404
    return STAGES[code]
