"""How paper sheets are listed, and the facts that head a sheet's own page."""

from django.utils.dateformat import format as in_words

from common.dates import LONDON
from common.tables import A, HouseTable, MomentColumn, TagColumn, TextColumn
from mentoring.models import PaperSheet

MOMENT = "j F Y, H:i"


class SheetTable(HouseTable):
    code = TextColumn(
        "Code", accessor="code_in_fours", linkify=("mentoring:sheets-detail", {"ref": A("ref")}), orderable=False
    )
    kind = TextColumn("What it is for", order_by="kind")
    who = TextColumn("For", accessor="match__person__preferred_name", default="Anyone", orderable=False)
    establishment = TextColumn("Prison", accessor="establishment__name", default="–", orderable=False)
    printed_at = MomentColumn("Printed", order_by="printed_at")
    status = TagColumn("What became of it", order_by="status")

    class Meta:
        model = PaperSheet
        fields = ("code", "kind", "who", "establishment", "printed_at", "status")
        order_by = "-printed_at"
        empty_text = "No sheets match. Print some, or try fewer filters."


def facts_of(sheet: PaperSheet) -> list[tuple[str, str]]:
    """What it is, for whom, and what became of it."""
    match, mentor = sheet.match, sheet.match.mentor if sheet.match else sheet.mentor
    rows = [("What it is for", sheet.get_kind_display()), ("Team", str(sheet.team))]
    rows += [("Mentor", mentor.person.preferred_name)] if mentor else []
    rows += [("With", match.person.preferred_name)] if match else []
    rows += [("Group", sheet.group_in_words)] if sheet.group_in_words else []
    rows += [("Prison", sheet.establishment.name)] if sheet.establishment else []
    rows += [("In large print", "Yes")] if sheet.large_print else []
    first = "Came without a code, which it was given" if sheet.came_without_code else "Printed"
    rows.append((first, f"{moment(sheet.printed_at)}, by {sheet.printed_by.display_name}"))
    rows += [("Written", in_words(sheet.written_on, "j F Y"))] if sheet.written_on else []
    if sheet.keyed_by:
        rows.append(("Typed in", f"{moment(sheet.keyed_at)}, by {sheet.keyed_by.display_name}"))
    if sheet.void_by:
        rows.append(("Cancelled", f"{moment(sheet.void_at)}, by {sheet.void_by.display_name}: {sheet.void_reason}"))
    return rows


def moment(at: object) -> str:
    return in_words(at.astimezone(LONDON), MOMENT)  # type: ignore[attr-defined]  # a moment that is there
