"""Raising a concern, and what a safeguarding lead does with it."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import age_on, local_day
from common.text import clean
from common.transitions import NotAllowed, move
from people.actions import alerts
from people.models import Concern, LocationEpisode, Person
from people.models.concerns import ConcernStatus, Under18
from people.rules import concerns as rules
from places.models import Establishment, LocalAuthority


@transaction.atomic
def raise_concern(
    *,
    key: str,
    worry: str,
    urgency: str,
    setting: str,
    by: Any,
    at: datetime,
    about: Person | None = None,
    about_name: str = "",
    establishment: Establishment | None = None,
    authority: LocalAuthority | None = None,
    where_note: str = "",
    under_18: str = Under18.NOT_SURE,
) -> Concern:
    """Pass on a worry. `key` names the form: sent again by the same person, it is the same concern."""
    if already := Concern.objects.filter(raised_by=by, key=key).first():
        return already
    new = Concern(
        key=key,
        about=about,
        about_name="" if about else clean(about_name, lines=False),
        setting=setting,
        establishment=establishment,
        authority=authority,
        where_note=clean(where_note, lines=False),
        under_18=under_18,
        urgency=urgency,
        worry=clean(worry).strip(),
    )
    return _receive(new, by=by, at=at)


def _receive(new: Concern, *, by: Any, at: datetime) -> Concern:
    if not new.worry:
        raise NotAllowed("Say what worries you.")
    if new.about is None and not new.about_name:
        raise NotAllowed("Say who you are worried about. If you do not know their name, say so.")
    child = _is_child(new.about, new.under_18, at)
    new.routes = [str(step) for step in rules.route(setting=new.setting, under_18=child, urgency=new.urgency)]
    if new.about is not None and new.setting == rules.Setting.CUSTODY and new.establishment is None:
        here = LocationEpisode.objects.current().filter(person=new.about).select_related("establishment").first()
        new.establishment = here.establishment if here else None
    new.raised_by, new.raised_at = by, at
    new.acknowledge_by = rules.acknowledge_by(raised_at=at, urgency=new.urgency)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Concern.objects.get(raised_by=by, key=new.key)  # the same form, sent twice at once
    alerts.tell_leads(concern=new, by=by, at=at)
    audit.record(verb="people.concern.raised", by=by, at=at, subject=new, about=new.about, urgency=str(new.urgency))
    return new


def _is_child(about: Person | None, said: str, at: datetime) -> bool | None:
    """What we know ourselves comes before what the form says; None where nobody is sure."""
    if about is not None and about.born is not None:
        return age_on(local_day(at), born=about.born) < 18
    return {Under18.YES: True, Under18.NO: False}.get(Under18(said))


def _advance(concern: Concern, to: str, verb: str, by: Any, at: datetime, **changes: Any) -> None:
    """Move on and say who and when. The last word of the verb is the name of the columns."""
    stamp = verb.rsplit(".", 1)[1]
    stamps = {f"{stamp}_at": at, f"{stamp}_by": by}
    move(concern, to=to, frm=rules.FORWARD[to], **stamps, **changes)
    audit.record(verb=verb, by=by, at=at, subject=concern, about=concern.about)


@transaction.atomic
def acknowledge(*, concern: Concern, by: Any, at: datetime) -> None:
    """Say “I have seen it”: the clock stops."""
    _advance(concern, ConcernStatus.ACKNOWLEDGED, "people.concern.acknowledged", by, at)


@transaction.atomic
def triage(*, concern: Concern, setting: str, under_18: str, urgency: str, by: Any, at: datetime) -> None:
    """Look into it: where they are, how old and how urgent as far as is known now. Whom to tell is worked out again."""
    child = _is_child(concern.about, under_18, at)
    routes = [str(step) for step in rules.route(setting=setting, under_18=child, urgency=urgency)]
    found = {"setting": setting, "under_18": under_18, "urgency": urgency, "routes": routes}
    _advance(concern, ConcernStatus.TRIAGED, "people.concern.triaged", by, at, **found)


@transaction.atomic
def refer(
    *, concern: Concern, to: str, number: str, by: Any, at: datetime, prison: Establishment | None = None
) -> None:
    """Pass it on to somebody outside. `number` is what they call it, if they gave one.

    The staff of `prison` may then read it here, and are told that something waits.
    """
    to = clean(to, lines=False)
    if not to:
        raise NotAllowed("Say who you passed it on to.")
    told: dict[str, Any] = {"referred_to": to, "referral_number": clean(number, lines=False)}
    if prison is not None:
        told |= {"shown_to": prison, "shown_at": at, "shown_by": by}
        alerts.tell_prison(concern=concern, prison=prison, by=by, at=at)
    _advance(concern, ConcernStatus.REFERRED, "people.concern.referred", by, at, **told)


@transaction.atomic
def manage(*, concern: Concern, by: Any, at: datetime) -> None:
    """Look after it ourselves."""
    _advance(concern, ConcernStatus.MANAGED, "people.concern.managed", by, at)


@transaction.atomic
def close(*, concern: Concern, reason: str, note: str, by: Any, at: datetime) -> None:
    """Close it, with a reason. It stays."""
    if not reason:
        raise NotAllowed("Choose why it can be closed.")
    _advance(
        concern,
        ConcernStatus.CLOSED,
        "people.concern.closed",
        by,
        at,
        close_reason=reason,
        close_note=clean(note, lines=False),
    )
