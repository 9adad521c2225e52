"""How reviews are listed."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.tables import A, DayColumn, HouseTable, TextColumn
from mentoring.models import Review


class ReviewTable(HouseTable):
    due_on = DayColumn("Due", order_by="due_on", linkify=("mentoring:reviews-detail", {"ref": A("ref")}))
    person = TextColumn("Person", accessor="match__person__preferred_name", orderable=False)
    mentor = TextColumn("Mentor", accessor="match__mentor__person__preferred_name", orderable=False)
    far = TextColumn("How soon", accessor="pk", empty_values=(), orderable=False)

    one, many = "review", "reviews"

    class Meta:
        order_by = "due_on"
        empty_text = "Nothing is due."

    def render_far(self, record: Review) -> SafeString:
        is_due = self.today is not None and record.is_due(self.today)
        return format_html(
            '<span class="tag{}">{}</span>', " tag--stop" if is_due else "", "Due" if is_due else "Later"
        )
