"""A version that was published is never changed: the database refuses it. It may lose its page, which is deleted."""

from django.db import migrations

from common.guards import Guards

GUARDS = Guards(
    why="a published version is never changed: publish another",
    columns={
        "training_moduleversion": (
            "id", "ref", "module_key", "course_key", "language", "number", "title", "content", "sha256", "change_note",
            "is_material", "opens", "published_at", "published_by_id",
        ),
    },
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("training", "0002_courses")]

    operations = [migrations.RunPython(GUARDS.set_up, GUARDS.take_down)]
