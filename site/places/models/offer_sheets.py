"""What a spreadsheet of councils' offers looks like: a row for each council and topic."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from places.models.areas import LocalAuthority
from places.models.offers import Offer
from places.models.sheets import GSS, Links, Sheet, written
from places.rules import sheets
from places.rules.sheets import Column, Row


class OfferSheet(Sheet):
    """Offers, known by the council's GSS code and the topic."""

    def records(self) -> models.QuerySet[Any]:
        return Offer.objects.select_related("council").order_by("pk")

    def keys_of(self, cells: dict[str, str]) -> Iterator[str]:
        yield f"{cells['gss_code']}|{cells['topic']}"

    def cells_of(self, record: Any) -> dict[str, str]:
        names = [column.name for column in self.columns]
        plain = {name: written(getattr(record, name)) for name in names if name not in {"gss_code", "council"}}
        return {name: ({**plain, "gss_code": record.council.gss_code, "council": record.council.name})[name]
                for name in names}  # fmt: skip

    def links(self) -> Links:
        return {council.gss_code: council for council in LocalAuthority.objects.all()}

    def problems(self, row: Row, record: Any, links: Links) -> list[str]:
        council = links.get(row.cells["gss_code"])
        if council is None:
            return ["gss_code names no council that we know."]
        if row.cells["council"] not in {"", council.name}:
            return [f"This gss_code is {council.name}’s. Correct one of the two."]
        row.cells["council"] = council.name
        return []

    def put(self, record: Any, cells: dict[str, str], names: list[str], links: Links) -> list[str]:
        record.council = links[cells["gss_code"]]
        record.checked_on = date.fromisoformat(cells["checked_on"])
        plain = ["topic", "says", "source", "confidence"]
        for name in plain:
            setattr(record, name, cells[name])
        return [*plain, "council", "checked_on"]


OFFERS = OfferSheet(
    "offers",
    Offer,
    "gss_code",
    (
        Column("gss_code", GSS, required=True),
        Column("council", most=100),  # for whoever reads the file
        Column("topic", required=True, choices={str(value): str(label) for value, label in Offer.Topic.choices}),
        Column("says", required=True, most=600),
        Column("source", most=300),
        Column("confidence", required=True, choices={str(v): str(label) for v, label in Offer.Confidence.choices}),
        Column("checked_on", sheets.day, required=True),
    ),
)
