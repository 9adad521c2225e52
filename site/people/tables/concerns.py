"""Lists of concerns."""

from datetime import datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.tables import A, HouseTable, MomentColumn, TextColumn
from people.models import Concern

SHORT = {"now": "Now", "today": "Today", "can_wait": "Can wait"}
TONES = {"now": " tag--stop", "today": " tag--wait"}


class ConcernTable(HouseTable):
    raised_at = MomentColumn("Raised", order_by="raised_at", linkify=("people:concerns-detail", {"ref": A("ref")}))
    urgency = TextColumn("How urgent", empty_values=())
    status = TextColumn("How far", empty_values=())
    who = TextColumn("About", empty_values=(), accessor="pk")
    setting = TextColumn("Where")

    one, many = "concern", "concerns"
    at: datetime | None = None

    class Meta:
        order_by = "-raised_at"

    def render_urgency(self, record: Concern) -> SafeString:
        tone = TONES.get(record.urgency, "") if record.is_open else ""
        return format_html('<span class="tag{}">{}</span>', tone, SHORT[record.urgency])

    def render_status(self, record: Concern, value: Any) -> SafeString | str:
        if self.at is not None and record.is_overdue(self.at):
            return format_html('<span class="tag tag--stop">{}</span>', "Nobody has seen it in time")
        return str(value)

    def render_who(self, record: Concern) -> str:
        return str(record.about) if record.about else "Somebody else"
