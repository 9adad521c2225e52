"""How matches are listed."""

from common.tables import A, DayColumn, HouseTable, TagColumn, TextColumn
from mentoring.models import Match


class MatchTable(HouseTable):
    person = TextColumn(
        "Person",
        accessor="person__preferred_name",
        order_by="person__search_name",
        linkify=("mentoring:matches-detail", {"ref": A("ref")}),
    )
    mentor = TextColumn("Mentor", accessor="mentor__person__preferred_name", order_by="mentor__person__search_name")
    status = TagColumn("Status", order_by="status")
    started_on = DayColumn("Since", default="–", orderable=False)

    class Meta:
        model = Match
        fields = ("person", "mentor", "status", "started_on")
        order_by = "person"
        empty_text = "No matches here."
