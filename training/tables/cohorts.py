"""How cohorts are listed."""

from common.tables import A, DayColumn, HouseTable, NumberColumn, TextColumn
from training.models import Cohort


class CohortTable(HouseTable):
    name = TextColumn("Cohort", order_by="name", linkify=("training:cohorts-page", {"ref": A("ref")}))
    establishment = TextColumn("Prison", accessor="establishment__name", orderable=False)
    course_title = TextColumn("Course", default="–", orderable=False)
    due_on = DayColumn("Finished by", default="–", orderable=False)
    people_now = NumberColumn("People now", orderable=False)

    class Meta:
        model = Cohort
        fields = ("name", "establishment", "course_title", "due_on", "people_now")
        order_by = "name"
        empty_text = "No cohorts here yet."
