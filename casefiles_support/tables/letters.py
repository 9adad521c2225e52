"""How letters are listed whose address waits for a second look: where they go, and never whose they are."""

from common.tables import A, DayColumn, HouseTable, TextColumn


class CheckTable(HouseTable):
    to = TextColumn(
        "A letter to", accessor="request__holder__name", linkify=("casefiles_support:letters-check", {"ref": A("ref")})
    )
    written_at = DayColumn("Written on", order_by="written_at")
    by = TextColumn("Written by", accessor="written_by__display_name", orderable=False)

    one, many = "address", "addresses"

    class Meta:
        order_by = "written_at"
        empty_text = "No address waits for you."
