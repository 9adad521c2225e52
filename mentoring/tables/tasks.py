"""How tasks are listed."""

from common.tables import A, DayColumn, HouseTable, TagColumn, TextColumn
from mentoring.models import Task


class TaskTable(HouseTable):
    words = TextColumn("What to do", linkify=("mentoring:tasks-detail", {"ref": A("ref")}), orderable=False)
    about = TextColumn("About", default="–", orderable=False)
    due_on = DayColumn("Due", order_by="due_on")
    status = TagColumn("How far", order_by="status")

    class Meta:
        model = Task
        fields = ("words", "about", "due_on", "status")
        order_by = "due_on"
        empty_text = "Nothing here. That is good news."
