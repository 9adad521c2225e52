"""Moving: a person leaves one place and is in the next."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.actions import users
from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from people import moves
from people.models import LocationEpisode, Person
from people.models.locations import ReleaseUnknown, Source, Standing, WhereKind
from people.rules.locations import is_in_custody, may_move
from places.models import Establishment, LocalAuthority

# Written in the trail beside the login: it does not say where its owner is.
CLOSED = "The record of this person says that they cannot hold a login now."
MEANWHILE = "Somebody else has recorded a move since you opened this. Look at where they are now, then try again."


@transaction.atomic
def record(
    *,
    person: Person,
    kind: str,
    by: Any,
    at: datetime,
    started_on: date | None = None,
    legal_state: str = Standing.NONE,
    establishment: Establishment | None = None,
    authority: LocalAuthority | None = None,
    place_note: str = "",
    expected_release_on: date | None = None,
    release_unknown_because: str = "",
    source: str = Source.OTHER,
    seen: str | None = None,
) -> LocationEpisode:
    """End where the person was and start where they are; `started_on` is today where it is not given.

    `seen` is the ref of the current location as the form showed it ("" for none): where another is current by now,
    NotAllowed. Somebody who goes into custody loses their login in the same moment.
    """
    new = LocationEpisode(
        person=person,
        kind=kind,
        establishment=establishment,
        authority=authority,
        place_note=clean(place_note, lines=False),
        legal_state=legal_state,
        started_on=started_on or local_day(at),
        expected_release_on=expected_release_on,
        release_unknown_because=_why_unknown(release_unknown_because, kind, expected_release_on),
        source=source,
        recorded_at=at,
        recorded_by=by,
    )
    return _arrive(new, seen=seen, by=by, at=at)


def _arrive(new: LocationEpisode, *, seen: str | None, by: Any, at: datetime) -> LocationEpisode:
    # The login is read after the lock and not joined to it: PostgreSQL joins the row as it stood before the wait.
    mover = Person.objects.select_for_update().get(pk=new.person_id)
    current = LocationEpisode.objects.current().filter(person=mover).first()
    if seen is not None and seen != (current.ref if current else ""):
        raise NotAllowed(MEANWHILE)
    wrong = may_move(
        kind=new.kind,
        legal_state=new.legal_state,
        has_establishment=new.establishment is not None,
        note=new.place_note,
        started_on=new.started_on,
        today=local_day(at),
        current_started_on=current.started_on if current else None,
        expected_release_on=new.expected_release_on,
    )
    if wrong:
        raise NotAllowed(*wrong.values())
    if current is not None:
        LocationEpisode.objects.filter(pk=current.pk).update(ended_on=new.started_on)
    new.save(force_insert=True)
    # Before anything is written in the trail: whoever holds a match waits for the trail, never the other way round.
    moves.tell(was=current, now=new, by=by, at=at)
    if mover.login is not None and is_in_custody(new.kind, new.legal_state):
        users.close_login(user=mover.login, reason=CLOSED, by=None, at=at)
    audit.record(verb="people.location.recorded", by=by, at=at, subject=new, about=mover, kind=str(new.kind))
    return new


def _why_unknown(given: str, kind: str, expected: date | None) -> str:
    """Somebody in custody has a release date or a reason why there is none; for anybody else there is no need."""
    if kind != WhereKind.CUSTODY or expected is not None:
        return ""
    return given or ReleaseUnknown.NOT_TOLD
