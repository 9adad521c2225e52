"""What waits to be read, watched or checked, and the page for each."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers
from common.access import allow
from common.dates import local_day
from common.refs import ref_from
from training import paths
from training.actions import assessments
from training.assessing import learners_of
from training.forms.assessments import CheckForm, MarkForm, SignOffForm, criteria_of, seen_of
from training.models import Assessment, Progress, Reflection
from training.permissions.assessments import can_assess
from training.rules.versions import blocks

FORM = "training/assessments/form.html"


@allow(can_assess)
def index(request: HttpRequest) -> HttpResponse:
    mine = learners_of(request.user)
    read = list(paths.to_read(mine)[: paths.MOST])
    watch = paths.to_watch(mine)
    check = list(paths.to_check(mine, by=request.user)[: paths.MOST])
    shown = [one.ref for one in read] + [one.ref for one in check]
    audit.looked(verb="training.assessment.listed", by=request.user, at=timezone.now(), shown=shown)
    context = {"read": read, "watch": watch, "check": check, "most": paths.MOST}
    return render(request, "training/assessments/index.html", context)


@allow(can_assess)
def mark(request: HttpRequest, ref: str) -> HttpResponse:
    now, key = timezone.now(), ref_from(request.POST.get("key"))
    waiting = Reflection.objects.filter(
        read_by=Reflection.ReadBy.ASSESSOR, progress__enrolment__learner__in=learners_of(request.user)
    )
    reflection = get_object_or_404(waiting.select_related("version", "progress__enrolment__learner"), ref=ref)
    _looked(request, reflection, now)
    form = MarkForm(request.POST or None, initial={"written_at": reflection.written_at.isoformat()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"written_at": form.cleaned_data["written_at"] or reflection.written_at}
        if answers.attempt(form, assessments.mark, reflection=reflection, **said, key=key, by=request.user, at=now):
            messages.success(request, "Kept. They see what you said.")
            return redirect("training:assessments-index")
    block = blocks(reflection.version.plain).get(reflection.block_id)
    context = {
        "form": form, "key": key, "title": "Read what they thought", "button": "Keep it", "learner": _whose(reflection),
        "unit": reflection.version.title, "asked": block["value"]["ask"] if block else "", "words": reflection.words,
    }  # fmt: skip
    return answers.page(request, FORM, context)


@allow(can_assess)
def sign_off(request: HttpRequest, ref: str, block: str) -> HttpResponse:
    now, key = timezone.now(), ref_from(request.POST.get("key"))
    theirs = Progress.objects.filter(enrolment__learner__in=learners_of(request.user))
    progress = get_object_or_404(theirs.select_related("version", "enrolment__learner"), ref=ref)
    task = blocks(progress.version.plain).get(block)
    if task is None or task["type"] != "practical":
        raise Http404
    form = SignOffForm(request.POST or None, criteria=criteria_of(task), initial={"on": local_day(now)})
    if request.method == "POST" and form.is_valid():
        kept = answers.attempt(
            form, assessments.sign_off, progress=progress, block_id=block, **form.cleaned_data, key=key,
            by=request.user, at=now,
        )  # fmt: skip
        if kept:
            messages.success(request, "Kept. They see what you said.")
            return redirect("training:assessments-index")
    context = {
        "form": form, "key": key, "title": "What you watched", "button": "Keep it",
        "learner": progress.enrolment.learner, "unit": progress.version.title, "asked": task["value"]["task"],
    }  # fmt: skip
    return answers.page(request, FORM, context)


@allow(can_assess)
def check(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    theirs = Assessment.objects.filter(is_sampled=True, progress__enrolment__learner__in=learners_of(request.user))
    rows = theirs.select_related("made_by", "reflection", "progress__version", "progress__enrolment__learner")
    said = get_object_or_404(rows, ref=ref)
    _looked(request, said, now)
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        agrees = form.cleaned_data["agrees"] == "yes"
        decide = partial(assessments.check, agrees=agrees, action=form.cleaned_data["action"])
        if answers.attempt(form, decide, assessment=said, by=request.user, at=now):
            messages.success(request, "Kept.")
            return redirect("training:assessments-index")
    block = said.asks or {"value": {}}
    context = {
        "form": form, "title": "Look at it again", "button": "Keep it", "learner": said.progress.enrolment.learner,
        "unit": said.progress.version.title, "asked": block["value"].get("ask") or block["value"].get("task", ""),
        "words": said.reflection.words if said.reflection else "", "said": said, "seen": seen_of(said),
    }  # fmt: skip
    return answers.page(request, FORM, context)


def _whose(reflection: Reflection) -> Any:
    return reflection.progress.enrolment.learner


def _looked(request: HttpRequest, record: Any, at: datetime) -> None:
    audit.looked(verb="training.assessment.opened", by=request.user, at=at, subject=record)
