"""How batches of payments are listed."""

from common.tables import A, HouseTable, MomentColumn, NumberColumn, TagColumn
from mentoring.models import Batch


class BatchTable(HouseTable):
    made_at = MomentColumn("Made", order_by="made_at", linkify=("mentoring:batches-detail", {"ref": A("ref")}))
    count = NumberColumn("Claims", orderable=False)
    total = NumberColumn("Total, £", orderable=False)
    status = TagColumn("How far", order_by="status")

    class Meta:
        model = Batch
        fields = ("made_at", "count", "total", "status")
        order_by = "-made_at"
        empty_text = "No batches yet."
