from django.db import migrations

# What administrators do to the public site: its address, its redirects and its languages. No pages, no people.
NEEDED = [
    ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin"),
    *[("wagtailcore", "site", f"{verb}_site", f"Can {verb} site") for verb in ("add", "change", "delete")],
    *[("wagtailcore", "locale", f"{verb}_locale", f"Can {verb} locale") for verb in ("add", "change", "delete")],
    *[
        ("wagtailredirects", "redirect", f"{verb}_redirect", f"Can {verb} redirect")
        for verb in ("add", "change", "delete")
    ],
]
# So that editors can begin a Welsh version of a page.
TRANSLATING = ("simple_translation", "simpletranslation", "submit_translation", "Can submit translations")


def permission(apps, app, model, codename, name):
    # Permissions are otherwise made only after all migrations have run.
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    made, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": name}
    )
    return made


def forwards(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects
    administrators, _ = groups.get_or_create(name="Site administrators")
    administrators.permissions.add(*[permission(apps, *needed) for needed in NEEDED])
    for group in groups.filter(name__in=["Editors", "Moderators"]):
        group.permissions.add(permission(apps, *TRANSLATING))


def backwards(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name="Site administrators").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailimages", "0025_alter_image_file_alter_rendition_file"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("simple_translation", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(forwards, backwards)]
