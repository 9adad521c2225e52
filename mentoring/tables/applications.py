"""How applications are listed, and what the page of one shows, to staff and to the applicant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateformat import format as in_words

from common.dates import LONDON, local_day
from common.tables import A, HouseTable, MomentColumn, NumberColumn, TagColumn, TextColumn
from mentoring.models import Appeal, MentorApplication
from mentoring.rules.applications import NEXT, ORDER, WHOSE

Fact = tuple[str, Any]


class ApplicationTable(HouseTable):
    """Whose move it is, and since when; the longest first."""

    name = TextColumn("Name", orderable=False, linkify=("mentoring:applications-detail", {"ref": A("ref")}))
    status = TagColumn("Stage", order_by="status")
    since = MomentColumn("Here since", order_by="since")
    waited = NumberColumn("Days waiting", accessor="since", orderable=False)
    move = TextColumn("Whose move", accessor="status", orderable=False)
    todo = TextColumn("What is next", accessor="status", orderable=False)
    team = TextColumn("Team", accessor="team__name", order_by="team__name")

    class Meta:
        model = MentorApplication
        fields = ("name", "status", "since", "waited", "move", "todo", "team")
        order_by = "since"
        empty_text = "Nobody is on the way just now."

    def render_waited(self, record: MentorApplication) -> str:
        """How long it is somebody's move; the view says what day it is."""
        if record.status in MentorApplication.OVER:
            return "–"
        return f"{(getattr(record, 'today', local_day(record.since)) - local_day(record.since)).days:,}"

    def render_move(self, record: MentorApplication) -> str:
        return WHOSE[NEXT[record.status].move]

    def render_todo(self, record: MentorApplication) -> str:
        return NEXT[record.status].todo


@dataclass(frozen=True)
class Page:
    """What the page of an application shows."""

    application: MentorApplication
    waited: int
    next: Any
    facts: list[Fact]
    words: list[Fact]
    appeals: list[Appeal]
    number: int
    total: int

    @property
    def waiting_appeal(self) -> Appeal | None:
        return next((appeal for appeal in self.appeals if appeal.status == Appeal.Status.APPEALED), None)


def staff_page(application: MentorApplication, *, now: datetime) -> Page:
    return Page(
        application=application,
        waited=(local_day(now) - local_day(application.since)).days,
        next=NEXT[application.status],
        facts=_facts(application),
        words=_words(application),
        appeals=_appeals(application),
        number=_number(application),
        total=len(ORDER),
    )


def own_page(application: MentorApplication) -> Page:
    """The applicant's own: how it goes, what was decided and why. Their own words, but no address."""
    return Page(
        application=application, waited=0, next=NEXT[application.status], facts=[], words=_words(application),
        appeals=_appeals(application), number=_number(application), total=len(ORDER),
    )  # fmt: skip


def _number(application: MentorApplication) -> int:
    status = application.stopped_from if application.status not in ORDER else application.status
    return list(ORDER).index(status) + 1 if status in ORDER else 1  # type: ignore[arg-type]  # a StrEnum is a str


def _facts(application: MentorApplication) -> list[Fact]:
    told = in_words(application.told_at.astimezone(LONDON), "j F Y")
    by = f", keyed in by {application.told_by.display_name}" if application.told_by else ""
    rows: list[Fact] = [
        ("Name", " ".join(filter(None, [application.name, application.family_name]))),
        ("Email", application.email),
        ("Telephone", application.phone),
        ("Prison", application.establishment.name if application.establishment else ""),
        ("Code on the paper", application.sheet_code),
        ("Team", application.team.name),
        ("Told us", f"{told}{by}"),
        ("Convictions told", application.get_convictions_told_display() if application.convictions_told else ""),
    ]
    return [row for row in rows if row[1]]


def _words(application: MentorApplication) -> list[Fact]:
    rows = [
        ("What they told us at first", application.message),
        ("Why they would like to be a mentor", application.why),
        ("What they have lived through, or done", application.experience),
        ("When they could meet people", application.availability),
        ("What they would need from us", application.support),
    ]
    return [row for row in rows if row[1]]


def _appeals(application: MentorApplication) -> list[Appeal]:
    return list(application.appeals.select_related("decided_by").order_by("pk"))
