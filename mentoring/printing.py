"""Paper sheets as a document: the form that a sheet is typed into, as questions with room to write."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from common import documents
from common.dates import local_day
from common.paper import questions
from common.words import in_words
from mentoring.forms.sheets import PaperSessionForm
from mentoring.models import Attendance, Match, Mentor, PaperSheet
from people.forms.identifications import AskingForm

Kind = PaperSheet.Kind
TITLES = {
    Kind.ONE_TO_ONE: "A session together",
    Kind.GROUP_REGISTER: "A group session",
    Kind.IDENTIFICATION: "A question asked",
}
# Rows on a register for those whose names are not printed.
EMPTY_ROWS = 6
FEWEST_ROWS = 14


def sheets_pdf(sheets: Sequence[PaperSheet], *, at: datetime) -> bytes:
    """One PDF of sheets that were printed together. They hold first names at most, and a code that says nothing."""
    large = any(sheet.large_print for sheet in sheets)
    return documents.pdf(
        "sheets",
        title="Paper sheets",
        foot="Found this sheet? Please give it to staff.",
        at=at,
        large=large,
        sheets=[_sheet(sheet) for sheet in sheets],
    )


def _sheet(sheet: PaperSheet) -> dict[str, Any]:
    code = sheet.code_in_fours
    return {
        "title": TITLES[Kind(sheet.kind)],
        "code": code,
        "qr": documents.qr(code),
        "printed": in_words(local_day(sheet.printed_at)),
        "facts": _facts(sheet),
        "questions": _questions(sheet),
    }


def _facts(sheet: PaperSheet) -> list[dict[str, str]]:
    """Who and where, as far as it is known; the template draws a line where it is not."""
    group = sheet.kind == Kind.GROUP_REGISTER
    match, mentor = sheet.match, sheet.match.mentor if sheet.match else sheet.mentor
    rows = []
    if sheet.kind != Kind.IDENTIFICATION:
        rows.append(("Mentor’s first name", mentor.person.preferred_name if mentor else ""))
    rows += [("Group", sheet.group)] if group else [("With (first name)", match.person.preferred_name if match else "")]
    rows.append(("Prison", sheet.establishment.name if sheet.establishment else ""))
    return [{"name": name, "value": value} for name, value in rows]


def _questions(sheet: PaperSheet) -> list[dict[str, Any]]:
    if sheet.kind == Kind.IDENTIFICATION:
        return questions(AskingForm(today=local_day(sheet.printed_at)))
    group = sheet.kind == Kind.GROUP_REGISTER
    matches = [sheet.match] if sheet.match else people_of(sheet.mentor)
    form = PaperSessionForm(matches=[] if group else matches, group=group)
    asked = [one for one in questions(form) if one["name"] != "establishment" or sheet.establishment is None]
    if group:
        asked = [one for one in asked if one["name"] not in {"their_words", "cause"}]
        at = next(n for n, one in enumerate(asked) if one["name"] == "topics")
        asked.insert(at, _register(matches))
    elif not matches:
        at = next(n for n, one in enumerate(asked) if one["name"] == "topics")
        asked.insert(
            at, {"kind": "ticks", "words": "Were they on time?", "help": "", "choices": ["Yes", "They came late"]}
        )
    return asked


def people_of(mentor: Mentor | None) -> list[Match]:
    """The people whom a mentor walks alongside, by name: the rows of their register."""
    if mentor is None:
        return []
    return list(
        Match.objects.open().filter(mentor=mentor).select_related("person").order_by("person__search_name", "pk")
    )


def _register(matches: Sequence[Match]) -> dict[str, Any]:
    names = [match.person.preferred_name for match in matches]
    empty = max(EMPTY_ROWS, FEWEST_ROWS - len(names))
    marks = [str(label) for label in Attendance.Mark.labels]
    return {"kind": "register", "words": "Who was there?", "help": "First names only.", "choices": marks,
            "rows": names + [""] * empty}  # fmt: skip
