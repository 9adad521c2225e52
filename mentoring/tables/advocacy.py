"""How advocacy is listed."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.tables import A, DayColumn, HouseTable, TextColumn
from mentoring.models import AdvocacyIssue
from mentoring.rules.advocacy import HOOKS


class AdvocacyTable(HouseTable):
    answer_by = DayColumn("Look by", order_by="answer_by", linkify=("mentoring:advocacy-detail", {"ref": A("ref")}))
    person = TextColumn("For", accessor="person__preferred_name", orderable=False)
    ground = TextColumn("Ground", accessor="pk", empty_values=(), orderable=False)
    status = TextColumn("How far", empty_values=())
    asked_on = DayColumn("Asked", order_by="asked_on")

    one, many = "request", "requests"

    class Meta:
        order_by = "answer_by"
        empty_text = "Nothing is being asked for anybody here."

    def render_ground(self, record: AdvocacyIssue) -> str:
        return HOOKS[record.hook].words

    def render_status(self, record: AdvocacyIssue) -> SafeString:
        late = self.today is not None and record.is_overdue(self.today)
        tone = " tag--stop" if late else ""
        return format_html(
            '<span class="tag{}">{}</span>', tone, "No answer in time" if late else record.get_status_display()
        )
