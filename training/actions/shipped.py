"""Putting the courses that come with Alongside in place, once each. What editors do with them afterwards stands."""

import json
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from audit import actions as audit
from training.actions import shelves
from training.models import CoursePage, LessonPage, ModulePage, ShelfPage
from training.rules import shipped as rules

CONTENT = Path(__file__).resolve().parents[1] / "content"
OF_MODULE = ("title", "summary", "minutes", "checked_on", "review_by")
IF_SAID = {"warning": "content_warning", "opens": "opens", "valid_months": "valid_months"}
Said = Mapping[str, Any]


@transaction.atomic
def place(*, by: Any, at: datetime) -> list[str]:
    """Put in place and publish the courses that were never there; returns their keys."""
    shelf = shelves.put_up(by=by, at=at)
    there = set(CoursePage.objects.child_of(shelf).values_list("slug", flat=True))
    new = [said for said in _read("courses")["courses"] if said["key"] not in there]
    for said in new:
        _place_course(shelf, said)
    if new:
        audit.record(verb="training.course.placed", by=by, at=at, courses=[said["key"] for said in new])
    return [said["key"] for said in new]


def _read(key: str) -> Said:
    return tomllib.loads((CONTENT / f"{key}.toml").read_text(encoding="utf-8"))


def _place_course(shelf: ShelfPage, said: Said) -> None:
    course = CoursePage(
        slug=said["key"], title=said["title"], summary=said["summary"], audience=said["audience"],
        hours=said["hours"], outcomes=json.dumps(rules.outcomes(said["key"], said)), locale=shelf.locale,
    )  # fmt: skip
    shelf.add_child(instance=course)
    course.save_revision().publish()
    for key in said["modules"]:
        _place_module(course, key, _read(key))


def _place_module(course: CoursePage, key: str, said: Said) -> None:
    values = {name: said[name] for name in OF_MODULE} | {
        name: said[asked] for asked, name in IF_SAID.items() if asked in said
    }
    module = ModulePage(
        slug=key, locale=course.locale, live=False, outcomes=json.dumps(rules.outcomes(key, said)),
        sources=json.dumps(rules.sources(key, said)), **values,
    )  # fmt: skip
    course.add_child(instance=module)
    for one in said["lessons"]:
        lesson = LessonPage(
            slug=one["slug"], title=one["title"], summary=one["summary"], minutes=one["minutes"],
            locale=course.locale, body=json.dumps(rules.body(key, one)),
        )  # fmt: skip
        module.add_child(instance=lesson)
        lesson.save_revision().publish()
    module.save_revision().publish()
