"""Loading requests for their letters, letters and replies: theirs to see, or 404; and each opening leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from audit import actions as audit
from casefiles_support.models import AccessRequest, Journey, Letter, Reply
from casefiles_support.models.journeys import teams_of

LETTER = ("journey__person", "request__holder", "request__journey__person", "written_by", "checked_by")


def _theirs(by: Any) -> QuerySet:
    """Those that somebody keeps, and their own. A safeguarding lead reads no letter."""
    kept = Journey.objects.kept_by(by).values("pk")
    return Journey.objects.visible_to(by).filter(Q(pk__in=kept) | Q(person__login=by.pk)).values("pk")


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def request(*, ref: str, by: Any, at: datetime) -> AccessRequest:
    """A request with its holder and its person, whose letters are asked for."""
    found: AccessRequest = _one(AccessRequest.objects.filter(journey__in=_theirs(by)).with_clock(), ref)
    audit.looked(verb="files.letter.listed", by=by, at=at, subject=found, about=found.journey.person)
    return found


def letter(*, ref: str, by: Any, at: datetime) -> Letter:
    """A letter that belongs to a request, with all that its page shows."""
    letters = Letter.objects.filter(journey__in=_theirs(by), request__isnull=False).select_related(*LETTER)
    found: Letter = _one(letters, ref)
    audit.looked(verb="files.letter.opened", by=by, at=at, subject=found, about=found.journey.person)
    return found


def to_check(user: Any) -> QuerySet[Letter]:
    """Letters of the user's teams whose address waits for a second person, the oldest first. Never one's own."""
    waiting = Letter.objects.filter(status=Letter.Status.AGREED, journey__team__in=teams_of(user))
    waiting = waiting.filter(request__isnull=False).exclude(written_by=user).exclude(journey__person__login=user)
    return waiting.select_related(*LETTER).order_by("written_at", "pk")


def letter_to_check(*, ref: str, by: Any, at: datetime) -> Letter:
    """Where a letter goes. Whose it is and what it says stays closed to whoever checks."""
    found: Letter = _one(to_check(by), ref)
    audit.looked(verb="files.letter.address_opened", by=by, at=at, subject=found, about=found.journey.person)
    return found


def reply(*, ref: str, by: Any, at: datetime) -> Reply:
    replies = Reply.objects.filter(request__journey__in=_theirs(by))
    found: Reply = _one(replies.select_related("request__journey__person", "request__holder"), ref)
    audit.looked(verb="files.reply.opened", by=by, at=at, subject=found, about=found.request.journey.person)
    return found
