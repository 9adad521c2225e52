"""How claims are listed."""

from common.tables import A, HouseTable, MomentColumn, NumberColumn, TextColumn
from mentoring.models import Claim


class ClaimTable(HouseTable):
    submitted_at = MomentColumn("Sent", order_by="submitted_at", linkify=("mentoring:claims-detail", {"ref": A("ref")}))
    mentor = TextColumn("Mentor", accessor="mentor__person__preferred_name", order_by="mentor__person__search_name")
    total = NumberColumn("Total, £", order_by="total")
    status = TextColumn("How far", order_by="status")

    class Meta:
        model = Claim
        fields = ("submitted_at", "mentor", "total", "status")
        order_by = "submitted_at"
        empty_text = "No claims here."

    def render_status(self, record: Claim) -> str:
        """The words of the status speak to the mentor; here they are for staff."""
        return {"sent_back": "Sent back", "submitted": "Waiting for an answer"}.get(
            record.status, record.get_status_display()
        )
