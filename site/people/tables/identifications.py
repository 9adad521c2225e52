"""Who is to be asked again. What was said stays on the person's own page."""

from common.tables import A, DayColumn, HouseTable, TextColumn
from people.models import IdentificationEvent


class DueTable(HouseTable):
    person = TextColumn(
        "Name", accessor="person__preferred_name", linkify=("people:identifications-record", {"ref": A("person__ref")}),
        orderable=False,
    )  # fmt: skip
    team = TextColumn("Team", accessor="person__team__name", orderable=False)
    asked_on = DayColumn("Asked last", order_by="asked_on")
    next_ask_on = DayColumn("Ask again from", order_by="next_ask_on")

    class Meta:
        model = IdentificationEvent
        fields = ("person", "team", "asked_on", "next_ask_on")
        order_by = "next_ask_on"
        empty_text = "Nobody is waiting to be asked again."
