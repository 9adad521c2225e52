"""Lists of texts that wait for somebody to decide, and of those that could not go."""

from common.tables import A, HouseTable, MomentColumn, TextColumn
from messaging.models import Text
from people.showing_texts import topic_of
from people.tables.texts import NOBODY


class NotGoneTable(HouseTable):
    over_at = MomentColumn("When", order_by="over_at")
    who = TextColumn("Who", accessor="name", default=NOBODY, orderable=False)
    kind = TextColumn("About", orderable=False)
    status = TextColumn("What became of it", orderable=False)
    why = TextColumn("Why", default="Nobody told us why.", orderable=False)

    one, many = "text", "texts"

    class Meta:
        model = Text
        fields = ("over_at", "who", "kind", "status", "why")
        order_by = "-over_at"
        empty_text = "Every text could go."

    def render_kind(self, record: Text) -> str:
        return topic_of(record)

    def render_status(self, record: Text) -> str:
        return str(record.get_status_display())


class HeldTable(NotGoneTable):
    """The last column is for those who may decide."""

    send_before = MomentColumn("Goes until", orderable=False)
    ref = TextColumn("Decide", orderable=False, linkify=("people:held_texts-release", {"ref": A("ref")}))

    class Meta:
        model = Text
        fields = ("who", "kind", "why", "send_before", "ref")
        sequence = ("who", "kind", "why", "send_before", "ref")
        exclude = ("over_at", "status")
        empty_text = "No text waits for somebody to decide."

    def render_ref(self) -> str:
        return "Let it go"
