"""Lists of what people texted back. Never the words: they stand on a page of their own."""

from common.tables import A, HouseTable, MomentColumn, TextColumn
from messaging.models import InboundText
from people.showing_texts import MEANINGS

NOBODY = "A number that we do not know"


class InboundTable(HouseTable):
    received_at = MomentColumn("When", order_by="received_at", linkify=("people:texts-detail", {"ref": A("ref")}))
    who = TextColumn("Who", accessor="name", default=NOBODY, orderable=False)
    meaning = TextColumn("What they mean", orderable=False)

    one, many = "text", "texts"

    class Meta:
        model = InboundText
        fields = ("received_at", "who", "meaning")
        order_by = "-received_at"
        empty_text = "There are no texts here."

    def render_meaning(self, value: str) -> str:
        return MEANINGS[value]
