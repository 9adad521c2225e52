"""How those who must be kept apart are listed, for safeguarding leads."""

from common.tables import A, HouseTable, MomentColumn, TagColumn, TextColumn
from mentoring.models import MatchBlock


class MatchBlockTable(HouseTable):
    one, many = "block", "blocks"

    person = TextColumn(
        "Person",
        accessor="person__preferred_name",
        order_by="person__search_name",
        linkify=("mentoring:match_blocks-detail", {"ref": A("ref")}),
    )
    other = TextColumn("Kept apart from", accessor="other__preferred_name", default="Not found yet", orderable=False)
    kind = TextColumn("Why", accessor="get_kind_display", orderable=False)
    status = TagColumn("Status", order_by="status")
    made_at = MomentColumn("Since", order_by="made_at")

    class Meta:
        model = MatchBlock
        fields = ("person", "other", "kind", "status", "made_at")
        order_by = "-made_at"
        empty_text = "Nobody needs to be kept apart."
