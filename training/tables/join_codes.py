"""How codes of prisons are listed."""

from typing import Any

from common.tables import A, DayColumn, HouseTable, TextColumn
from training.models import JoinCode


class JoinCodeTable(HouseTable):
    code = TextColumn("Code", linkify=("training:join-codes-page", {"ref": A("ref")}), orderable=False)
    establishment = TextColumn("Prison", accessor="establishment__name", orderable=False)
    cohort = TextColumn("Into the cohort", accessor="cohort__name", default="–", orderable=False)
    used = TextColumn("Used", orderable=False)
    expires_on = DayColumn("Works until", orderable=False)
    standing = TextColumn("Does it work?", accessor="ref", orderable=False)
    made_at = DayColumn("Made", order_by="made_at")

    class Meta:
        model = JoinCode
        fields = ("code", "establishment", "cohort", "used", "expires_on", "standing", "made_at")
        order_by = "-made_at"
        empty_text = "No codes here yet."

    def render_code(self, record: Any) -> str:
        return str(record.in_groups)

    def render_used(self, record: Any) -> str:
        return f"{record.used} of {record.places}"

    def render_standing(self, record: Any) -> str:
        if self.today is None or record.works(self.today):
            return "Yes"
        return "Taken back" if record.revoked_at else "No"
