"""How somebody wants to be reminded: what they choose is added, never changed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.transitions import NotAllowed
from messaging import reminders
from people.models import Person, TextChoice
from people.models.text_choices import AS_ALL, By


@transaction.atomic
def choose_all(*, person: Person, chosen: Mapping[str, str], how: str, by: Any, at: datetime) -> bool:
    """From now on they are reminded so: `chosen` says how for each kind, and under "" for everything else. A kind that
    is not in it follows the rest again. What stands already is not written again.
    """
    if refused := [kind for kind, by_what in chosen.items() if kind and not _may_choose(kind, by_what)]:
        raise NotAllowed(f"This cannot be switched off: {', '.join(_title(kind) for kind in refused)}.")
    standing = TextChoice.objects.standing(Person.objects.select_for_update().get(pk=person.pk))
    wanted = {**dict.fromkeys(standing, AS_ALL), **chosen}
    changed = {kind: by_what for kind, by_what in wanted.items() if standing.get(kind, AS_ALL) != by_what}
    TextChoice.objects.bulk_create(
        TextChoice(person=person, kind=kind, by_what=by_what, how=how, chosen_at=at, chosen_by=by)
        for kind, by_what in sorted(changed.items())
    )
    if changed:
        audit.record(verb="people.text_choice.made", by=by, at=at, subject=person, about=person, kinds=len(changed))
    return True


def _title(kind: str) -> str:
    return next((one.title for one in reminders.declared() if one.key == kind), kind)


def _may_choose(kind: str, by_what: str) -> bool:
    known = {one.key: one for one in reminders.declared()}
    return kind in known and (known[kind].may_switch_off or by_what != By.NONE)
