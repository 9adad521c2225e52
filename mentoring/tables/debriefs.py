"""How talks after hard sessions are listed."""

from common.tables import A, DayColumn, HouseTable, TagColumn, TextColumn
from mentoring.models import Debrief


class DebriefTable(HouseTable):
    name = TextColumn(
        "Mentor",
        accessor="mentor__person__preferred_name",
        order_by="mentor__person__search_name",
        linkify=("mentoring:debriefs-detail", {"ref": A("ref")}),
    )
    why = TextColumn("Why", orderable=False)
    status = TagColumn("How far", order_by="status")
    offer_by = DayColumn("Offer by", order_by="offer_by")

    one, many = "talk", "talks"

    class Meta:
        model = Debrief
        fields = ("name", "why", "status", "offer_by")
        order_by = "-offer_by"
        empty_text = "No talks to offer."
