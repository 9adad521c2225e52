"""How follow-ups are listed."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.tables import A, DayColumn, HouseTable, TextColumn
from mentoring.models import FollowUp


class FollowUpTable(HouseTable):
    due_on = DayColumn("Due", order_by="due_on", linkify=("mentoring:follow_ups-record", {"ref": A("ref")}))
    person = TextColumn("Person", accessor="ending__match__person__preferred_name", orderable=False)
    status = TextColumn("How it stands", empty_values=())

    one, many = "follow-up", "follow-ups"

    class Meta:
        order_by = "due_on"
        empty_text = "Nobody is waiting to be asked how they are."

    def render_status(self, record: FollowUp) -> SafeString:
        due = self.today is not None and record.is_due(self.today)
        return format_html(
            '<span class="tag{}">{}</span>', " tag--stop" if due else "", "Due" if due else record.get_status_display()
        )
