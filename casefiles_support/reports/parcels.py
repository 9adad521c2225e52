"""What the page of papers shows: where they are, the way they went, and what may be done with them now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from casefiles_support.models import Parcel, Place
from casefiles_support.permissions.parcels import can_handle_parcels
from casefiles_support.rules.holding_moves import KEPT, LOST, MOVES, PERSON
from casefiles_support.rules.parcels import OPENED, tell_by
from common.words import in_words


@dataclass(frozen=True)
class ParcelPage:
    """`may`: (URL, words) of what can be done now, what is expected first. `tell_by`: while they have not been told."""

    facts: list[tuple[str, Any]]
    way: list[dict[str, Any]]
    may: list[tuple[str, str]]
    tell_by: date | None


def page_of(parcel: Parcel, *, user: Any, on: date) -> ParcelPage:
    moves = parcel.moves.select_related("recorded_by").order_by("-on", "-pk")
    waits = parcel.arrived_on is not None and parcel.told_on is None
    return ParcelPage(
        facts=_facts(parcel),
        way=[
            {
                "when": move.on,
                "title": move.get_to_display(),
                "who": f"from {move.given_by} to {move.taken_by}",
                "text": "Both signed." if move.signed_twice else "",
            }
            for move in moves
        ],
        may=_may(parcel, on) if can_handle_parcels(user) else [],
        tell_by=tell_by(parcel.arrived_on) if waits and parcel.arrived_on else None,
    )


def _facts(parcel: Parcel) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [
        ("Where it is", parcel.get_status_display()),
        ("What it is", f"{parcel.get_carrier_display()}, {parcel.containers} in all"),
    ]
    if parcel.arrived_on:
        rows += [("It came", in_words(parcel.arrived_on)), ("Was it opened?", OPENED[parcel.opened])]
    elif parcel.announced_on:
        rows.append(("Announced", in_words(parcel.announced_on)))
    if parcel.told_on:
        rows.append(("They were told", in_words(parcel.told_on)))
    if parcel.review_on:
        rows.append(("We keep it until we look again", in_words(parcel.review_on)))
    if parcel.destroy_after:
        rows.append(("They want it destroyed, from", in_words(parcel.destroy_after)))
    return rows


def _may(parcel: Parcel, on: date) -> list[tuple[str, str]]:
    place, names = parcel.status, []
    if place == Place.NOT_ARRIVED:
        return [(_url("parcels-arrive", parcel), "It is here")]
    if parcel.told_on is None:
        names.append(("parcels-tell", "Tell them that it is here"))
    if PERSON in MOVES[place]:
        names.append(("holding_moves-move", "They have it today"))
    if MOVES[place]:
        names.append(("holding_moves-move", "It goes somewhere else" if place != LOST else "It is found"))
    if place == Place.PROGRAMME:
        names.append(("parcels-review", "We go on keeping it"))
    if place in KEPT:
        names += _of_destroying(parcel, on)
        names.append(("holding_moves-lose", "We do not know where it is"))
    may = [(_url(name, parcel), words) for name, words in names]
    return [(f"{url}?to={PERSON}" if words == "They have it today" else url, words) for url, words in may]


def _of_destroying(parcel: Parcel, on: date) -> list[tuple[str, str]]:
    if parcel.destroy_after is None:
        return [("holding_moves-ask_to_destroy", "They want it destroyed")]
    again = ("holding_moves-think_again", "They want to keep it after all")
    if parcel.destroy_after > on:
        return [again, ("holding_moves-shorten", "They do not want to wait")]
    return [("holding_moves-destroy", "They have destroyed it"), again]


def _url(name: str, parcel: Parcel) -> str:
    return reverse(f"casefiles_support:{name}", args=[parcel.ref])


@dataclass(frozen=True)
class LostParcel:
    """Lost papers without whose they are: how many, since when, who had them last, and whom to ring."""

    ref: str
    team: str
    what: str
    since: date
    last_with: str
    ask: str
    begun_by: str

    @classmethod
    def of(cls, parcel: Parcel) -> "LostParcel":
        move = list(parcel.moves.all())[-1]
        return cls(
            ref=parcel.ref,
            team=str(parcel.request.journey.team),
            what=f"{parcel.get_carrier_display()}, {parcel.containers} in all",
            since=move.on,
            last_with=f"{move.given_by} ({move.get_frm_display().lower()})",
            ask=str(move.recorded_by),
            begun_by=str(parcel.breach_begun_by or ""),
        )
