"""Editors and programme managers write alerts, a second one agrees; programme managers take them away."""

from django.db import migrations

NAME = "Alerts: a second person"
STEP = "An alert read by a second person"
MAY = {"Editors": ("add", "change", "view"), "Moderators": ("add", "change", "delete", "view")}


def kind_of(apps, model):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="pages", model=model)
    return kind


def forwards(apps, schema_editor):
    get = apps.get_model
    alerts = kind_of(apps, "alert")
    for group, verbs in MAY.items():
        members, _ = get("auth", "Group").objects.get_or_create(name=group)
        for verb in verbs:
            permission, _ = get("auth", "Permission").objects.get_or_create(
                content_type=alerts, codename=f"{verb}_alert",
                defaults={"name": f"Can {verb} alert"},
            )  # fmt: skip
            members.permissions.add(permission)
    step = get("pages", "AlertCheck").objects.create(name=STEP, active=True, content_type=kind_of(apps, "alertcheck"))
    step.groups.add(*get("auth", "Group").objects.filter(name__in=MAY))
    workflow = get("wagtailcore", "Workflow").objects.create(name=NAME, active=True)
    get("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task_id=step.pk, sort_order=0)
    get("wagtailcore", "WorkflowContentType").objects.create(workflow=workflow, content_type=alerts)


def backwards(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    apps.get_model("pages", "AlertCheck").objects.filter(name=STEP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0014_news_and_alerts"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(forwards, backwards)]
