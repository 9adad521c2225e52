"""How duties are listed."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from casefiles_support.models import Duty
from casefiles_support.rules.duties import words_of
from common.tables import A, DayColumn, HouseTable, TextColumn


class UrgencyColumn(TextColumn):
    directions = ("most urgent first", "least urgent first")


class DutyTable(HouseTable):
    kind = UrgencyColumn(
        "What to do",
        order_by=("rank", "due_on"),
        linkify=("casefiles_support:journeys-detail", {"ref": A("journey__ref")}),
    )
    person = TextColumn("For", accessor="journey__person__preferred_name", orderable=False)
    due_on = DayColumn("By", order_by="due_on")
    status = TextColumn("How far", empty_values=(), orderable=False)

    one, many = "thing to do", "things to do"

    class Meta:
        order_by = "kind"
        empty_text = "Nothing is owed to anybody here today."

    def render_kind(self, value: str) -> str:
        return words_of(value)

    def render_status(self, record: Duty) -> SafeString:
        late = self.today is not None and record.status == Duty.Status.OPEN and record.due_on < self.today
        words = "To do, and the day is past" if late else record.get_status_display()
        return format_html('<span class="tag{}">{}</span>', " tag--wait" if late else "", words)
