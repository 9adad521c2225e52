"""Paper sheets as a document: the form that a sheet is typed into, as questions with room to write."""

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from common import documents
from common.dates import LONDON, local_day
from common.paper import questions
from common.words import in_words
from mentoring import rolls
from mentoring.forms.interests import SheetInterestForm
from mentoring.forms.registers import names_apart, numbered_causes
from mentoring.forms.sheets import PaperReferralForm, PaperSessionForm
from mentoring.models import Attendance, Match, Mentor, PaperSheet
from mentoring.printing_words import GIVE_TO, OUTSIDE, SAYING_YES, TITLES, TOP, WHAT_NEXT, WITHOUT_CODE
from people.forms.identifications import AskingForm

Kind = PaperSheet.Kind
# Rows on a register for those whose names are not printed.
EMPTY_ROWS = 6
FEWEST_ROWS = 14
# These carry a surname, or say that somebody was in care: folded, they show nothing of it.
FOLDED = (Kind.REFERRAL, Kind.INTEREST, Kind.IDENTIFICATION)
FOUND = "Found this sheet? Please give it to staff."
# Questions of a session that a register leaves to its rows, or to nobody.
NOT_OF_A_GROUP = {"their_words"}


def sheets_pdf(sheets: Sequence[PaperSheet], *, at: datetime) -> bytes:
    """One PDF of sheets that were printed together. They hold first names at most, and a code that says nothing."""
    large = any(sheet.large_print for sheet in sheets)
    made = [_sheet(sheet) for sheet in sheets]
    return documents.pdf("sheets", title="Paper sheets", foot=FOUND, at=at, large=large, sheets=made)


@lru_cache(maxsize=8)
def public_pdf(kind: str, *, large: bool, day: date) -> bytes:
    """A blank sheet for anybody to print, made once a day: it is the same for all. It has no code: whoever types it in
    gives it one.
    """
    at = datetime.combine(day, time(12), LONDON)
    blank = _sheet(PaperSheet(kind=kind, printed_at=at, large_print=large)) | {"code": "", "qr": ""}
    return documents.pdf("sheets", title=TITLES[Kind(kind)], foot=FOUND, at=at, large=large, sheets=[blank])


def _sheet(sheet: PaperSheet) -> dict[str, Any]:
    kind, code = Kind(sheet.kind), sheet.code_in_fours
    give = GIVE_TO[kind] if sheet.code else WITHOUT_CODE[kind]
    return {
        "title": TITLES[kind],
        "code": code,
        "qr": documents.qr(code),
        "printed": in_words(local_day(sheet.printed_at)),
        "top": TOP.get(kind, TOP[Kind.ONE_TO_ONE]),
        "facts": _facts(sheet),
        "questions": _questions(sheet),
        "yes": SAYING_YES.get(kind, []),
        "next": WHAT_NEXT.get(kind, []),
        "give": give,
        "outside": _outside(sheet) if kind in FOLDED else {},
    }


def _outside(sheet: PaperSheet) -> dict[str, Any]:
    """A question asked gets no room for more than its answers: what else was told does not travel on paper."""
    to = f"Alongside, {sheet.team}" if sheet.code else "Alongside"
    return {"to": to, "fold": OUTSIDE, "room": sheet.kind != Kind.IDENTIFICATION}


def _facts(sheet: PaperSheet) -> list[dict[str, str]]:
    """Who and where, as far as it is known; the template draws a line where it is not."""
    group = sheet.kind == Kind.GROUP_REGISTER
    match, mentor = sheet.match, sheet.match.mentor if sheet.match else sheet.mentor
    prison = sheet.establishment.name if sheet.establishment else ""
    rows = []
    if sheet.kind in (Kind.REFERRAL, Kind.INTEREST):
        return [{"name": "Prison", "value": prison}] if prison else []
    if sheet.kind != Kind.IDENTIFICATION:
        rows.append(("Mentor’s first name", mentor.person.preferred_name if mentor else ""))
    with_whom = ("With (first name)", match.person.preferred_name if match else "")
    rows.append(("Group", sheet.group_in_words) if group else with_whom)
    rows.append(("Prison", prison))
    return [{"name": name, "value": value} for name, value in rows]


def _questions(sheet: PaperSheet) -> list[dict[str, Any]]:
    today, paper = local_day(sheet.printed_at), sheet if sheet.code else None
    if sheet.kind == Kind.IDENTIFICATION:
        return questions(AskingForm(today=today))
    if sheet.kind == Kind.REFERRAL:
        return questions(PaperReferralForm(sheet=paper, today=today))
    if sheet.kind == Kind.INTEREST:
        return questions(SheetInterestForm(sheet=paper, today=today))
    matches = [sheet.match] if sheet.match else []
    form = PaperSessionForm(matches=matches)
    asked = [one for one in questions(form) if one["name"] != "establishment" or sheet.establishment is None]
    at = next(n for n, one in enumerate(asked) if one["name"] == "topics")
    if sheet.kind == Kind.GROUP_REGISTER:
        asked.insert(at, _register(sheet))
        return [_in_a_group(one) for one in asked if one["name"] not in NOT_OF_A_GROUP]
    if not matches:
        on_time = {"kind": "ticks", "words": "Were they on time?", "choices": ["Yes", "They came late"]}
        asked.insert(at, {"name": "mark", "help": "", **on_time})
    return asked


def _in_a_group(question: dict[str, Any]) -> dict[str, Any]:
    """Why it did not happen is a number there, from the list below the rows."""
    return question | {"kind": "reason"} if question["name"] == "cause" else question


def people_of(mentor: Mentor | None) -> list[Match]:
    """The people whom a mentor walks alongside, by name: the rows of their register."""
    if mentor is None:
        return []
    return list(
        Match.objects.open().filter(mentor=mentor).select_related("person").order_by("person__search_name", "pk")
    )


def _register(sheet: PaperSheet) -> dict[str, Any]:
    people = rolls.printed_on(sheet) if sheet.of_group else [match.person for match in people_of(sheet.mentor)]
    names = names_apart(people)
    empty = max(EMPTY_ROWS, FEWEST_ROWS - len(names))
    marks = [str(label) for label in Attendance.Mark.labels]
    reasons = [label for value, label in numbered_causes() if value]
    return {"name": "rows", "kind": "register", "words": "Who was there?", "help": "First names only.",
            "choices": marks, "rows": names + [""] * empty, "reasons": reasons}  # fmt: skip
