"""A module as a document: a workbook to read and write in, and a summary to keep."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from common import documents
from training.models import ModuleVersion
from training.rules import handouts
from training.rules.confidences import WORDS
from training.standing import duration

HOW = [
    "Read it in your own time, and write in it: it is yours. Stop whenever you like.",
    "The test is on a separate answer sheet. Keep the workbook open while you answer: it is no memory game.",
    "Some things in it may bring up memories. You may leave out what is marked, and it costs you nothing.",
]
TEST = (
    "Answer the questions on your answer sheet and give it to whoever gave you this workbook. They type it in, and you "
    "hear how you did. If you have no answer sheet, ask them for one."
)
# Said above the places to write in, by kind of question.
HOW_TO = {
    "single": "Tick one.",
    "true_false": "Tick one.",
    "branch": "What would you do? Tick one.",
    "multiple": "Tick all that are right.",
    "order": "Number the lines: 1 for the first.",
    "match": "Write the letter of what goes with each line.",
    "short_text": "Write it in your own words.",
    "confidence": "",
}
# The order of the answers in a workbook, which is the same for all.
SEED = "workbook"


def workbook_pdf(version: ModuleVersion, *, large: bool, at: datetime) -> bytes:
    """All that is read, room to write, and the questions for practice; those of the test stand on the answer sheet."""
    said = version.plain
    lessons, told = _lessons(said)
    return documents.pdf(
        "workbook",
        **_head(version, "workbook", large=large, at=at),
        summary=said["summary"],
        facts=facts(version),
        outcomes=said["outcomes"],
        warning=said["warning"] or "",
        how=HOW,
        lessons=lessons,
        test=TEST,
        replies=told,
        sources=handouts.sources(said),
    )


def summary_pdf(version: ModuleVersion, *, large: bool, at: datetime) -> bytes:
    found = handouts.summary(version.plain)
    return documents.pdf("summary", **_head(version, "in short", large=large, at=at), **found)


def _head(version: ModuleVersion, what: str, *, large: bool, at: datetime) -> dict[str, Any]:
    """Which module it is, in which version, and how it is set."""
    return {
        "title": f"{version.title}: {what}", "foot": f"{version.title}, version {version.number}", "at": at,
        "large": large, "lang": language(version), "course": course_of(version), "module": version.title,
    }  # fmt: skip


def language(version: ModuleVersion) -> str:
    return version.language.partition("-")[0]


def course_of(version: ModuleVersion) -> str:
    """As it is called now, where it stands; nothing where it was thrown away."""
    return str(version.page.get_parent().title) if version.page else ""


def facts(version: ModuleVersion) -> list[dict[str, str]]:
    said = version.plain
    rows = [("Time it takes", duration(said["minutes"])), ("Version", f"{version.number}")]
    return [{"name": name, "value": value} for name, value in rows]


def drawn(question: dict[str, Any], *, number: str, seed: str) -> dict[str, Any]:
    """A question as the template draws it, its answers in the order of `seed`, and nothing of which are right."""
    kind = question["kind"]
    made = {"kind": kind, "number": number, "ask": question["ask"], "how": HOW_TO[kind]}
    if kind == "confidence":
        return made | {"choices": list(WORDS.values())}
    options = handouts.options_for(question, seed=seed)
    made["options"] = [{"letter": one["letter"], "says": one["says"]} for one in options]
    if kind == "match":
        partners = handouts.partners_for(question, seed=seed)
        made["partners"] = [{"letter": one["letter"], "goes_with": one["goes_with"]} for one in partners]
    return made


def _lessons(said: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The lessons without the test, and what is said to the questions for practice, at the end of the workbook."""
    made: list[dict[str, Any]] = []
    told: list[dict[str, Any]] = []
    number = 0
    for lesson in handouts.lessons(said):
        parts = []
        for part in lesson["parts"]:
            if part["kind"] != "question":
                parts.append(part)
            elif part["when"] == "practice":
                number += 1
                parts.append(_practice(part["question"], str(number)))
                told.append({"number": str(number), "says": list(replies(part["question"], seed=SEED))})
        made.append(lesson | {"parts": parts})
    return made, told


def _practice(question: dict[str, Any], number: str) -> dict[str, Any]:
    return {"of": "question", **drawn(question, number=number, seed=SEED)}


def replies(question: dict[str, Any], *, seed: str) -> Iterable[str]:
    """What is said to a question for practice, with the letters that its answers have there."""
    options = handouts.options_for(question, seed=seed)
    words = question.get("right") or question.get("wrong") or ""
    if question["kind"] == "order":
        yield "In this order: " + "; ".join(one["says"] for one in question["options"]) + "."
        yield from filter(None, [words])
    elif question["kind"] == "match":
        yield from (f"{one['says']} – {one['goes_with']}" for one in question["options"])
        yield from filter(None, [words])
    elif right := [one["letter"] for one in options if one.get("right")]:
        yield f"{in_words(right)}. {words}" if words else f"The best answer is {in_words(right)}."
        yield from (f"{one['letter']}: {one['then']}" for one in options if one.get("then"))


def in_words(letters: Sequence[str]) -> str:
    """“A”, “A and C”, “A, C and D”."""
    return " and ".join(filter(None, [", ".join(letters[:-1]), letters[-1]]))
