"""Who is due supervision, what was agreed, and the mentor's own page about it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.refs import ref_from
from mentoring import loading_care as loading
from mentoring.actions import supervisions
from mentoring.filters.supervisions import DueFilter
from mentoring.forms.supervisions import AccountForm, AnswerForm, CallOffForm, PlanForm, WeeksForm, first_answers
from mentoring.models import Debrief, Mentor, Progression, Supervision
from mentoring.models.supervisions import with_due_day
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.batches import can_pay
from mentoring.permissions.claims import can_decide_claims
from mentoring.permissions.standings import can_suspend
from mentoring.permissions.supervisions import can_see_own_supervision, can_see_supervisions, can_supervise
from mentoring.reports.availabilities import week_in_words
from mentoring.reports.standings import history_of
from mentoring.reports.supervisions import load_in_words, mentors_cared_for, with_load
from mentoring.rules.supervisions import next_due
from mentoring.tables.supervisions import DueTable

NEWEST = 12


@allow(can_see_supervisions)
def index(request: HttpRequest) -> HttpResponseBase:
    """Who is due, and what each carries."""
    now = timezone.now()
    mentors = mentors_cared_for(user=request.user, now=now, today=local_day(now))
    found = listing.build(request, table=DueTable, queryset=mentors, filterset=DueFilter, name="supervision")
    audit.looked(verb="mentoring.supervision.listed", by=request.user, at=now, shown=found.refs)
    context = {"listing": found, "may_decide": can_decide_claims(request.user), "may_pay": can_pay(request.user)}
    return listing.respond(request, "mentoring/supervisions/index.html", context)


@allow(can_see_supervisions)
def with_mentor(request: HttpRequest, ref: str) -> HttpResponse:
    """One mentor: how they are looked after, and what they carry."""
    now = timezone.now()
    mentor = loading.mentor(ref=ref, by=request.user, at=now)
    loaded = with_due_day(with_load(Mentor.objects.filter(pk=mentor.pk), now=now)).get()
    meetings = Supervision.objects.visible_to(request.user).filter(mentor=mentor).select_related("supervisor")
    context = {
        "mentor": mentor,
        "load": [("Supervision", f"Every {mentor.supervision_weeks} weeks"), *load_in_words(loaded)],
        "due_on": loaded.supervision_due_on,
        "late": loaded.supervision_due_on < local_day(now),
        "planned": meetings.filter(status=Supervision.Status.PLANNED).order_by("planned_for", "pk"),
        "held": meetings.held().order_by("-held_on", "-pk")[:NEWEST],
        "talks": Debrief.objects.visible_to(request.user).filter(mentor=mentor).order_by("-asked_at", "-pk")[:NEWEST],
        "week": week_in_words(mentor),
        "history": history_of(mentor, user=request.user),
        "steps": Progression.objects.visible_to(request.user).filter(mentor=mentor).order_by("on", "pk"),
        "may_supervise": can_supervise(request.user),
        "may_suspend": can_suspend(request.user),
    }
    return render(request, "mentoring/supervisions/with_mentor.html", context)


@allow(can_supervise)
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    mentor = loading.mentor(ref=ref, by=request.user, at=now)
    form, key = PlanForm(request.POST or None, user=request.user), ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, supervisions.plan, mentor=mentor, supervisor=form.cleaned_data["supervisor"],
            planned_for=form.planned_for(), kind=form.cleaned_data["kind"], key=key, by=request.user, at=now,
        )  # fmt: skip
        if done:
            messages.success(request, "Planned.")
            return redirect("mentoring:supervisions-with_mentor", ref=mentor.ref)
    context = {"form": form, "mentor": mentor, "key": key, "title": "Plan a meeting", "button": "Plan it"}
    return answers.page(request, "mentoring/supervisions/form.html", context)


@allow(can_supervise)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Write up a meeting that nobody had planned."""
    now = timezone.now()
    mentor = loading.mentor(ref=ref, by=request.user, at=now)
    key = ref_from(request.POST.get("key"))
    form = _account_form(request, mentor, Supervision.Kind.ONE_TO_ONE, now)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, supervisions.record, mentor=mentor, account=form.account(), key=key, by=request.user, at=now
        )
        if done:
            return _written(request, done)
    context = {"form": form, "mentor": mentor, "key": key, "title": "Write up a meeting", "button": "Save"}
    return answers.page(request, "mentoring/supervisions/form.html", context)


@allow(can_supervise)
def hold(request: HttpRequest, ref: str) -> HttpResponse:
    """Write up a meeting that was planned."""
    now = timezone.now()
    supervision = loading.supervision(ref=ref, by=request.user, at=now)
    form = _account_form(request, supervision.mentor, supervision.kind, now)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, supervisions.hold, supervision=supervision, account=form.account(), by=request.user, at=now
        )
        if done:
            return _written(request, done)
    context = {"form": form, "mentor": supervision.mentor, "title": "Write up the meeting", "button": "Save"}
    return answers.page(request, "mentoring/supervisions/form.html", context)


def _account_form(request: HttpRequest, mentor: Mentor, kind: str, now: Any) -> AccountForm:
    today = local_day(now)
    due = next_due(today, weeks=mentor.supervision_weeks)
    return AccountForm(request.POST or None, initial=first_answers(today=today, next_due_on=due, kind=kind))


def _written(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    messages.success(request, "Saved. The mentor can read what you agreed, and say whether it is right.")
    return redirect("mentoring:supervisions-detail", ref=supervision.ref)


@allow(can_supervise)
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    supervision = loading.supervision(ref=ref, by=request.user, at=now)
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        if answers.attempt(
            form, supervisions.call_off, supervision=supervision, because=because, by=request.user, at=now
        ):
            messages.success(request, "Kept. Plan another time when you can.")
            return redirect("mentoring:supervisions-with_mentor", ref=supervision.mentor.ref)
    context = {"form": form, "mentor": supervision.mentor, "title": "It did not happen", "button": "Save"}
    return answers.page(request, "mentoring/supervisions/form.html", context)


@allow(can_see_supervisions)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    supervision = loading.supervision(ref=ref, by=request.user, at=timezone.now())
    context = {"supervision": supervision, "may_supervise": can_supervise(request.user)}
    return render(request, "mentoring/supervisions/detail.html", context)


@allow(can_supervise)
def weeks(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    mentor = loading.mentor(ref=ref, by=request.user, at=now)
    form = WeeksForm(request.POST or None, initial={"weeks": mentor.supervision_weeks})
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["weeks"]
        if answers.attempt(form, supervisions.set_weeks, mentor=mentor, weeks=wanted, by=request.user, at=now):
            messages.success(request, "Changed.")
            return redirect("mentoring:supervisions-with_mentor", ref=mentor.ref)
    context = {"form": form, "mentor": mentor, "title": "How often to meet", "button": "Change"}
    return answers.page(request, "mentoring/supervisions/form.html", context)


@allow(can_see_own_supervision)
@of_a_mentor
def mine(request: HttpRequest) -> HttpResponse:
    """The mentor's own: what was agreed, what comes next, and talks that were offered."""
    mentor = loading.own_mentor(by=request.user)
    own = Supervision.objects.of_user(request.user).select_related("supervisor")
    due = with_due_day(Mentor.objects.filter(pk=mentor.pk)).get()
    context = {
        "mentor": mentor,
        "due_on": due.supervision_due_on if due.last_held_on else None,
        "planned": own.filter(status=Supervision.Status.PLANNED).order_by("planned_for", "pk"),
        "held": own.held().order_by("-held_on", "-pk")[:NEWEST],
        "talks": Debrief.objects.of_user(request.user).open().order_by("offer_by", "pk"),
    }
    return render(request, "mentoring/supervisions/mine.html", context)


@allow(can_see_own_supervision)
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """“Yes, that is right”, or words of the mentor's own."""
    supervision = loading.own_supervision(ref=ref, by=request.user)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"] if "right" not in request.POST else ""
        done = answers.attempt(
            form, supervisions.answer, supervision=supervision, words=words, by=request.user, at=timezone.now()
        )
        if done:
            messages.success(request, "Thank you. We have kept your answer.")
            return redirect("mentoring:supervisions-mine")
    return answers.page(request, "mentoring/supervisions/answer.html", {"form": form, "supervision": supervision})
