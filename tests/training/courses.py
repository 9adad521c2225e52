"""Courses for the tests, written as an editor writes them."""

import json
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from tests.conftest import NOW
from training.actions import shelves
from training.models import CoursePage, LessonPage, ModulePage

SOURCE = {"title": "A report", "publisher": "Us", "published": "", "address": ""}
SPACE = UUID("5e1f0f54-7f5c-4d0f-8d7b-3a6f0a2b9c11")


def block(name: str, kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "id": str(uuid5(SPACE, name)), "value": value}


def option(name: str, says: str, *, right: bool = False, **more: str) -> dict[str, Any]:
    value = {"says": says, "right": right, "goes_with": "", "then": "", **more}
    return {"type": "item", "id": str(uuid5(SPACE, name)), "value": value}


def question(name: str, kind: str = "single", *, when: str = "test", right: str = "a") -> dict[str, Any]:
    options = [option(f"{name}{one}", f"Answer {one}", right=one == right) for one in "abc"]
    value = {
        "kind": kind, "when": when, "ask": f"Which is {name}?", "options": options if kind == "single" else [],
        "right": "Well done.", "wrong": "Look again at the lesson.", "points": 1, "fixed": False,
    }  # fmt: skip
    return block(name, "question", value)


def whole_body() -> list[dict[str, Any]]:
    """Enough for the publish gate."""
    return [
        block("intro", "paragraph", "<p>Ask in private, and never only once.</p>"),
        block("story", "scenario", {"title": "Kai, first night", "story": "<p>Kai says no in front of others.</p>"}),
        block("think", "reflection", {"ask": "Where do you ask?", "read_by": "nobody", "may_skip": True}),
        question("sure-before", "confidence", when="before"),
        *(question(f"q{n}") for n in range(1, 6)),
        question("sure-after", "confidence", when="after"),
    ]


def course(**changes: Any) -> CoursePage:
    said = {
        "title": "Care experience", "slug": "care-experience", "summary": "For everybody who works in a prison.",
        "audience": "staff", "hours": "1.5",
        "outcomes": json.dumps([block("can", "outcome", "Ask well")]),
    }  # fmt: skip
    page = CoursePage(**(said | changes))
    shelves.put_up(by=None, at=NOW).add_child(instance=page)
    page.save_revision().publish()
    return page


def module(
    under: CoursePage, *, body: list[dict[str, Any]] | None = None, live: bool = True, **changes: Any
) -> ModulePage:
    said = {
        "title": "Asking the question well", "slug": "asking", "summary": "How to ask, and what to do next.",
        "minutes": 20, "checked_on": date(2026, 11, 1),
        "outcomes": json.dumps([block("can-ask", "outcome", "Ask in private")]),
        "sources": json.dumps([block("src", "other", SOURCE)]),
    }  # fmt: skip
    page = ModulePage(**(said | changes), live=False)
    under.add_child(instance=page)
    lesson(page, body=whole_body() if body is None else body)
    if live:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def lesson(under: ModulePage, *, body: list[dict[str, Any]], title: str = "Asking", slug: str = "lesson") -> LessonPage:
    page = LessonPage(title=title, slug=slug, summary="One thing at a time.", body=json.dumps(body))
    under.add_child(instance=page)
    page.save_revision().publish()
    return page
