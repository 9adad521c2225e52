"""The test of a module as an answer sheet for one learner: its own code, its own order, and the help that they have."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from common import documents
from common.dates import local_day
from training.models import AnswerSheet, Attempt
from training.printing_handouts import drawn, language
from training.rules import handouts
from training.rules.attempts import ADJUSTMENTS, minutes_for
from training.standing import day

TOP = ("Answer in your own time.", "Use the workbook while you answer. Leave empty what you do not know.")
TIMED = "You have {minutes} minutes."
PASSED = "You have passed. Your certificate comes when everything has been read and written."
NOT_YET = "You have not passed yet. Look at the workbook again, and ask for another answer sheet: it costs nothing."
BEFORE = "Answer this before you open the workbook."
GIVE = "Give this sheet to whoever gave it to you."


def sheet_pdf(sheet: AnswerSheet, *, at: datetime) -> bytes:
    content = sheet.version.plain
    return documents.pdf(
        "answer_sheet",
        **_head(sheet, "Answer sheet", at=at),
        code=sheet.code_in_fours,
        qr=documents.qr(sheet.code_in_fours),
        facts=_facts(sheet),
        top=_top(sheet),
        questions=questions(sheet),
        reflections=[
            {"ask": value["ask"], "note": handouts.READ_BY["assessor"]}
            for value in handouts.read_by_somebody(content).values()
        ],
        give=GIVE,
    )


def questions(sheet: AnswerSheet) -> list[dict[str, Any]]:
    """How sure they are before, the test, and how sure they are after; numbered through, as they are typed in."""
    content = sheet.version.plain
    before = [part["question"] for part in handouts.sure(content, "before")]
    test = [{"id": name, **block["value"]} for name, block in sheet.test.items()]
    after = [part["question"] for part in handouts.sure(content, "after")]
    asked = enumerate([*before, *test, *after], start=1)
    made = [{"id": one["id"], **drawn(one, number=str(number), seed=sheet.seed)} for number, one in asked]
    for one in made[: len(before)]:
        one["how"] = BEFORE
    return made


def result_pdf(sheet: AnswerSheet, *, at: datetime) -> bytes:
    """How it went, for whoever wrote it: the same words to each answer as on a screen. `sheet` has been typed in."""
    attempt = sheet.attempt
    if attempt is None:
        raise ValueError("this sheet has not been typed in")
    return documents.pdf(
        "result",
        **_head(sheet, "How you did", at=at),
        facts=_facts(sheet, whole=False),
        score=f"You have {attempt.score} out of 100.",
        then=PASSED if attempt.passed else NOT_YET,
        questions=list(_replies(sheet, attempt)),
    )


def _head(sheet: AnswerSheet, title: str, *, at: datetime) -> dict[str, Any]:
    return {
        "title": title, "foot": "Found this sheet? Please give it to staff.", "at": at, "large": sheet.large_print,
        "lang": language(sheet.version), "module": sheet.version.title,
    }  # fmt: skip


def _replies(sheet: AnswerSheet, attempt: Attempt) -> Iterator[dict[str, str]]:
    """To each question of the test: whether it was right, and what is said to that."""
    marks = {one.block_id: one for one in attempt.answers.all()}
    for asked in questions(sheet):
        mark = marks.get(asked["id"])
        if mark is None or not mark.out_of:
            continue
        value, right = sheet.test[asked["id"]]["value"], mark.counts == mark.out_of
        chosen = [one.get("then") for one in value["options"] if one["id"] == mark.given]
        said = [*chosen, value.get("right") if right else value.get("wrong")]
        yield {
            "number": asked["number"],
            "ask": asked["ask"],
            "mark": "Right" if right else "Look at this again",
            "says": " ".join(one for one in said if one),
        }


def _top(sheet: AnswerSheet) -> list[str]:
    terms = sheet.progress.terms
    minutes = minutes_for(terms, sheet.adjustments)
    return [*TOP, TIMED.format(minutes=minutes)] if minutes else list(TOP)


def _facts(sheet: AnswerSheet, *, whole: bool = True) -> list[dict[str, str]]:
    """Which help somebody has is for whoever sits beside them, and stands on nothing that they take back to a wing."""
    learner = sheet.progress.enrolment.learner
    rows = [("For", learner.name), ("Where", learner.place), ("Version", str(sheet.version.number))]
    if not whole:
        return [{"name": name, "value": value} for name, value in rows if value]
    helps = "; ".join(ADJUSTMENTS[name] for name in sheet.adjustments)
    rows += [("Help that they have", helps), ("Printed on", day(local_day(sheet.printed_at)))]
    return [{"name": name, "value": value} for name, value in rows if value]
