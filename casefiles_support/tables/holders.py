"""How the directory of holders is listed."""

from datetime import date

from casefiles_support.models import Holder
from common.tables import A, HouseTable, TextColumn


class HolderTable(HouseTable):
    name = TextColumn("Name", order_by="name", linkify=("casefiles_support:holders-page", {"ref": A("ref")}))
    once_known_as = TextColumn("Earlier names", orderable=False)
    kind = TextColumn("What it is", order_by="kind")
    nation = TextColumn("Where", order_by="nation")
    address = TextColumn("Address", accessor="pk", empty_values=(), orderable=False)

    one, many = "holder", "holders"

    class Meta:
        order_by = "name"
        empty_text = "Nobody of that name is here yet."

    def render_address(self, record: Holder) -> str:
        """Whether a letter may go there today."""
        if record.closed_on:
            return f"Abolished. See {record.successor}" if record.successor else "Abolished"
        if not record.address:
            return "Not known yet"
        return "Checked" if record.is_verified(self.today or date.max) else "To check"
