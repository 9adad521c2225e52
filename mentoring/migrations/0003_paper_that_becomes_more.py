import common.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0002_meeting_answers"),
        ("people", "0004_identification"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="papersheet",
            name="only_a_register_has_a_group",
        ),
        migrations.AddField(
            model_name="papersheet",
            name="application",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="paper_sheet",
                to="mentoring.mentorapplication",
            ),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="came_without_code",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="instead_of",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="printed_again",
                to="mentoring.papersheet",
            ),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="names_by_hand",
            field=common.fields.SealedTextField(blank=True, verbose_name="names written by hand"),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="names_told_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="names_told_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="of_group",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sheets",
                to="mentoring.group",
            ),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="referral",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="paper_sheet",
                to="mentoring.referral",
            ),
        ),
        migrations.AddField(
            model_name="papersheet",
            name="written_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("group", ""), ("mentor", None), ("of_group", None)),
                    ("kind", "group_register"),
                    _connector="OR",
                ),
                name="only_a_register_has_a_group",
            ),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("referral", None), models.Q(("kind", "referral"), ("status", "keyed")), _connector="OR"
                ),
                name="only_a_referral_sheet_becomes_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("application", None), models.Q(("kind", "interest"), ("status", "keyed")), _connector="OR"
                ),
                name="only_an_interest_sheet_becomes_an_application",
            ),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_on", None),
                    models.Q(("kind__in", ["referral", "interest"]), ("status", "keyed")),
                    _connector="OR",
                ),
                name="sheet_typed_in_says_when_it_was_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("names_by_hand", ""), ("names_told_at", None)),
                    models.Q(("kind", "group_register"), ("status", "keyed")),
                    _connector="OR",
                ),
                name="only_a_register_has_names_by_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("names_told_at", None), ("names_told_by", None)),
                    models.Q(("names_told_at__isnull", False), ("names_told_by__isnull", False)),
                    _connector="OR",
                ),
                name="names_told_says_who_and_when",
            ),
        ),
    ]
