"""Choices, stages, facts and moves of the paper are only ever added: the database refuses to change one."""

from django.db import migrations

from common.guards import Guards

GUARDS = Guards(
    why="what was chosen, promised or happened is put right by another row",
    columns={
        "casefiles_support_choice": ("id", "ref", "journey_id", "topic", "value", "chosen_at", "chosen_by_id"),
        "casefiles_support_checkpoint": (
            "id", "ref", "journey_id", "code", "outcome", "on", "person_present", "in_private", "answers",
            "next_review_on", "supersedes_id", "recorded_at", "recorded_by_id",
        ),
        "casefiles_support_fact": (
            "id", "ref", "request_id", "kind", "on", "basis", "supersedes_id", "superseding_because", "entered_at",
            "entered_by_id",
        ),
        "casefiles_support_holdingmove": (
            "id", "ref", "parcel_id", "frm", "to", "on", "given_by", "taken_by", "person_agreed", "signed_twice",
            "recorded_at", "recorded_by_id",
        ),
    },
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("casefiles_support", "0001_initial")]

    operations = [migrations.RunPython(GUARDS.set_up, GUARDS.take_down)]
