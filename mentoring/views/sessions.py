"""Logging a session, and reading what was logged."""

from typing import Any, cast

from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow, demand
from common.refs import ref_from
from common.transitions import Stale
from mentoring import loading
from mentoring.actions import sessions
from mentoring.filters.sessions import OwnSessionFilter, SessionFilter
from mentoring.forms.changes import AddendumForm, CorrectionForm, answers_of
from mentoring.forms.drafts import answers_from
from mentoring.forms.matches import first_answers
from mentoring.forms.sessions import SessionForm
from mentoring.models import Attendance, Match, Session
from mentoring.permissions.sessions import (
    can_add_to_session,
    can_correct_session,
    can_correct_sessions,
    can_export_sessions,
    can_log_sessions,
    can_see_all_sessions,
    can_see_sessions,
)
from mentoring.reports.meetings import count_unlogged
from mentoring.rules.sessions import correction_ends, why_not_correct
from mentoring.tables.changes import changed_since, changes_of
from mentoring.tables.sessions import OwnSessionTable, SessionTable, facts_of
from mentoring.views.drafts import finish_later
from people.models import Person


@allow(can_see_sessions)
def index(request: HttpRequest) -> HttpResponseBase:
    """Staff have the list of their teams’ sessions; a mentor has their own."""
    staff = can_see_all_sessions(request.user)
    found = listing.build(
        request,
        table=SessionTable if staff else OwnSessionTable,
        queryset=Session.objects.visible_to(request.user).for_lists(),
        filterset=SessionFilter if staff else OwnSessionFilter,
        search=by_person if staff else None,
        search_help="A first name, or a whole surname, prison number or probation number.",
        name="sessions",
        export_rule=can_export_sessions,
        on_export=exported,
    )
    unlogged = count_unlogged(user=request.user, now=timezone.now()) if staff else 0
    audit.looked(verb="mentoring.session.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/sessions/index.html", {"listing": found, "unlogged": unlogged})


def by_person(queryset: QuerySet, words: str) -> QuerySet:
    people = Person.objects.found_by(words)
    return queryset.filter(Exists(Attendance.objects.filter(session=OuterRef("pk"), person__in=people)))


def exported(request: HttpRequest, export: Any) -> None:
    audit.record(
        verb="mentoring.session.exported", by=request.user, at=timezone.now(), reason=export.reason, rows=export.count
    )


@allow(can_log_sessions)
def log(request: HttpRequest) -> HttpResponse:
    """Who was it with? One big button for each person."""
    return render(request, "mentoring/sessions/log.html", {"matches": loading.matches_to_log(by=request.user)})


@allow(can_log_sessions)
def log_with(request: HttpRequest, ref: str) -> HttpResponse:
    """A session with one person."""
    return _log(request, [loading.match_to_log(ref=ref, by=request.user)], group=False)


@allow(can_log_sessions)
def log_group(request: HttpRequest) -> HttpResponse:
    """A session with several people at once has a register."""
    return redirect("mentoring:registers-choose")


def _log(request: HttpRequest, matches: list[Match], *, group: bool) -> HttpResponse:
    now = timezone.now()
    key = ref_from(request.POST.get("key") or request.GET.get("draft"))
    if request.method == "POST" and "draft" in request.POST:
        return finish_later(request, key)
    draft = loading.own_draft(ref=key, by=request.user)
    form = SessionForm(request.POST or None, matches=matches, group=group, initial=first_answers(matches, now=now))
    if draft:
        form.initial = {**form.initial, **answers_from(draft, form=form)}
    if request.method == "POST" and form.is_valid():
        mentor = loading.own_mentor(by=request.user)
        session = answers.attempt(
            form,
            sessions.record,
            mentor=mentor,
            details=form.details(),
            marks=form.marks(),
            key=key,
            worry=form.worry_raised(),
            by=request.user,
            at=now,
        )
        if session:
            messages.success(request, "Saved. Thank you for being there.")
            return redirect("mentoring:sessions-detail", ref=session.ref)
    context = {"form": form, "key": key, "group": group, "matches": matches, "draft": draft}
    return answers.page(request, "mentoring/sessions/form.html", context)


@allow(can_see_sessions)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    session = loading.session(ref=ref, by=request.user, at=now)
    context = {
        "session": session,
        "facts_of_it": facts_of(session),
        "changes": changes_of(session),
        "people": [mark.person for mark in session.attendance.all()],
        "may_correct": can_correct_session(request.user, session)
        and not why_not_correct(recorded=session.recorded_at, now=now, brought_in=session.brought_in),
        "correction_ends": correction_ends(session.recorded_at),
        "may_add": can_add_to_session(request.user, session),
    }
    return render(request, "mentoring/sessions/detail.html", context)


@allow(can_correct_sessions)
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    session = loading.session(ref=ref, by=request.user, at=now)
    demand(can_correct_session(request.user, session))
    if session.kind == session.Kind.GROUP:
        return redirect("mentoring:registers-correct", ref=ref)
    matches, group = [mark.match for mark in session.attendance.all() if mark.match], False
    form = CorrectionForm(request.POST or None, matches=matches, group=group, initial=answers_of(session))
    if request.method == "POST" and form.is_valid():
        try:
            done = answers.attempt(
                form,
                sessions.correct,
                session=session,
                details=form.details(),
                marks=form.marks(),
                seen=form.cleaned_data["version"],
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=now,
            )
        except Stale as stale:
            return answers.conflict(request, form, stale, standing=answers_of(cast(Session, stale.record)))
        if done:
            messages.success(request, "Put right. What it said before is kept.")
            return redirect("mentoring:sessions-detail", ref=ref)
    key = ref_from(request.POST.get("key"))
    context = {"form": form, "session": session, "group": group, "correcting": True, "key": key}
    return answers.page(request, "mentoring/sessions/form.html", context)


@allow(can_see_sessions)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    session = loading.session(ref=ref, by=request.user, at=now)
    demand(can_add_to_session(request.user, session))
    form = AddendumForm(request.POST or None, initial={"version": session.version})
    context: dict[str, Any] = {"form": form, "session": session, "key": ref_from(request.POST.get("key"))}
    if request.method == "POST" and form.is_valid():
        said = {"text": form.cleaned_data["text"], "seen": form.cleaned_data["version"], "key": context["key"]}
        try:
            done = answers.attempt(form, sessions.add_to, session=session, **said, by=request.user, at=now)
        except Stale:
            return _changed_meanwhile(request, context)
        if done:
            messages.success(request, "Added.")
            return redirect("mentoring:sessions-detail", ref=ref)
    return answers.page(request, "mentoring/sessions/add.html", context)


def _changed_meanwhile(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The record was put right while somebody wrote an addition: what changed, and their words, ready to be sent."""
    form, session = context["form"], context["session"]
    rows = changed_since(session, seen=form.cleaned_data["version"])
    answers.raise_version(form, session)
    return render(request, "mentoring/sessions/add.html", context | {"rows": rows}, status=answers.CONFLICT)
