"""How answer sheets are listed, and the facts that head a sheet's own page."""

from common.dates import local_day
from common.tables import A, HouseTable, MomentColumn, TagColumn, TextColumn
from training.models import AnswerSheet
from training.rules.attempts import ADJUSTMENTS
from training.standing import day


class AnswerSheetTable(HouseTable):
    code = TextColumn(
        "Code", accessor="code_in_fours", linkify=("training:answer_sheets-detail", {"ref": A("ref")}), orderable=False
    )
    learner = TextColumn("For", accessor="progress__enrolment__learner__name", orderable=False)
    module = TextColumn("Module", accessor="version__title", orderable=False)
    printed_at = MomentColumn("Printed", order_by="printed_at")
    status = TagColumn("What became of it", order_by="status")

    class Meta:
        model = AnswerSheet
        fields = ("code", "learner", "module", "printed_at", "status")
        order_by = "-printed_at"
        empty_text = "No test was given out on paper yet."


def facts_of(sheet: AnswerSheet) -> list[tuple[str, str]]:
    """For whom, what, with which help, and what became of it."""
    learner, attempt = sheet.progress.enrolment.learner, sheet.attempt
    rows = [("For", learner.name), ("Where", learner.place), ("Module", sheet.version.title)]
    rows += [("Version", str(sheet.version.number))]
    rows += [("Help that they have", "; ".join(ADJUSTMENTS[name] for name in sheet.adjustments))]
    rows += [("Printed", f"{day(local_day(sheet.printed_at))}, by {sheet.printed_by.display_name}")]
    if attempt and attempt.keyed_by and attempt.written_on and attempt.handed_in_at:
        rows += [("Written", day(attempt.written_on))]
        rows += [("Typed in", f"{day(local_day(attempt.handed_in_at))}, by {attempt.keyed_by.display_name}")]
        rows += [("Mark", f"{attempt.score} out of 100: {'passed' if attempt.passed else 'not passed yet'}")]
    if sheet.void_reason:
        rows += [("Cancelled because", sheet.void_reason)]
    return [(name, value) for name, value in rows if value]
