"""The workflow of every page: somebody with care experience, then whoever publishes. What they said is kept."""

from django.db import migrations

from common.guards import Guards

GUARDS = Guards(
    why="what was said of a draft is never changed",
    columns={
        "pages_review": (
            "id", "ref", "page_title", "revision", "fingerprint", "step", "outcome", "comment", "at", "by_id",
        ),
    },
)  # fmt: skip
REVIEWERS = "Lived-experience reviewers"
NAME = "Care experience, then publishing"
# The model of each step, its name for readers, and the group that takes it.
STEPS = [
    ("LivedExperienceReview", "Read by somebody with care experience", REVIEWERS),
    ("PublisherApproval", "Approved for publishing", "Moderators"),
]


def kind_of(apps, model):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="pages", model=model.lower()
    )
    return kind


def forwards(apps, schema_editor):
    get = apps.get_model
    door, _ = get("auth", "Permission").objects.get_or_create(
        content_type=get("contenttypes", "ContentType").objects.get(app_label="wagtailadmin", model="admin"),
        codename="access_admin", defaults={"name": "Can access Wagtail admin"},
    )  # fmt: skip
    workflow = get("wagtailcore", "Workflow").objects.create(name=NAME, active=True)
    for order, (model, name, group) in enumerate(STEPS):
        step = get("pages", model).objects.create(name=name, active=True, content_type=kind_of(apps, model))
        members, _ = get("auth", "Group").objects.get_or_create(name=group)
        members.permissions.add(door)
        step.groups.add(members)
        get("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task_id=step.pk, sort_order=order)
    root = get("wagtailcore", "Page").objects.filter(depth=1).first()
    get("wagtailcore", "WorkflowPage").objects.update_or_create(page=root, defaults={"workflow": workflow})


def backwards(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    for model, name, _ in STEPS:
        apps.get_model("pages", model).objects.filter(name=name).delete()
    apps.get_model("auth", "Group").objects.filter(name=REVIEWERS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_reviews"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.RunPython(GUARDS.set_up, GUARDS.take_down),
        migrations.RunPython(forwards, backwards),
    ]
