"""What can happen to a match."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.models import Match, Mentor
from mentoring.rules import matches as rules
from mentoring.rules import mentors as mentor_rules
from people.models import Person


@transaction.atomic
def suggest(*, mentor: Mentor, person: Person, by: Any, at: datetime) -> Match:
    """Put two people forward for each other."""
    reasons = rules.why_not_match(
        mentor_person=mentor.person_id,
        mentee_person=person.pk,
        mentor_active=mentor.status == Mentor.Status.ACTIVE,
    )
    reasons += mentor_rules.why_not_another(
        open_matches=Match.objects.open().filter(mentor=mentor).count(), capacity=mentor.capacity
    )
    if reasons:
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            match = Match.objects.create(mentor=mentor, person=person, made_at=at)
    except IntegrityError:
        raise NotAllowed("These two are already matched, or suggested for each other.") from None
    audit.record(verb="mentoring.match.made", by=by, at=at, subject=match, about=person)
    return match


@transaction.atomic
def begin(*, match: Match, by: Any, at: datetime) -> Match:
    """The match becomes active: from today they walk alongside each other."""
    move(match, to=Match.Status.ACTIVE, frm=Match.BEFORE_IT_STARTS, started_on=local_day(at), status_reason="")
    audit.record(verb="mentoring.match.begun", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def pause(*, match: Match, reason: str, by: Any, at: datetime) -> Match:
    """Transfer, recall, lockdown or a hard time: the match waits, it does not end."""
    move(match, to=Match.Status.PAUSED, frm={Match.Status.ACTIVE}, status_reason=reason)
    audit.record(verb="mentoring.match.paused", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def resume(*, match: Match, by: Any, at: datetime) -> Match:
    move(match, to=Match.Status.ACTIVE, frm={Match.Status.PAUSED}, status_reason="")
    audit.record(verb="mentoring.match.resumed", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def begin_ending(*, match: Match, by: Any, at: datetime) -> Match:
    """The last meetings begin. The mentor still sees the person, and nothing is taken away before the last day."""
    move(match, to=Match.Status.ENDING, frm={Match.Status.ACTIVE, Match.Status.PAUSED}, status_reason="")
    audit.record(verb="mentoring.match.ending_begun", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def go_on(*, match: Match, by: Any, at: datetime) -> Match:
    """They want to carry on after all: an ending that was begun is called off."""
    move(match, to=Match.Status.ACTIVE, frm={Match.Status.ENDING}, status_reason="")
    audit.record(verb="mentoring.match.ending_called_off", by=by, at=at, subject=match, about=match.person)
    return match


@transaction.atomic
def end(*, match: Match, reason: str, by: Any, at: datetime) -> Match:
    """The mentor sees nothing of the person from the next request on."""
    frm = set(Match.Status.values) - {Match.Status.ENDED}
    move(match, to=Match.Status.ENDED, frm=frm, ended_on=local_day(at), status_reason=reason)
    audit.record(verb="mentoring.match.ended", by=by, at=at, subject=match, about=match.person)
    return match
