"""What somebody learns, as they see it: courses and modules with where they are in each, and what comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from common.dates import local_day
from places.models import Establishment, Posting
from training import loading
from training.models import (
    Completion,
    Confidence,
    CoursePage,
    Enrolment,
    Learner,
    ModuleVersion,
    Progress,
    Station,
)
from training.reports.ahead import PUT_ON
from training.rules import confidences, lessons
from training.rules.certificates import DUE, EXPIRED
from training.rules.enrolments import Pressing, is_for, pressing

NOT_BEGUN = ("Not begun", "")


@dataclass(frozen=True)
class Row:
    """One module: `state` in words, its tone, and where a press leads."""

    title: str
    state: str
    tone: str
    url: str
    verb: str


@dataclass
class Course:
    title: str
    summary: str
    rows: list[Row]
    pressing: Pressing | None = None

    @property
    def done(self) -> int:
        return sum(row.tone == "go" for row in self.rows)


def works_at(user: Any) -> Establishment | None:
    """The prison where somebody learns or works now, if it is one."""
    if station := Station.objects.current().filter(learner__login=user).select_related("establishment").first():
        return station.establishment
    here = Posting.objects.current().of(user).filter(post__establishment__isnull=False)
    found = here.select_related("post__establishment").order_by("-started_on", "pk").first()
    return found.post.establishment if found else None


def of_user(user: Any, *, at: datetime) -> dict[str, Any]:
    learner = Learner.objects.filter(login=user).first()
    mine = _latest(learner)
    newest = list(_newest())
    courses = _courses(user, learner, newest, mine, at)
    again = [row for held in mine.values() if (row := _due_again(held, newest, at))]
    return {
        "courses": courses,
        "going": [row for course in courses for row in course.rows if row.verb == "Go on"],
        "again": again,
        "later": _asked_later(learner, at),
        "elsewhere": _elsewhere(learner, at),
        "learner": learner,
    }


def _latest(learner: Learner | None) -> dict[UUID, Progress]:
    """The progress that counts in each module: of refreshers the last."""
    if learner is None:
        return {}
    found = Progress.objects.filter(enrolment__learner=learner, enrolment__withdrawn_at=None)
    loaded = found.select_related("version", "refreshes__version").prefetch_related("certificates").order_by("pk")
    return {held.module_key: held for held in loaded}


def _newest() -> Iterable[ModuleVersion]:
    """What may be begun now, as the editors ordered it. Their texts stay where they are."""
    return ModuleVersion.objects.newest().filter(page__live=True).defer("content").order_by("page__path", "pk")


def _courses(
    user: Any, learner: Learner | None, newest: list[ModuleVersion], mine: Mapping[UUID, Progress], at: datetime
) -> list[Course]:
    active = Enrolment.objects.active().filter(learner=learner) if learner else Enrolment.objects.none()
    on = {one.course_key: one for one in active}
    pages = {page.translation_key: page for page in CoursePage.objects.live().order_by("-path")}
    found = []
    for key, page in sorted(pages.items(), key=lambda one: one[1].path):
        if key in on or is_for(page.audience, user.roles):
            versions = {one.module_key: one for one in reversed(newest) if one.course_key == key}
            rows = [_row(one, mine.get(one.module_key)) for one in reversed(versions.values())]
            found.append(Course(page.title, page.summary, rows, _pressing(on.get(key), rows, at)))
    return [course for course in found if course.rows]


def _pressing(enrolment: Enrolment | None, rows: list[Row], at: datetime) -> Pressing | None:
    if enrolment is None or all(row.tone == "go" for row in rows):
        return None
    return pressing(
        has_begun=any(row.tone for row in rows), was_put_on=enrolment.source in PUT_ON,
        due_on=enrolment.due_on, on=local_day(at),
    )  # fmt: skip


def _row(version: ModuleVersion, held: Progress | None) -> Row:
    if held is None:
        return Row(version.title, *NOT_BEGUN, reverse("training:modules-detail", args=[version.ref]), "Look at it")
    url = reverse("training:progress-detail", args=[held.ref])
    if held.finished_at:
        return Row(held.version.title, f"Finished on {local_day(held.finished_at):%-d %B %Y}", "go", url, "Look again")
    return Row(held.version.title, _how_far(held), "wait", url, "Go on")


def _how_far(held: Progress) -> str:
    pages = loading.pages(held)
    here = lessons.resume_at(pages, held.seen)
    if here is not None:
        return f"Page {here.number} of {len(pages)}"
    if lessons.to_write(held.version.plain, held.seen):
        return "Something is left to write"
    return "All is read. The test is left" if held.passed_at is None else "The test is passed"


def _due_again(held: Progress, newest: list[ModuleVersion], at: datetime) -> dict[str, str] | None:
    """It runs out, or there is something in it that they should know."""
    if held.finished_at is None:
        return None
    said = max(held.certificates.all(), key=lambda one: one.issue, default=None)
    standing = said.standing(local_day(at)) if said else ""
    newer = next((one for one in newest if _is_newer(one, held)), None)
    if standing not in (DUE, EXPIRED) and newer is None:
        return None
    words = "It has run out." if standing == EXPIRED else "It runs out soon." if standing == DUE else "There is news."
    note = newer.change_note if newer else ""
    return {
        "title": held.version.title, "words": words, "note": note,
        "url": reverse("training:progress-refresh", args=[held.ref]),
    }  # fmt: skip


def _is_newer(version: ModuleVersion, held: Progress) -> bool:
    same = version.module_key == held.module_key and version.language == held.version.language
    return same and version.is_material and version.number > held.version.number


def _asked_later(learner: Learner | None, at: datetime) -> list[Progress]:
    """Six weeks have gone by, and they have not been asked yet what they did differently."""
    if learner is None:
        return []
    done = Progress.objects.filter(
        enrolment__learner=learner, finished_at__lte=at - confidences.SIX_WEEKS,
        finished_at__gt=at - confidences.NO_LONGER,
    ).exclude(confidences__moment=Confidence.Moment.LATER)  # fmt: skip
    return list(done.select_related("version").order_by("finished_at", "pk"))


def _elsewhere(learner: Learner | None, at: datetime) -> list[Completion]:
    """What staff wrote down that they finished. What they finished here by themselves stands with its course."""
    if learner is None:
        return []
    own = Completion.objects.filter(learner=learner).exclude(keyed_by=learner.login_id)
    return list(own.order_by("-completed_on", "-pk"))
