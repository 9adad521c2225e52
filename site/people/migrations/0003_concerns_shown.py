from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


guard_again = import_module("people.migrations.0002_never_deleted").guard_again


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_never_deleted"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="concern",
            name="shown_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="concern",
            name="shown_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="concern",
            name="shown_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="places.establishment",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shown_at", None), ("shown_to", None)),
                    models.Q(("shown_at__isnull", False), ("shown_to__isnull", False)),
                    _connector="OR",
                ),
                name="concern_shown_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shown_at", None), ("shown_by", None)),
                    models.Q(("shown_at__isnull", False), ("shown_by__isnull", False)),
                    _connector="OR",
                ),
                name="concern_shown_by_goes_with_at",
            ),
        ),
        migrations.RunPython(guard_again, migrations.RunPython.noop),
    ]
