"""Registers that were written without signal: the doors at which a phone hands them in later."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import user_of
from common import answers
from common.access import allow
from common.dates import local_day
from common.refs import is_ref
from common.transitions import NotAllowed, Stale
from mentoring import loading, replies, rolls
from mentoring.actions import drafts, meetings, registers
from mentoring.forms.drafts import BLANK, content_from
from mentoring.forms.offline import differences, marked_refs
from mentoring.forms.registers import RegisterForm
from mentoring.models import Session
from mentoring.permissions.sessions import can_log_sessions
from mentoring.rolls import Roll
from mentoring.views.offline import meeting_of

NOT_HELD = (
    "You do not hold this group now, so you cannot record this yourself. Your words are still on this phone. Show them "
    "to your coordinator, who can record them for you."
)
LEFT = (
    "Somebody you marked is not on this register now, so it cannot be sent as it is. Your words are still on this "
    "phone. Show them to your coordinator."
)
NO_MENTOR = "No mentor holds this group. Add one to the group first."


@require_POST
@allow(can_log_sessions)
def begin(request: HttpRequest) -> HttpResponse:
    """A register that was begun on a phone with nobody in it: safe here as a draft, until the people are chosen."""
    key = replies.key_of(request)
    if not key:
        return replies.lost(request)
    content = content_from(request.POST) | {"register": [BLANK]}
    try:
        drafts.save(ref=key, content=content, by=request.user, at=timezone.now())
    except NotAllowed as refusal:
        return replies.no(key, HTTPStatus.UNPROCESSABLE_ENTITY, str(refusal), why="mend")
    return replies.done(key, f"{reverse('mentoring:registers-choose')}?draft={key}")


@require_POST
@allow(can_log_sessions)
def send(request: HttpRequest) -> HttpResponse:
    """A register as a phone kept it. Answers with the key that is now recorded, or with why it is not."""
    key = replies.key_of(request)
    if not key:
        return replies.lost(request)
    earlier = Session.objects.filter(key=key).first()
    if earlier and earlier.recorded_by_id != user_of(request).pk:
        return replies.no(key, HTTPStatus.CONFLICT, replies.ANOTHERS)
    roll = rolls.of_session(earlier) if earlier else _roll_of(request)
    if roll is None:
        return replies.no(key, HTTPStatus.FORBIDDEN, NOT_HELD, why="ended")
    if marked_refs(request.POST) - {person.ref for person in roll.people}:
        return replies.no(key, HTTPStatus.FORBIDDEN, LEFT, why="ended")
    form = RegisterForm(request.POST, roll=roll)
    if not form.is_valid():
        return replies.mend(key, form)
    return _again(request, form, earlier) if earlier else _take(request, form, roll, key)


def _roll_of(request: HttpRequest) -> Roll | None:
    """The register that the form was opened from, while it is theirs to take."""
    place, meeting = request.POST.get("register", ""), meeting_of(request)
    ref = meeting.group.ref if meeting and meeting.group else place
    try:
        if ref == "own":
            return rolls.of_mentor(mentor=loading.own_mentor(by=request.user))
        if not is_ref(ref):
            return None
        return rolls.of_group(ref=ref, by=request.user, on=local_day(timezone.now()))
    except Http404:
        return None


def _take(request: HttpRequest, form: RegisterForm, roll: Roll, key: str) -> HttpResponse:
    mentor, meeting = form.held_by(), meeting_of(request)
    if mentor is None:
        form.add_error(None, NO_MENTOR)
        return replies.mend(key, form)
    said: dict[str, Any] = {
        "mentor": mentor, "details": form.details(), "rows": form.rows(), "key": key, "worry": form.worry_raised(),
        "worry_about": form.worried_about(), "by": request.user, "at": timezone.now(),
    }  # fmt: skip
    if meeting and meeting.group == roll.group:
        session = answers.attempt(form, meetings.log_register, meeting=meeting, **said)
    else:
        session = answers.attempt(form, registers.take, group=roll.group, **said)
    if session is None:
        return replies.mend(key, form)
    if differences(form, session):  # the same form came while this one was read, and said something else
        return _differs(request, form, session)
    messages.success(request, "Saved. Thank you for being there.")
    return replies.done(key, _page(session))


def _again(request: HttpRequest, form: RegisterForm, session: Session) -> HttpResponse:
    """The same register came before: it is named again, or where it says something else, both are shown."""
    seen = replies.chosen_version(request)
    if not differences(form, session):
        done: Session | None = session
    elif seen is None or not Session.objects.visible_to(request.user).filter(pk=session.pk).exists():
        return _differs(request, form, session)
    else:
        try:
            done = answers.attempt(
                form, registers.correct, session=session, details=form.details(), rows=form.rows(), seen=seen,
                reason="Sent again from a phone", by=request.user, at=timezone.now(),
            )  # fmt: skip
        except Stale:
            return _differs(request, form, session)
    if done and form.worry_raised() and done.concern_id is None:
        return replies.no(session.key, HTTPStatus.CONFLICT, replies.UNTOLD)
    return replies.done(session.key, _page(done)) if done else replies.mend(session.key, form)


def _differs(request: HttpRequest, form: RegisterForm, session: Session) -> HttpResponse:
    """It shows the record, so it is loaded as a page loads it, and only for whoever may still open it."""
    try:
        there = loading.session(ref=session.ref, by=request.user, at=timezone.now())
    except Http404:
        return replies.no(session.key, HTTPStatus.FORBIDDEN, NOT_HELD, why="ended")
    rows = differences(form, there)
    return replies.two_versions(session.key, version=there.version, rows=rows, url=_page(there))


def _page(session: Session) -> str:
    return reverse("mentoring:sessions-detail", args=[session.ref])
