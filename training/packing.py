"""A module to take along: pages for a hub without a network, and a SCORM 1.2 package for another system.

Both hold no file from outside. The same version makes the same bytes, so that two copies can be compared.
"""

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from common.packaging import STYLE, Files, style_sheet, zipped
from training.models import ModuleVersion
from training.printing_handouts import drawn, language, replies
from training.rules import handouts
from training.rules.questions import MARKED
from training.standing import duration

HERE = Path(__file__).with_name("packages")
SCRIPT = "scorm.js"
# The order of the answers in a package, which is the same for all.
SEED = "package"
TEST = "The test is on paper: ask whoever leads your course for an answer sheet. They tell you how you did."


def pages_zip(version: ModuleVersion) -> bytes:
    """Pages for reading, without a script. Those who lead the course have the test on paper."""
    return zipped(pages(version), at=version.published_at)


def scorm_zip(version: ModuleVersion) -> bytes:
    """One page with its test, which tells the system that plays it how it went."""
    return zipped(scorm(version), at=version.published_at)


def pages(version: ModuleVersion) -> Files:
    lessons = handouts.lessons(version.plain)
    listed = [
        {"file": f"lesson-{number}.html", "title": one["title"], "summary": one["summary"]}
        for number, one in enumerate(lessons, start=1)
    ]
    common = _common(version)
    front = common | {"pages": listed, "test": TEST}
    files: dict[str, str] = {"index.html": render_to_string("training/packages/index.html", front)}
    for number, lesson in enumerate(lessons):
        context = {
            "lesson": lesson | {"parts": _to_read(lesson)},
            "before": listed[number - 1] if number else None,
            "after": listed[number + 1] if number + 1 < len(listed) else None,
        }
        files[f"lesson-{number + 1}.html"] = render_to_string("training/packages/lesson.html", common | context)
    return {**files, STYLE: style_sheet()}


def scorm(version: ModuleVersion) -> Files:
    said = version.plain
    lessons = [one | {"parts": _to_read(one)} for one in handouts.lessons(said)]
    questions = [part["question"] for one in handouts.lessons(said) for part in one["parts"] if _is_of_the_test(part)]
    context: dict[str, Any] = {
        "lessons": lessons,
        "questions": [_asked(one, number) for number, one in enumerate(questions, start=1)],
        "marks": {
            "passMark": said["pass_mark"],
            "questions": [_marks(one, number) for number, one in enumerate(questions, start=1)],
        },
    }
    page = render_to_string("training/packages/scorm.html", _common(version) | context)
    files: dict[str, str] = {"index.html": page, STYLE: style_sheet(), SCRIPT: _script()}
    about = {
        "identifier": f"alongside-{version.module_key}-{version.number}", "number": version.number,
        "module": version.title, "pass_mark": said["pass_mark"], "files": sorted(files),
    }  # fmt: skip
    return {"imsmanifest.xml": render_to_string("training/packages/imsmanifest.xml", about), **files}


def _script() -> str:
    return (HERE / SCRIPT).read_text(encoding="utf-8")


def _common(version: ModuleVersion) -> dict[str, Any]:
    said = version.plain
    return {
        "language": language(version), "module": version.title, "number": version.number,
        "summary": said["summary"], "duration": duration(said["minutes"]), "outcomes": said["outcomes"],
        "warning": said["warning"], "sources": handouts.sources(said),
    }  # fmt: skip


def _is_of_the_test(part: handouts.Part) -> bool:
    return part["kind"] == "question" and part["when"] == "test" and part["question"]["kind"] in MARKED


def _to_read(lesson: dict[str, Any]) -> list[handouts.Part]:
    """All but the test, and but how sure somebody is, which nobody would keep."""
    parts = []
    for part in lesson["parts"]:
        if part["kind"] != "question":
            parts.append(part)
        elif part["when"] == "practice":
            question = part["question"]
            said = drawn(question, number="", seed=SEED) | {"replies": list(replies(question, seed=SEED))}
            parts.append(said | {"kind": "question"})
    return parts


def _asked(question: dict[str, Any], number: int) -> dict[str, Any]:
    said = drawn(question, number=str(number), seed=SEED)
    said |= {"id": question["id"], "options": handouts.options_for(question, seed=SEED)}
    if question["kind"] == "match":
        said |= {"how": "Choose what goes with each line.", "partners": handouts.partners_for(question, seed=SEED)}
    return said


def _marks(question: dict[str, Any], number: int) -> dict[str, Any]:
    """What scorm.js marks by: the right ones; for lines that are all answered, all of them."""
    whole = question["kind"] in ("order", "match")
    right = [one["id"] for one in question["options"] if whole or one.get("right")]
    return {
        "id": question["id"],
        "number": number,
        "kind": question["kind"],
        "points": question["points"],
        "right": right,
    }
