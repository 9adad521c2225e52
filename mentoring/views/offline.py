"""Logging a session with no signal: what a phone keeps, and the door at which it hands it in later."""

import json
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from accounts import sessions as sign_ins
from accounts.access import user_of
from accounts.phones import LASTS, phone_key
from common import answers, shell
from common.access import allow, anyone
from common.refs import is_ref
from common.transitions import Stale
from mentoring import loading, replies
from mentoring.actions import meetings, sessions
from mentoring.forms.offline import BlankSessionForm, differences, refs_in, same_people
from mentoring.forms.sessions import SessionForm
from mentoring.models import Meeting, Session
from mentoring.permissions.meetings import can_log_meeting
from mentoring.permissions.sessions import can_log_sessions

KEPT = ("js/kept_store.js", "js/kept.js", "js/kept_words.js", "js/kept_cards.js", "js/kept_page.js")
NEEDED = ("js/leave.js", "js/print.js", *KEPT, "img/alongside.svg", *shell.FONTS)

TWIN = (
    "You recorded a session at this very time already. If it is the same one, keep what is there, and put it right on "
    "its own page."
)


def _blank() -> str:
    """The same for everybody: it holds nobody, and no token."""
    # The frame's quick way out then also signs out, whoever is signed in by the time it is used.
    context = {"form": BlankSessionForm(), "user": {"is_authenticated": True}, "home": reverse("desk:home")}
    return render_to_string("mentoring/offline/kept.html", context)


@require_safe
@allow(anyone)
def kept(request: HttpRequest) -> HttpResponse:
    """“On this phone”: a page with nobody in it. What a phone holds is put there by the phone itself."""
    return HttpResponse(_blank(), headers={"Cache-Control": "no-store"})


@require_safe
@allow(anyone)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. Its version changes whenever what it keeps does, and no cache holds it."""
    names = [*shell.styles(), *NEEDED]
    said = {
        "version": shell.fingerprint(names, _blank()),
        "page": reverse("mentoring:offline-kept"),
        "files": shell.addresses(names),
        "falls_back": [
            reverse("mentoring:offline-kept"),
            reverse("mentoring:sessions-log"),
            reverse("desk:home"),
            reverse("mentoring:registers-choose"),
        ],
    }
    values = {name: mark_safe(json.dumps(value)) for name, value in said.items()}
    headers = {"Cache-Control": "no-store", "Service-Worker-Allowed": "/"}
    script = render_to_string("mentoring/offline/worker.js", values)
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)


@require_safe
@allow(can_log_sessions)
def greet(request: HttpRequest) -> HttpResponse:
    """What a phone needs before it may keep or send: whose it is, their key, a token, and whom they walk alongside."""
    user = user_of(request)
    people = [{"ref": match.ref, "name": match.person.preferred_name} for match in loading.matches_to_log(by=user)]
    told = {
        "owner": user.ref,
        "key": phone_key(user),
        "lasts": LASTS,
        "idle": sign_ins.idle_seconds(user),
        "token": get_token(request),
        "people": people,
    }
    return JsonResponse(told)


@require_POST
@allow(can_log_sessions)
def send(request: HttpRequest) -> HttpResponse:
    """A session form as a phone kept it. Answers with the key that is now recorded, or with why it is not."""
    key = replies.key_of(request)
    if not key:
        return replies.lost(request)
    named = loading.matches_ever(refs=refs_in(request.POST), by=request.user)
    if not named:
        return replies.no(key, HTTPStatus.NOT_FOUND, replies.NOT_FOUND)
    earlier = Session.objects.filter(key=key).prefetch_related("attendance").first()
    if earlier and earlier.recorded_by_id != user_of(request).pk:
        return replies.no(key, HTTPStatus.CONFLICT, replies.ANOTHERS)
    group = request.POST.get("group") == "yes"
    form = SessionForm(request.POST, matches=named, group=group)
    if not form.is_valid():
        return replies.mend(key, form)
    if earlier and same_people(form, earlier) and not differences(form, earlier):
        if _worry_is_untold(form, earlier):
            return replies.no(key, HTTPStatus.CONFLICT, replies.UNTOLD)
        return _done(earlier)
    open_now = {match.pk for match in loading.matches_to_log(by=request.user)}
    if any(match.pk not in open_now for match in named):
        return replies.no(key, HTTPStatus.FORBIDDEN, replies.ENDED, why="ended")
    if earlier:
        return _replace(request, form, earlier)
    return _twin(request, form, key) or _record(request, form, key)


def _record(request: HttpRequest, form: SessionForm, key: str) -> HttpResponse:
    said: dict[str, Any] = {
        "details": form.details(), "marks": form.marks(), "key": key, "worry": form.worry_raised(), "by": request.user,
        "at": timezone.now(),
    }  # fmt: skip
    if (meeting := meeting_of(request)) and meeting.match_id:
        session = answers.attempt(form, meetings.log, meeting=meeting, **said)
    else:
        session = answers.attempt(form, sessions.record, mentor=loading.own_mentor(by=request.user), **said)
    if session is None:
        return replies.mend(key, form)
    if differences(form, session):  # the same form came while this one was read, and said something else
        return _differs(request, form, session)
    messages.success(request, "Saved. Thank you for being there.")
    return _done(session)


def meeting_of(request: HttpRequest) -> Meeting | None:
    """The planned meeting that the form was opened from, while it is theirs; without it a session stands alone."""
    ref = request.POST.get("meeting", "")
    if not is_ref(ref) or not Meeting.objects.visible_to(request.user).filter(ref=ref).exists():
        return None
    meeting = loading.meeting(ref=ref, by=request.user, at=timezone.now())
    return meeting if can_log_meeting(request.user, meeting) else None


def _replace(request: HttpRequest, form: SessionForm, session: Session) -> HttpResponse:
    """The same form came before and said something else: both are shown, and the mentor chooses."""
    seen = replies.chosen_version(request)
    if seen is None or not same_people(form, session):
        return _differs(request, form, session)
    try:
        done = answers.attempt(
            form, sessions.correct, session=session, details=form.details(), marks=form.marks(), seen=seen,
            reason="Sent again from a phone", by=request.user, at=timezone.now(),
        )  # fmt: skip
    except Stale:
        return _differs(request, form, session)
    if done and _worry_is_untold(form, done):
        return replies.no(session.key, HTTPStatus.CONFLICT, replies.UNTOLD)
    return _done(done) if done else replies.mend(session.key, form)


def _worry_is_untold(form: SessionForm, session: Session) -> bool:
    """A correction raises no concern, and a worry must never be lost on the way."""
    return form.worry_raised() is not None and session.concern_id is None


def _done(session: Session) -> HttpResponse:
    return replies.done(session.key, reverse("mentoring:sessions-detail", args=[session.ref]))


def _differs(request: HttpRequest, form: SessionForm, session: Session) -> HttpResponse:
    """It shows the record, so it is loaded as a page loads it: that leaves a Look."""
    there = loading.session(ref=session.ref, by=request.user, at=timezone.now())
    url = reverse("mentoring:sessions-detail", args=[there.ref])
    return replies.two_versions(session.key, version=there.version, rows=differences(form, there), url=url)


def _twin(request: HttpRequest, form: SessionForm, key: str) -> HttpResponse | None:
    """The same people at the same minute, under another key: written on two phones, or really another session?"""
    if request.POST.get("another") == "yes":
        return None
    mine = Session.objects.visible_to(request.user).filter(recorded_by=user_of(request))
    alike = mine.filter(started_at=form.details().started_at).exclude(key=key)
    found = alike.filter(attendance__match__in=form.marks()).order_by("pk").first()
    if found is None:
        return None
    there = loading.session(ref=found.ref, by=request.user, at=timezone.now())
    url = reverse("mentoring:sessions-detail", args=[there.ref])
    sends = {"another": "yes"}
    return replies.differs(
        key, rows=differences(form, there), url=url, press="It was another one: send mine too", sends=sends, say=TWIN
    )
