"""Corrections and additions that were written without signal: the doors at which a phone hands them in later."""

import hashlib
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import user_of
from common import answers
from common.access import allow
from common.refs import is_ref
from common.transitions import Stale
from mentoring import loading, replies, rolls
from mentoring.actions import registers, sessions
from mentoring.forms.changes import AddendumForm, CorrectionForm
from mentoring.forms.offline import differences
from mentoring.forms.registers import RegisterCorrectionForm
from mentoring.models import Addendum, Session
from mentoring.permissions.sessions import can_log_sessions
from mentoring.tables.changes import changed_since

GONE = (
    "You cannot open this session now, so you cannot change it or add to it yourself. Your words are still on this "
    "phone. Show them to your coordinator, who can add them for you."
)
ADDED = "You sent this before with other words, and those are there now. Add these as well, or let them go."
SINCE = "The session was put right while you were writing. Look at what changed, then choose."
HEADS = ["What it says now", "What it said when you wrote"]


@require_POST
@allow(can_log_sessions)
def correct(request: HttpRequest) -> HttpResponse:
    """Sent twice it changes nothing the second time: the record then says what the form says."""
    key = replies.key_of(request)
    if not key:
        return replies.lost(request)
    session = _own(request)
    if session is None:
        return _not_theirs(request, key)
    form = _form_for(request, session)
    if not form.is_valid():
        return replies.mend(key, form)
    chosen = replies.chosen_version(request)
    said: dict[str, Any] = {
        "session": session, "details": form.details(), "seen": chosen or form.cleaned_data["version"],
        "reason": form.cleaned_data["reason"], "by": request.user, "at": timezone.now(),
    }  # fmt: skip
    try:
        if isinstance(form, RegisterCorrectionForm):
            done = answers.attempt(form, registers.correct, rows=form.rows(), **said)
        else:
            done = answers.attempt(form, sessions.correct, marks=form.marks(), **said)
    except Stale:
        there = loading.session(ref=session.ref, by=request.user, at=timezone.now())
        rows = differences(form, there, corrected=True)
        return replies.two_versions(key, version=there.version, rows=rows, url=_page(there))
    return replies.done(key, _page(session)) if done else replies.mend(key, form)


@require_POST
@allow(can_log_sessions)
def add(request: HttpRequest) -> HttpResponse:
    """Added once, however often it is sent; what was added is never changed."""
    key = replies.key_of(request)
    if not key:
        return replies.lost(request)
    session = _own(request)
    if session is None:
        return _not_theirs(request, key)
    form = AddendumForm(request.POST)
    if not form.is_valid():
        return replies.mend(key, form)
    text, seen = form.cleaned_data["text"], replies.chosen_version(request) or form.cleaned_data["version"]
    earlier = Addendum.objects.filter(key__in=[key, _another(key, text)])
    if earlier and (answer := _added_before(request, list(earlier), session, text)):
        return answer
    key_of_it = _another(key, text) if earlier else key
    try:
        done = answers.attempt(
            form, sessions.add_to, session=session, text=text, key=key_of_it, seen=seen, by=request.user,
            at=timezone.now(),
        )  # fmt: skip
    except Stale:
        return _changed_since(request, key, session, seen)
    return replies.done(key, _page(session)) if done else replies.mend(key, form)


def _changed_since(request: HttpRequest, key: str, session: Session, seen: int) -> HttpResponse:
    there = loading.session(ref=session.ref, by=request.user, at=timezone.now())
    return replies.differs(
        key, rows=changed_since(there, seen=seen), url=_page(there), press="Add mine", heads=HEADS, say=SINCE,
        sends={"replace": str(there.version)},
    )  # fmt: skip


def _own(request: HttpRequest) -> Session | None:
    """The session that the form was opened from, while it is theirs to see and they wrote it. It leaves a Look."""
    ref = request.POST.get("session", "")
    theirs = Session.objects.visible_to(request.user).filter(recorded_by=user_of(request))
    if not is_ref(ref) or not theirs.filter(ref=ref).exists():
        return None
    return loading.session(ref=ref, by=request.user, at=timezone.now())


def _not_theirs(request: HttpRequest, key: str) -> HttpResponse:
    ref = request.POST.get("session", "")
    if is_ref(ref) and Session.objects.filter(ref=ref, recorded_by=user_of(request)).exists():
        return replies.no(key, HTTPStatus.FORBIDDEN, GONE, why="ended")
    return replies.no(key, HTTPStatus.NOT_FOUND, replies.NOT_FOUND)


def _form_for(request: HttpRequest, session: Session) -> CorrectionForm | RegisterCorrectionForm:
    if session.kind == Session.Kind.GROUP:
        return RegisterCorrectionForm(request.POST, roll=rolls.of_session(session))
    return CorrectionForm(request.POST, matches=[mark.match for mark in session.attendance.all() if mark.match])


def _added_before(request: HttpRequest, earlier: list[Addendum], session: Session, text: str) -> HttpResponse | None:
    """What to say of words that came under this key before; None when these are to be added as well."""
    key = replies.key_of(request)
    if any(one.added_by_id != request.user.pk or one.session_id != session.pk for one in earlier):
        return replies.no(key, HTTPStatus.CONFLICT, replies.ANOTHERS)
    if any(one.text == text for one in earlier):
        return replies.done(key, _page(session))
    if request.POST.get("another") == "yes":
        return None
    rows = [{"label": "What you added", "there": earlier[0].text, "yours": text}]
    sends = {"another": "yes"}
    return replies.differs(key, rows=rows, url=_page(session), press="Add mine as well", sends=sends, say=ADDED)


def _another(key: str, text: str) -> str:
    """A key for other words of the same form: the same words have the same one, so they too are added once."""
    return f"{key}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _page(session: Session) -> str:
    return reverse("mentoring:sessions-detail", args=[session.ref])
