"""Proving whose phone a number is: a code is sent, its owner reads it out to whoever is with them, who types it in."""

import secrets
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.sealed import blind_index
from common.transitions import NotAllowed
from messaging.actions.texts import promise_text
from messaging.rules import times
from people.actions import contact_points
from people.models import ContactPoint, NumberCode, Person
from people.rules import number_codes as rules
from people.texting import CODE, PHRASE, language_of


@transaction.atomic
def send(*, point: ContactPoint, by: Any, at: datetime) -> NumberCode:
    """Send a code to a mobile phone whose owner is here. The last gate asks where they are as for any other text."""
    person = Person.objects.select_for_update().get(pk=point.person_id)
    held = ContactPoint.objects.get(pk=point.pk)
    lately = NumberCode.objects.filter(point__value_index=held.value_index).lately(at).count()
    reasons = rules.why_not_send(kind=held.kind, current=held.ended_at is None, sent_lately=lately)
    if not times.may_speak(at):
        reasons.append("Texts go between 8 in the morning and 8 in the evening.")
    if reasons:
        raise NotAllowed(*reasons)
    digits = f"{secrets.randbelow(10**rules.DIGITS):0{rules.DIGITS}}"
    code = NumberCode(point=held, sent_at=at, sent_by=by)
    code.code_index = _fingerprint(code, digits)
    code.save(force_insert=True)
    promise_text(
        kind=CODE, subject=held, recipient=person, number=held.value, slot=code.ref, template=PHRASE,
        values={"name": person.preferred_name, "code": digits}, language=language_of(person), send_after=at,
        send_before=at + rules.GOOD_FOR, by=by, at=at,
    )  # fmt: skip
    audit.record(verb="people.number_code.sent", by=by, at=at, subject=code, about=person)
    return code


@transaction.atomic
def take(*, point: ContactPoint, typed: str, safe_to_use: bool, by: Any, at: datetime) -> bool:
    """Whether that was the code; if so the number is theirs from now on.

    A wrong one is counted, so it answers False and raises nothing. Raises NotAllowed where none can be taken any more.
    """
    code = NumberCode.objects.select_for_update().filter(point=point).order_by("-sent_at", "-pk").first()
    reasons = rules.why_not_take(
        sent_at=code.sent_at if code else None,
        tries=code.tries if code else 0,
        used=bool(code and code.used_at),
        now=at,
    )
    if code is None or reasons:
        raise NotAllowed(*reasons)
    right = secrets.compare_digest(code.code_index, _fingerprint(code, "".join(typed.split())))
    still = NumberCode.objects.filter(pk=code.pk, used_at=None, tries=code.tries)
    if not still.update(tries=code.tries + 1, used_at=at if right else None):
        raise NotAllowed("Somebody else typed a code in at the same moment. Look at their page.")
    if right:
        contact_points.verify(point=point, safe_to_use=safe_to_use, by=by, at=at)
    return right


def _fingerprint(code: NumberCode, digits: str) -> str:
    """Bound to its row: the same digits in another row look different."""
    return blind_index(f"{code.ref}:{digits}", kind="people.number_code")
