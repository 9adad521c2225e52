"""What file support does when somebody moves: it goes where they go. No stage changes and no promise ends by a move."""

from datetime import datetime
from typing import Any

from casefiles_support.actions import duties, packs, requests
from casefiles_support.models import Journey, Pack
from common.dates import local_day
from law import working_days
from people import moves
from people.models import LocationEpisode
from people.models.locations import CUSTODY, WhereKind

HAND_OVER = 2  # working days
OUT = {WhereKind.COMMUNITY, WhereKind.APPROVED_PREMISES}


def on_move(was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    """A transfer, a release or a recall: whoever keeps the journey hands over to whoever is there. What was
    printed says the wrong things by then, and is printed anew.
    """
    if was is None or _same_place(was, now):
        return
    due = working_days.after(local_day(at), working_days=HAND_OVER)
    # Locked before anything is written in the trail: whoever prints at this moment waits, or is made void.
    going_on = Journey.objects.open().select_for_update(of=("self",)).filter(person=now.person_id)
    for journey in going_on.select_related("person").order_by("pk"):
        if was.kind != now.kind or was.establishment_id != now.establishment_id:
            because = Pack.Why.RELEASED if was.kind == CUSTODY and now.kind in OUT else Pack.Why.MOVED
            packs.out_of_date(journey=journey, because=because, occasion=now.ref, due_on=due, by=by, at=at)
        key = f"move:{now.ref}:{journey.ref}:hand_over"
        duties.raise_duty(key=key, kind="hand_over", journey=journey, due_on=due, about_ref=now.ref, by=by, at=at)
    requests.ask_format_again(person=now.person, by=by, at=at)


def _same_place(was: LocationEpisode, now: LocationEpisode) -> bool:
    return was.kind == now.kind and was.establishment_id is not None and was.establishment_id == now.establishment_id


def declare() -> None:
    moves.declare("files.journeys", on_move)
