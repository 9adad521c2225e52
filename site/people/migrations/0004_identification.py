"""Each time somebody was asked, and triggers that keep it as it was written: rows are added, never changed or deleted.

The two sealed texts can be updated, so that they can be sealed again with a new key. A later migration that changes the
table ends with `guard_again`: SQLite makes such a table anew, without its triggers.
"""

import common.refs
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


ASKING = "people_identificationevent"
FIXED = (
    "id, ref, key, person_id, asked_on, stage, asked_by_role, wording, answer, share_scope, confirmed_by_id, next_ask_on, "
    "recorded_at, recorded_by_id"
)
TRIGGERS = {
    f"{ASKING}_no_delete": f"BEFORE DELETE ON {ASKING}",
    f"{ASKING}_append_only": f"BEFORE UPDATE OF {FIXED} ON {ASKING}",
}
WHY = "what somebody was asked and what they said is never changed"


def guard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE FUNCTION people_asking_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{WHY}'; END $$"
        )
    then = (
        "FOR EACH ROW EXECUTE FUNCTION people_asking_is_kept()"
        if postgresql
        else f"BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
    )
    for name, when in TRIGGERS.items():
        schema_editor.execute(f"CREATE TRIGGER {name} {when} {then}")


def guard_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        guard(apps, schema_editor)


def unguard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name, when in TRIGGERS.items():
        table = f" ON {when.rsplit(' ', 1)[1]}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {name}{table}")
    if postgresql:
        schema_editor.execute("DROP FUNCTION people_asking_is_kept()")


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_concerns_shown"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IdentificationEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                ("asked_on", models.DateField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("arrest", "On arrest"),
                            ("liaison", "Liaison and diversion"),
                            ("court", "At court, or for a report"),
                            ("sentence", "On sentence"),
                            ("reception", "On the first night in prison"),
                            ("induction", "In the first weeks in prison"),
                            ("key_work", "In key work"),
                            ("transfer", "After a move to another prison"),
                            ("pre_release", "Before release"),
                            ("release", "On the day of release"),
                            ("community", "In the community"),
                            ("later", "At another time"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "asked_by_role",
                    models.CharField(
                        choices=[
                            ("peer", "A peer mentor, or somebody else who was in care"),
                            ("programme", "Our own staff"),
                            ("prison", "Prison staff"),
                            ("probation", "Probation staff"),
                            ("other", "Somebody else"),
                        ],
                        max_length=10,
                        verbose_name="who asked",
                    ),
                ),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("looked_after_1", "Were you ever looked after by the council, even for a short time?"),
                            (
                                "lived_with_1",
                                "When you were growing up, did you ever live with foster carers, in a children’s home, or with family because a social worker arranged it?",
                            ),
                            (
                                "social_worker_1",
                                "Did you have a social worker when you were a child, and did you ever live away from your parents?",
                            ),
                            (
                                "adviser_1",
                                "Do you have a personal adviser or a leaving care worker, or did you have one?",
                            ),
                            ("peer_1", "I was in care myself. Is that something you know about too?"),
                            ("care_leaver_1", "Are you a care leaver?"),
                            ("own_words_1", "In other words"),
                        ],
                        max_length=20,
                        verbose_name="how it was put",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("unsure", "Not sure"),
                            ("declined", "They would rather not say"),
                            ("not_asked", "It was not the moment to ask"),
                        ],
                        max_length=10,
                    ),
                ),
                ("disclosed_detail", common.fields.SealedTextField(blank=True, verbose_name="what they told")),
                ("share_scope", models.JSONField(blank=True, default=list, verbose_name="who may be told")),
                ("reluctance_note", common.fields.SealedTextField(blank=True, verbose_name="what holds them back")),
                ("next_ask_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.localauthority",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identifications", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "asking",
                "indexes": [
                    models.Index(fields=["person", "asked_on", "id"], name="asking_by_person"),
                    models.Index(fields=["next_ask_on", "id"], name="asking_by_next_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stage__in",
                                [
                                    "arrest",
                                    "liaison",
                                    "court",
                                    "sentence",
                                    "reception",
                                    "induction",
                                    "key_work",
                                    "transfer",
                                    "pre_release",
                                    "release",
                                    "community",
                                    "later",
                                ],
                            )
                        ),
                        name="asking_stage_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asked_by_role__in", ["peer", "programme", "prison", "probation", "other"])
                        ),
                        name="asking_role_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["yes", "no", "unsure", "declined", "not_asked"])),
                        name="asking_answer_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "yes"), ("next_ask_on__isnull", False), _connector="OR"),
                        name="only_a_yes_is_not_asked_again",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_ask_on", None), ("next_ask_on__gt", models.F("asked_on")), _connector="OR"
                        ),
                        name="next_asking_is_later",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "yes"),
                            models.Q(("confirmed_by", None), ("disclosed_detail", "")),
                            _connector="OR",
                        ),
                        name="only_a_yes_tells_anything",
                    ),
                ],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
