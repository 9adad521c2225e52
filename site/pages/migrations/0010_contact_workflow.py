"""Editors write contact points, programme managers agree to them and take them away: two people for each change."""

from django.db import migrations

NAME = "Contact points: a second person"
STEP = "Checked by a second person"
MAY = {"Editors": ("add", "change", "view"), "Moderators": ("add", "change", "delete", "view")}


def kind_of(apps, model):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="pages", model=model)
    return kind


def forwards(apps, schema_editor):
    get = apps.get_model
    contacts = kind_of(apps, "contactpoint")
    for group, verbs in MAY.items():
        members, _ = get("auth", "Group").objects.get_or_create(name=group)
        for verb in verbs:
            permission, _ = get("auth", "Permission").objects.get_or_create(
                content_type=contacts, codename=f"{verb}_contactpoint",
                defaults={"name": f"Can {verb} contact point"},
            )  # fmt: skip
            members.permissions.add(permission)
    step = get("pages", "ContactCheck").objects.create(
        name=STEP, active=True, content_type=kind_of(apps, "contactcheck")
    )
    step.groups.add(*get("auth", "Group").objects.filter(name__in=MAY))
    workflow = get("wagtailcore", "Workflow").objects.create(name=NAME, active=True)
    get("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task_id=step.pk, sort_order=0)
    get("wagtailcore", "WorkflowContentType").objects.create(workflow=workflow, content_type=contacts)


def backwards(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    apps.get_model("pages", "ContactCheck").objects.filter(name=STEP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0009_contacts"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(forwards, backwards)]
