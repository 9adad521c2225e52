"""How clearances are listed: with every step for staff, yes or no for a prison."""

from datetime import date

from django.utils.dateformat import format as in_words

from common.columns import DAY
from common.tables import A, DayColumn, HouseTable, MomentColumn, TagColumn, TextColumn
from mentoring.models import Clearance


class ClearanceTable(HouseTable):
    mentor = TextColumn(
        "Mentor",
        accessor="mentor__person__preferred_name",
        order_by="mentor__person__search_name",
        linkify=("mentoring:mentors-detail", {"ref": A("mentor__ref")}),
    )
    establishment = TextColumn("Prison", accessor="establishment__name", order_by="establishment__name")
    status = TagColumn("Where it stands", order_by="status")
    since = MomentColumn("Since", order_by="since")
    valid_until = DayColumn("Until", default="–", orderable=False)

    class Meta:
        model = Clearance
        fields = ("mentor", "establishment", "status", "since", "valid_until")
        order_by = "establishment"
        empty_text = "No clearances here."


class PrisonClearanceTable(HouseTable):
    """For prison staff: their own prison, and nothing about why."""

    mentor = TextColumn("Mentor", accessor="mentor__person__preferred_name", order_by="mentor__person__search_name")
    establishment = TextColumn("Prison", accessor="establishment__name", order_by="establishment__name")
    status = TextColumn("Cleared", orderable=False)
    valid_until = DayColumn("Until", default="–", orderable=False)

    class Meta:
        model = Clearance
        fields = ("mentor", "establishment", "status", "valid_until")
        order_by = "mentor"
        empty_text = "Nobody has asked to be cleared here yet."

    def render_status(self, record: Clearance) -> str:
        return "Yes" if record.status == Clearance.Status.GRANTED else "No"

    def render_valid_until(self, record: Clearance, value: date) -> str:
        return in_words(value, DAY) if record.status == Clearance.Status.GRANTED else "–"
