"""How leave is listed."""

from common.tables import A, DayColumn, HouseTable, TextColumn
from mentoring.models import Leave


class LeaveTable(HouseTable):
    mentor = TextColumn(
        "Mentor",
        accessor="mentor__person__preferred_name",
        order_by="mentor__person__search_name",
        linkify=("mentoring:leaves-detail", {"ref": A("ref")}),
    )
    first_day = DayColumn("First day", order_by="first_day")
    last_day = DayColumn("Last day", order_by="last_day")

    one, many = "leave", "leaves"

    class Meta:
        model = Leave
        fields = ("mentor", "first_day", "last_day")
        order_by = "first_day"
        empty_text = "Nobody is away then."
