"""How messages from the public forms are listed: never who they are from."""

from common.tables import A, DayColumn, HouseTable, TagColumn, TextColumn
from pages.models import HandOver


class InboxTable(HouseTable):
    code = TextColumn(
        "Code", linkify=("pages:inbox-detail", {"ref": A("ref")}), accessor="code_in_fours", orderable=False
    )
    kind = TextColumn("About", accessor="get_kind_display", order_by="kind")
    sent_at = DayColumn("Sent", order_by="sent_at")
    due_on = DayColumn("Answer by", order_by="due_on")
    pressing = TextColumn("Why now", accessor="pressing", default="", orderable=False)
    status = TagColumn("How far", order_by="status")

    class Meta:
        model = HandOver
        fields = ("code", "kind", "sent_at", "due_on", "pressing", "status")
        order_by = "due_on"
        empty_text = "Nothing here. Everybody who wrote has an answer."
