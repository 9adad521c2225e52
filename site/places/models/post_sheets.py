"""What a spreadsheet of posts looks like."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from places.models.areas import LocalAuthority, ProbationRegion, Team
from places.models.establishments import Establishment, Organisation
from places.models.places import Place
from places.models.posts import Post, place_field
from places.models.sheets import Links, Sheet, written
from places.rules import sheets
from places.rules.sheets import Column, Row


class PostSheet(Sheet):
    """Posts, known by their `ref` or by place and title. `holder` appoints by name where nobody holds the post."""

    KINDS = {
        "establishment": (Establishment, "code"),
        "authority": (LocalAuthority, "gss_code"),
        "probation_region": (ProbationRegion, "code"),
        "organisation": (Organisation, "name"),
        "team": (Team, "name"),
    }

    def records(self) -> models.QuerySet[Any]:
        return Post.objects.with_place().with_holders().order_by("pk")

    def keys_of(self, cells: dict[str, str]) -> Iterator[str]:
        yield cells["ref"]
        yield f"{cells['place_kind']}|{cells['place_code'].casefold()}|{cells['title'].casefold()}"

    def cells_of(self, record: Any) -> dict[str, str]:
        kind = place_field(record.place)
        place = {"place_kind": kind, "place_code": getattr(record.place, self.KINDS[kind][1])}
        holders = "; ".join(posting.holder for posting in record.holders_now)
        plain = {
            column.name: written(getattr(record, self.field_of(column.name)))
            for column in self.columns
            if column.name not in ("place_kind", "place_code", "holder")
        }
        return {column.name: (plain | place | {"holder": holders})[column.name] for column in self.columns}

    def links(self) -> Links:
        return {
            f"{kind}|{getattr(place, code).casefold()}": place
            for kind, (model, code) in self.KINDS.items()
            for place in model._default_manager.all()
        }

    def problems(self, row: Row, record: Any, links: Links) -> list[str]:
        cells = row.cells
        place = links.get(f"{cells['place_kind']}|{cells['place_code'].casefold()}")
        if place is None:
            return ["place_code names no place of this kind that we know."]
        if record is None and cells["ref"]:
            return ["No post has this ref. Leave ref empty to add a post."]
        if record is not None and record.place != place:
            return ["A post cannot move to another place. Add it there, and leave this one here."]
        held = "; ".join(posting.holder for posting in record.holders_now) if record is not None else ""
        if held and cells["holder"] != held:
            return ["Somebody holds this post. Change who holds it on the page of the post."]
        if not held and len(cells["holder"]) > 100:
            return ["holder is longer than 100 letters."]
        if cells["holder"] and cells["vacant_since"]:
            return ["A post with a holder is not vacant. Empty one of the two cells."]
        return []

    def put(self, record: Any, cells: dict[str, str], names: list[str], links: Links) -> list[str]:
        facts: dict[str, Any] = {
            "is_contact_point": cells["contact_point"] == "yes",
            "is_shared": cells["shared"] == "yes",
            "verified_on": date.fromisoformat(cells["verified_on"]) if cells["verified_on"] else None,
            "vacant_since": date.fromisoformat(cells["vacant_since"]) if cells["vacant_since"] else None,
        } | {name: cells[name] for name in ("title", "mailbox", "telephone")}
        if record.pk is None:
            place: Place = links[f"{cells['place_kind']}|{cells['place_code'].casefold()}"]
            facts[place_field(place)] = place
        for name, value in facts.items():
            setattr(record, name, value)
        if "holder" in names:
            record.vacant_since = None
        return list(facts)


POSTS = PostSheet(
    "posts",
    Post,
    "ref",
    (
        Column("ref", most=12),
        Column("place_kind", required=True, choices={kind: kind for kind in PostSheet.KINDS}),
        Column("place_code", required=True, most=150),
        Column("title", required=True, most=120),
        Column("contact_point", sheets.yes),
        Column("shared", sheets.yes),
        Column("mailbox", sheets.mailbox, most=254),
        Column("telephone", sheets.telephone, most=30),
        Column("verified_on", sheets.day),
        Column("vacant_since", sheets.day),
        Column("holder", most=3_000),
    ),
    {"contact_point": "is_contact_point", "shared": "is_shared"},
)
