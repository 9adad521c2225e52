"""How events are listed."""

from common.tables import A, HouseTable, MomentColumn, NumberColumn, TagColumn, TextColumn
from training.models import Event


class EventTable(HouseTable):
    title = TextColumn("Event", linkify=("training:events-page", {"ref": A("ref")}), orderable=False)
    starts_at = MomentColumn("When", order_by="starts_at")
    establishment = TextColumn("Prison", accessor="establishment__name", orderable=False)
    covers = TextColumn("Covers", accessor="covers__title", default="–", orderable=False)
    people_now = NumberColumn("On the register", orderable=False)
    status = TagColumn("Status", orderable=False)

    class Meta:
        model = Event
        fields = ("title", "starts_at", "establishment", "covers", "people_now", "status")
        order_by = "-starts_at"
        empty_text = "No events here yet."
