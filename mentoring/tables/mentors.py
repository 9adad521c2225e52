"""How mentors are listed, and what a mentor’s own page shows."""

from dataclasses import dataclass
from datetime import date

from common.tables import A, DayColumn, HouseTable, NumberColumn, TagColumn, TextColumn
from mentoring.models import (
    Clearance,
    DbsCheck,
    Interview,
    Mentor,
    MentorApplication,
    Reference,
    RiskAssessment,
)
from training.models import Completion


class MentorTable(HouseTable):
    name = TextColumn(
        "Name",
        accessor="person__preferred_name",
        order_by="person__search_name",
        linkify=("mentoring:mentors-detail", {"ref": A("ref")}),
    )
    team = TextColumn("Team", accessor="team__name", order_by="team__name")
    status = TagColumn("Status", order_by="status")
    people_now = NumberColumn("People now", orderable=False)
    capacity = NumberColumn("Has room for", orderable=False)
    supervisor = TextColumn("Supervisor", accessor="supervisor__display_name", default="Nobody yet", orderable=False)
    joined_on = DayColumn("Joined", order_by="joined_on")

    class Meta:
        model = Mentor
        fields = ("name", "team", "status", "people_now", "capacity", "supervisor", "joined_on")
        order_by = "name"
        empty_text = "No mentors here."


@dataclass(frozen=True)
class File:
    """What stands in a mentor's file. `counts` says of each completion whether it counts today."""

    mentor: Mentor
    facts: list[tuple[str, str]]
    references: list[Reference]
    interviews: list[Interview]
    dbs_checks: list[DbsCheck]
    risk_assessments: list[RiskAssessment]
    clearances: list[Clearance]
    completions: list[tuple[Completion, bool]]
    application: MentorApplication | None


def file_of(mentor: Mentor, *, on: date) -> File:
    learner = mentor.learner
    done = list(learner.completions.order_by("module", "-completed_on")) if learner else []
    return File(
        mentor=mentor,
        facts=[
            ("Team", mentor.team.name),
            ("Supervisor", str(mentor.supervisor or "Nobody yet")),
            ("Has room for", f"{mentor.capacity} at once"),
            ("Signs in", "Yes" if mentor.person.login_id else "No: on paper"),
        ],
        references=list(mentor.references.order_by("pk")),
        interviews=list(mentor.interviews.select_related("recorded_by").order_by("-held_on", "-pk")),
        dbs_checks=list(mentor.dbs_checks.select_related("decided_by").order_by("-asked_at", "-pk")),
        risk_assessments=list(
            mentor.risk_assessments.select_related("written_by", "signed_by").order_by("-written_at", "-pk")
        ),
        clearances=list(
            mentor.clearances.select_related("establishment").prefetch_related("steps").order_by("establishment__name")
        ),
        completions=[(one, one.expires_on is None or one.expires_on >= on) for one in done],
        application=mentor.applications.order_by("-told_at", "-pk").first(),
    )
