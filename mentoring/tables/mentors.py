"""How mentors are listed."""

from common.tables import DayColumn, HouseTable, NumberColumn, TagColumn, TextColumn
from mentoring.models import Mentor


class MentorTable(HouseTable):
    name = TextColumn("Name", accessor="person__preferred_name", order_by="person__search_name")
    team = TextColumn("Team", accessor="team__name", order_by="team__name")
    status = TagColumn("Status", order_by="status")
    people_now = NumberColumn("People now", orderable=False)
    capacity = NumberColumn("Has room for", orderable=False)
    supervisor = TextColumn("Supervisor", accessor="supervisor__display_name", default="Nobody yet", orderable=False)
    joined_on = DayColumn("Joined", order_by="joined_on")

    class Meta:
        model = Mentor
        fields = ("name", "team", "status", "people_now", "capacity", "supervisor", "joined_on")
        order_by = "name"
        empty_text = "No mentors here."
