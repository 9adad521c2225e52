"""How groups are listed."""

from common.tables import A, HouseTable, NumberColumn, TextColumn
from mentoring.models import Group


class GroupTable(HouseTable):
    name = TextColumn("Group", order_by="name", linkify=("mentoring:groups-detail", {"ref": A("ref")}))
    team = TextColumn("Team", accessor="team__name", order_by="team__name")
    establishment = TextColumn("Prison", accessor="establishment__name", default="–", orderable=False)
    people_now = NumberColumn("People now", orderable=False)

    class Meta:
        model = Group
        fields = ("name", "team", "establishment", "people_now")
        order_by = "name"
        empty_text = "No groups here yet."
