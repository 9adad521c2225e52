"""Learners, as a lead reads them."""

from typing import Any

from common.exports import Exported
from common.tables import A, DayColumn, HouseTable, TextColumn
from training.models import Job, Learner
from training.rules.attempts import ADJUSTMENTS

JOBS = dict(Job.choices)


class LearnerTable(HouseTable):
    name = TextColumn("Name", order_by="name", linkify=("training:learners-page", {"ref": A("ref")}))
    prison_now = TextColumn("Prison", default="–", orderable=False)
    job_now = TextColumn("What they do there", default="–", orderable=False)
    since_now = DayColumn("There since", default="–", orderable=False)
    adjustments = TextColumn("Help in tests", default="–", orderable=False)
    export_columns = (
        Exported("Name", "name"),
        Exported("Work email", "email"),
        Exported("Prison", "prison_now"),
        Exported("What they do there", "job_now", words=lambda job: str(JOBS.get(job, ""))),
        Exported("There since", "since_now"),
    )

    class Meta:
        model = Learner
        fields = ("name", "prison_now", "job_now", "since_now", "adjustments")
        order_by = "name"
        empty_text = "Nobody learns here yet. Add somebody, bring a list, or make a code."

    def render_job_now(self, value: str) -> str:
        return str(JOBS.get(value, ""))

    def render_adjustments(self, value: Any) -> str:
        return ", ".join(ADJUSTMENTS[name] for name in value if name in ADJUSTMENTS) or "–"
