"""How those who are due supervision are listed, with what they carry."""

from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.tables import A, DayColumn, HouseTable, NumberColumn, TextColumn
from common.words import in_words
from mentoring.models import Mentor


class DueTable(HouseTable):
    """Mentors with `with_due_day` and `with_load`. `today` is set by the view: rows past it are marked."""

    name = TextColumn(
        "Mentor",
        accessor="person__preferred_name",
        order_by="person__search_name",
        linkify=("mentoring:supervisions-with_mentor", {"ref": A("ref")}),
    )
    supervision_due_on = TextColumn("Next meeting due", order_by="supervision_due_on")
    last_held_on = DayColumn("Last met", default="Not yet", orderable=False)
    people_now = TextColumn("People now", orderable=False)
    hours = TextColumn("Hours in 4 weeks", accessor="minutes_lately", orderable=False)
    hard_lately = NumberColumn("Hard sessions", orderable=False)

    one, many = "mentor", "mentors"

    class Meta:
        model = Mentor
        fields = ("name", "supervision_due_on", "last_held_on", "people_now", "hours", "hard_lately")
        order_by = "supervision_due_on"
        empty_text = "No mentors here."

    def render_supervision_due_on(self, record: Mentor, value: date) -> SafeString:
        late = value < record.seen_on  # type: ignore[attr-defined]  # annotated by the view with its own day
        tag = format_html(' <span class="tag tag--stop">{}</span>', "Late") if late else ""
        return format_html("{}{}", in_words(value), tag)

    def render_people_now(self, record: Mentor) -> str:
        return f"{record.people_now} of {record.capacity}"  # type: ignore[attr-defined]  # annotated

    def render_hours(self, value: int) -> str:
        return f"{value / 60:.1f}".removesuffix(".0")
