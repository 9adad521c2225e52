"""Taking the register of a session with several people."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers
from common.access import allow, demand
from common.dates import local_day
from common.refs import is_ref, ref_from
from common.transitions import Stale
from mentoring import loading, rolls
from mentoring.actions import registers
from mentoring.forms.drafts import answers_from
from mentoring.forms.offline import marks_from, notes_of
from mentoring.forms.registers import RegisterCorrectionForm, RegisterForm, answers_so_far, first_answers
from mentoring.models import Group, Mentor, Session
from mentoring.permissions.registers import can_correct_register, can_take_on_behalf, can_take_registers
from mentoring.permissions.sessions import can_log_sessions
from mentoring.rolls import Roll
from mentoring.views.drafts import finish_later


@allow(can_take_registers)
def choose(request: HttpRequest) -> HttpResponse:
    """Which group was it? For staff also: whose people? A register begun on a phone comes as a draft."""
    groups = Group.objects.visible_to(request.user).open().select_related("establishment").order_by("name", "pk")
    on_behalf = can_take_on_behalf(request.user)
    begun = request.GET.get("draft", "")
    draft = loading.own_draft(ref=begun, by=request.user) if is_ref(begun) else None
    mentors = Mentor.objects.visible_to(request.user).filter(status__in=Mentor.WORKING).select_related("person")
    context = {
        "draft": draft,
        "notes": notes_of(draft.typed) if draft else (),
        "groups": groups,
        "own": can_log_sessions(request.user),
        "mentors": mentors.order_by("person__search_name", "pk") if on_behalf else (),
    }
    return render(request, "mentoring/registers/choose.html", context)


@allow(can_take_registers)
def take(request: HttpRequest, ref: str) -> HttpResponse:
    """The register of a group."""
    roll = rolls.of_group(ref=ref, by=request.user, on=local_day(timezone.now()))
    return _take(request, roll, place=ref)


@allow(can_log_sessions)
def take_own(request: HttpRequest) -> HttpResponse:
    """A register of the people a mentor walks alongside."""
    return _take(request, rolls.of_mentor(mentor=loading.own_mentor(by=request.user)), place="own")


@allow(can_take_on_behalf)
def take_for(request: HttpRequest, ref: str) -> HttpResponse:
    """The same, written by staff for a mentor without a login."""
    return _take(request, rolls.of_mentor(mentor=rolls.mentor_for(ref=ref, by=request.user)), place="")


def _take(request: HttpRequest, roll: Roll, *, place: str) -> HttpResponse:
    """`place` says in a draft which register it is; staff, who write for others, keep no drafts."""
    now = timezone.now()
    key = ref_from(request.POST.get("key") or request.GET.get("draft"))
    drafts = bool(place) and can_log_sessions(request.user)
    if request.method == "POST" and "draft" in request.POST and drafts:
        return finish_later(request, key)
    draft = loading.own_draft(ref=key, by=request.user)
    form = RegisterForm(request.POST or None, roll=roll, initial=first_answers(roll, now=now))
    if draft:
        form.initial = {**form.initial, **marks_from(draft.typed, roll), **answers_from(draft, form=form)}
    audit.looked(
        verb="mentoring.register.opened", by=request.user, at=now, subject=roll.group,
        shown=[person.ref for person in roll.people],
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and (session := _kept(request, form, roll, key)):
        messages.success(request, "Saved. Thank you for being there.")
        return redirect("mentoring:sessions-detail", ref=session.ref)
    notes = notes_of(request.POST or (draft.typed if draft else {}))
    context = {"form": form, "key": key, "roll": roll, "place": place, "drafts": drafts, "notes": notes}
    return answers.page(request, "mentoring/registers/form.html", context)


def _kept(request: HttpRequest, form: RegisterForm, roll: Roll, key: str) -> Session | None:
    mentor = form.held_by()
    if mentor is None:
        form.add_error(None, "No mentor holds this group. Add one to the group first.")
        return None
    return answers.attempt(
        form, registers.take, mentor=mentor, group=roll.group, details=form.details(), rows=form.rows(), key=key,
        worry=form.worry_raised(), worry_about=form.worried_about(), by=request.user, at=timezone.now(),
    )  # fmt: skip


@allow(can_take_registers)
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    session = loading.session(ref=ref, by=request.user, at=now)
    demand(can_correct_register(request.user, session) and session.kind == Session.Kind.GROUP)
    form = RegisterCorrectionForm(request.POST or None, roll=rolls.of_session(session), initial=answers_so_far(session))
    if request.method == "POST" and form.is_valid():
        try:
            done = answers.attempt(
                form, registers.correct, session=session, details=form.details(), rows=form.rows(),
                seen=form.cleaned_data["version"], reason=form.cleaned_data["reason"], by=request.user, at=now,
            )  # fmt: skip
        except Stale as stale:
            return answers.conflict(request, form, stale, standing=answers_so_far(cast(Session, stale.record)))
        if done:
            messages.success(request, "Put right. What it said before is kept.")
            return redirect("mentoring:sessions-detail", ref=ref)
    key = ref_from(request.POST.get("key"))
    context = {"form": form, "session": session, "correcting": True, "roll": form.roll, "key": key}
    return answers.page(request, "mentoring/registers/form.html", context)
