"""Lists of people."""

from typing import Any

from common.tables import A, HouseTable, TextColumn


class NameTable(HouseTable):
    """For those who see some of a record: where somebody is may not be shared with them."""

    preferred_name = TextColumn("Name", order_by="search_name", linkify=("people:persons-detail", {"ref": A("ref")}))

    one, many = "person", "people"

    class Meta:
        order_by = "preferred_name"


class PersonTable(NameTable):
    """For those who see the whole record."""

    here = TextColumn("Where they are", empty_values=())
    team = TextColumn("Team", accessor="team__name")

    def render_here(self, value: list[Any]) -> str:
        return value[0].where if value else "We do not know"
