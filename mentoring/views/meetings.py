"""The calendar: planned meetings, and what becomes of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow, demand
from common.dates import local_day
from common.forms import HouseForm
from common.refs import ref_from
from mentoring import loading, rolls
from mentoring.actions import meetings, repeats
from mentoring.forms.drafts import answers_from
from mentoring.forms.meetings import CallOffForm, MoveForm, PlanForm, first_answers
from mentoring.forms.registers import RegisterForm
from mentoring.forms.sessions import SessionForm
from mentoring.models import Group, Match, Meeting, Repeat, Session
from mentoring.permissions.meetings import (
    can_log_meeting,
    can_plan_meetings,
    can_see_all_meetings,
    can_see_meetings,
)
from mentoring.permissions.sessions import can_log_sessions
from mentoring.reports import meetings as reports
from mentoring.reports.meeting_answers import answered
from mentoring.tables.meetings import facts_of, way_of
from mentoring.views.drafts import finish_later


@allow(can_plan_meetings)
def plan(request: HttpRequest) -> HttpResponse:
    """One meeting, or one that comes again and again."""
    staff = can_see_all_meetings(request.user)
    key = ref_from(request.POST.get("key"))
    walks = Match.objects.visible_to(request.user).open().select_related("person__team", "mentor__person")
    groups = Group.objects.visible_to(request.user).open().select_related("team").order_by("name", "pk")
    form = PlanForm(
        request.POST or None,
        matches=list(walks.order_by("person__search_name", "pk")),
        groups=list(groups),
        staff=staff,
    )
    if request.method == "POST" and form.is_valid() and (made := _planned(request, form, key)):
        messages.success(request, "Planned.")
        return redirect("mentoring:meetings-detail", ref=made.ref)
    return answers.page(request, "mentoring/meetings/plan.html", {"form": form, "key": key})


def _planned(request: HttpRequest, form: PlanForm, key: str) -> Meeting | None:
    """The meeting that was planned: of several, the first."""
    whom, again = form.chosen(), form.again()
    mentor = whom.mentor if isinstance(whom, Match) else loading.holder(group=whom, by=request.user)
    if mentor is None:
        form.add_error("whom", "No mentor holds this group. Add one to the group first.")
        return None
    said: dict[str, Any] = {
        "mentor": mentor, "whom": whom, "occasion": form.occasion(), "key": key, "by": request.user,
        "at": timezone.now(),
    }  # fmt: skip
    if again is None:
        return answers.attempt(form, meetings.plan, starts_at=form.starts_at(), **said)
    begun: Repeat | None = answers.attempt(form, repeats.begin, **again, **said)
    return begun.meetings.order_by("starts_at").first() if begun else None


@allow(can_see_meetings)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    meeting = loading.meeting(ref=ref, by=request.user, at=now)
    is_planned = meeting.status == Meeting.Status.PLANNED
    may_log = is_planned and can_log_meeting(request.user, meeting)
    context = {
        "meeting": meeting,
        "answers": answered(Meeting.objects.for_lists()).get(pk=meeting.pk).answers_in_words,
        "facts_of_it": facts_of(meeting),
        "way": way_of(reports.way(meeting)),
        "may_change": is_planned and can_plan_meetings(request.user),
        "may_log": may_log,
        "may_stop": meeting.repeat and meeting.repeat.stopped_at is None and can_plan_meetings(request.user),
        "alike": reports.alike(meeting=meeting, user=request.user) if may_log else [],
    }
    return render(request, "mentoring/meetings/detail.html", context)


@allow(can_plan_meetings)
def move(request: HttpRequest, ref: str) -> HttpResponse:
    meeting = loading.meeting(ref=ref, by=request.user, at=timezone.now())
    form = MoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = answers.attempt(
            form, meetings.reschedule, meeting=meeting, starts_at=form.starts_at(), cause=form.cleaned_data["cause"],
            asked_by=form.cleaned_data["asked_by"], by=request.user, at=timezone.now(),
        )  # fmt: skip
        if new:
            messages.success(request, "Moved. The old time stays in its history.")
            return redirect("mentoring:meetings-detail", ref=new.ref)
    context = {"form": form, "meeting": meeting, "title": "Move a meeting", "button": "Move it"}
    return answers.page(request, "mentoring/meetings/change.html", context)


@allow(can_plan_meetings)
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    meeting = loading.meeting(ref=ref, by=request.user, at=timezone.now())
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if answers.attempt(form, meetings.call_off, meeting=meeting, **said, by=request.user, at=timezone.now()):
            messages.success(request, "Called off.")
            return redirect("mentoring:meetings-detail", ref=ref)
    context = {"form": form, "meeting": meeting, "title": "Call a meeting off", "button": "Call it off"}
    return answers.page(request, "mentoring/meetings/change.html", context)


@require_POST
@allow(can_plan_meetings)
def link(request: HttpRequest, ref: str) -> HttpResponse:
    """“This session was that meeting”: for one that was logged by itself."""
    now = timezone.now()
    meeting = loading.meeting(ref=ref, by=request.user, at=now)
    demand(can_log_meeting(request.user, meeting))
    form, wanted = HouseForm(request.POST), ref_from(request.POST.get("session"))
    session = reports.alike(meeting=meeting, user=request.user).filter(ref=wanted).first()
    if session is None or not form.is_valid():
        messages.error(request, "That session is not there any more, or belongs to another meeting.")
    elif answers.attempt(form, meetings.link, meeting=meeting, session=session, by=request.user, at=now):
        messages.success(request, "Logged.")
    else:
        messages.error(request, " ".join(str(error) for error in form.non_field_errors()))
    return redirect("mentoring:meetings-detail", ref=ref)


@allow(can_plan_meetings)
def log(request: HttpRequest, ref: str) -> HttpResponse:
    """What came of it: the form of a session or a register, with what the plan knows filled in."""
    meeting = loading.meeting(ref=ref, by=request.user, at=timezone.now())
    demand(can_log_meeting(request.user, meeting))
    if meeting.session and request.method == "GET":
        return redirect("mentoring:sessions-detail", ref=meeting.session.ref)
    key = ref_from(request.POST.get("key") or request.GET.get("draft"))
    if request.method == "POST" and "draft" in request.POST and can_log_sessions(request.user):
        return finish_later(request, key)
    form = _form_for(request, meeting)
    if draft := loading.own_draft(ref=key, by=request.user):
        form.initial = {**form.initial, **answers_from(draft, form=form)}
    if request.method == "POST" and form.is_valid() and (session := _logged(request, form, meeting, key)):
        messages.success(request, "Saved. Thank you for being there.")
        return redirect("mentoring:sessions-detail", ref=session.ref)
    context = {
        "form": form, "key": key, "meeting": meeting, "roll": getattr(form, "roll", None), "group": False,
        "drafts": can_log_sessions(request.user),
    }  # fmt: skip
    page = "mentoring/registers/form.html" if meeting.group else "mentoring/sessions/form.html"
    return answers.page(request, page, context)


def _form_for(request: HttpRequest, meeting: Meeting) -> SessionForm:
    typed, first = request.POST or None, first_answers(meeting)
    if meeting.group:
        roll = rolls.of_group(ref=meeting.group.ref, by=request.user, on=local_day(timezone.now()))
        return RegisterForm(typed, roll=roll, initial=first)
    return SessionForm(typed, matches=[meeting.match] if meeting.match else [], initial=first)


def _logged(request: HttpRequest, form: SessionForm, meeting: Meeting, key: str) -> Session | None:
    said: dict[str, Any] = {
        "meeting": meeting, "details": form.details(), "key": key, "worry": form.worry_raised(), "by": request.user,
        "at": timezone.now(),
    }  # fmt: skip
    if not isinstance(form, RegisterForm):
        return answers.attempt(form, meetings.log, marks=form.marks(), **said)
    mentor = form.held_by()
    if mentor is None:
        form.add_error(None, "No mentor holds this group. Add one to the group first.")
        return None
    return answers.attempt(
        form, meetings.log_register, mentor=mentor, rows=form.rows(), worry_about=form.worried_about(), **said
    )
