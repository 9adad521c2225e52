"""The list of every text to people, without its words and with the end of its number alone; and how many."""

from common.tables import HouseTable, MomentColumn, NumberColumn, TagColumn, TextColumn
from messaging.models import Text
from messaging.rules.numbers import masked
from people.showing_texts import topic_of
from people.tables.texts import NOBODY

S = Text.Status
TONES: dict[str, str] = {
    S.DELIVERED: "go",
    **dict.fromkeys((S.DUE, S.CLAIMED, S.SENDING, S.UNKNOWN, S.ACCEPTED, S.SENT, S.NO_RECEIPT, S.HELD), "wait"),
    **dict.fromkeys((S.UNDELIVERED, S.FAILED, S.REFUSED, S.EXPIRED), "stop"),
}


class SentTextTable(HouseTable):
    created_at = MomentColumn("Written", order_by="created_at")
    who = TextColumn("Who", accessor="name", default=NOBODY, orderable=False)
    kind = TextColumn("About", orderable=False)
    number = TextColumn("Number ends in", default="Forgotten", orderable=False)
    status = TagColumn(verbose_name="How far", tones=TONES, orderable=False)
    why = TextColumn("Why", default="", orderable=False)
    sending_at = MomentColumn("Went out", default="Not sent", orderable=False)
    segments = NumberColumn("Parts", orderable=False)

    one, many = "text", "texts"

    class Meta:
        model = Text
        fields = ("created_at", "who", "kind", "number", "status", "why", "sending_at", "segments")
        order_by = "-created_at"
        empty_text = "There are no texts here."

    def render_kind(self, record: Text) -> str:
        return topic_of(record)

    def render_number(self, value: str) -> str:
        return masked(value)


class FigureTable(HouseTable):
    words = TextColumn("Texts", orderable=False)
    week = NumberColumn("Last 7 days", orderable=False)
    month = NumberColumn("Last 30 days", orderable=False)

    class Meta:
        fields = ("words", "week", "month")
