import common.fields
import common.refs
import django.db.models.deletion
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("people", "0004_identification"),
        ("places", "0001_initial"),
        ("training", "0001_learners"),
    ]

    operations = [
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "status",
                    models.CharField(choices=[("made", "To be paid"), ("paid", "Paid")], default="made", max_length=5),
                ),
                ("total", models.DecimalField(decimal_places=2, default=Decimal("0.00"), max_digits=10)),
                ("count", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("paid_at", models.DateTimeField(blank=True, null=True)),
                (
                    "paid_by",
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
                "verbose_name_plural": "batches",
                "indexes": [models.Index(fields=["made_at", "id"], name="batch_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paid_at", None), ("paid_by", None), ("status", "made")),
                            models.Q(("paid_at__isnull", False), ("paid_by__isnull", False), ("status", "paid")),
                            _connector="OR",
                        ),
                        name="batch_paid_says_when_and_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("content", common.fields.SealedTextField()),
                ("saves", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["owner", "saved_at"], name="draft_by_owner")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="feeds", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("token_index", models.CharField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField()),
                ("off_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("off_at", None)), fields=("user",), name="one_link_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("token_index", ""), _negated=True), name="feed_has_a_secret"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="GatePlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="gate_plans", to="people.person"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planning", "Being planned"),
                            ("ready", "Everything is arranged"),
                            ("done", "The day is over"),
                            ("not_needed", "Not needed now"),
                        ],
                        default="planning",
                        max_length=10,
                    ),
                ),
                ("release_on", models.DateField(blank=True, null=True, verbose_name="the day they leave")),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="the day they left")),
                ("who_meets", common.fields.SealedTextField(blank=True, verbose_name="who meets them at the gate")),
                ("tonight", common.fields.SealedTextField(blank=True, verbose_name="where they sleep tonight")),
                (
                    "first_appointment",
                    common.fields.SealedTextField(blank=True, verbose_name="their first appointment"),
                ),
                ("phone", common.fields.SealedTextField(blank=True, verbose_name="how they can be reached")),
                ("id_papers", common.fields.SealedTextField(blank=True, verbose_name="papers that say who they are")),
                ("money", common.fields.SealedTextField(blank=True, verbose_name="money for the first days")),
                ("notes", common.fields.SealedTextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["planning", "ready"])),
                        fields=("person",),
                        name="one_open_gate_plan_of_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planning", "ready", "done", "not_needed"])),
                        name="gate_plan_status_is_known",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                ("name", models.CharField(max_length=60)),
                (
                    "team",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.team"),
                ),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["team", "name", "id"], name="group_by_team")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="group_has_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("kind", models.CharField(choices=[("people", "People"), ("mentors", "Mentors")], max_length=10)),
                ("source", models.CharField(max_length=40)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("checked", "Checked, nothing changed yet"),
                            ("applying", "Being brought in"),
                            ("applied", "Brought in"),
                            ("undone", "Taken back"),
                        ],
                        default="checked",
                        max_length=10,
                    ),
                ),
                ("reason", common.fields.SealedTextField()),
                ("rows", common.fields.SealedTextField(blank=True)),
                ("total", models.PositiveIntegerField()),
                ("wrong", models.PositiveIntegerField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("made", models.PositiveIntegerField(default=0)),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("brought_at", models.DateTimeField()),
                (
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["-brought_at", "-id"], name="import_by_time")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applied_at", None), ("applied_by", None), ("status", "checked")),
                            models.Q(
                                models.Q(("status", "checked"), _negated=True),
                                ("applied_at__isnull", False),
                                ("applied_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="import_says_who_applied_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "undone"), ("undone_at__isnull", False), ("undone_by__isnull", False)),
                            models.Q(
                                models.Q(("status", "undone"), _negated=True), ("undone_at", None), ("undone_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="import_says_who_took_it_back",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchBlock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="match_blocks", to="people.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                ("other_name", common.fields.SealedTextField(blank=True, verbose_name="who the other person is")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("kept_apart", "The prison keeps them apart (non-association)"),
                            ("same_case", "They were in the same court case"),
                            ("licence", "A licence says no contact"),
                            ("family", "They are family"),
                            ("gang", "Trouble between groups they belong to"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", common.fields.SealedTextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Waiting for the safeguarding lead"),
                            ("standing", "Blocked"),
                            ("lifted", "No longer blocked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("lifted_because", common.fields.SealedTextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "other"], name="match_block_by_pair"),
                    models.Index(fields=["status", "made_at", "id"], name="match_block_by_status"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("made_by", "key"), name="one_match_block_each_form"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="match_block_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("other__isnull", False), models.Q(("other_name", ""), _negated=True), _connector="OR"
                        ),
                        name="match_block_names_the_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("other", None), models.Q(("other", models.F("person")), _negated=True), _connector="OR"
                        ),
                        name="match_block_is_between_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "standing"), _negated=True),
                            models.Q(("confirmed_at__isnull", False), ("other__isnull", False)),
                            _connector="OR",
                        ),
                        name="standing_match_block_was_confirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at__isnull", False), ("status", "lifted")),
                            models.Q(models.Q(("status", "lifted"), _negated=True), ("lifted_at", None)),
                            _connector="OR",
                        ),
                        name="lifted_match_block_has_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confirmed_at__isnull", False), ("confirmed_by", None), _connector="OR"),
                        name="match_block_confirmed_by_with_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lifted_at__isnull", False), ("lifted_by", None), _connector="OR"),
                        name="match_block_lifted_by_with_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mentor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mentor", to="people.person"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mentors", to="places.team"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="supervised_mentors",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.invitation",
                    ),
                ),
                (
                    "learner",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="training.learner",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("applying", "Applying"),
                            ("training", "In training"),
                            ("active", "Active"),
                            ("resting", "Taking a rest"),
                            ("suspended", "Suspended"),
                            ("ended", "Left"),
                        ],
                        default="applying",
                        max_length=10,
                    ),
                ),
                ("capacity", models.PositiveSmallIntegerField(default=3, verbose_name="people at once")),
                (
                    "supervision_weeks",
                    models.PositiveSmallIntegerField(default=4, verbose_name="weeks between supervision meetings"),
                ),
                ("joined_on", models.DateField()),
                ("left_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["team", "status"], name="mentor_by_team")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("supervision_weeks__gte", 1), ("supervision_weeks__lte", 12)),
                        name="mentor_is_supervised_often",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("left_on", None), ("left_on__gte", models.F("joined_on")), _connector="OR"),
                        name="mentor_leaves_after_joining",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("left_on__isnull", False), ("status", "ended")),
                            models.Q(models.Q(("status", "ended"), _negated=True), ("left_on", None)),
                            _connector="OR",
                        ),
                        name="mentor_who_left_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Preferences",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="preferences", to="people.person"
                    ),
                ),
                ("languages", models.JSONField(blank=True, default=list)),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("woman", "Woman"), ("man", "Man"), ("another", "Another way")],
                        max_length=10,
                    ),
                ),
                (
                    "mentor_gender",
                    models.CharField(
                        blank=True,
                        choices=[("woman", "A woman"), ("man", "A man")],
                        max_length=10,
                        verbose_name="mentor’s gender",
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[("under_30", "Under 30"), ("30_to_44", "30 to 44"), ("45_or_more", "45 or older")],
                        max_length=12,
                        verbose_name="would like a mentor aged",
                    ),
                ),
                ("interests", models.JSONField(blank=True, default=list)),
                ("notes", common.fields.SealedTextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
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
                "verbose_name_plural": "preferences",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gender__in", ["", "woman", "man", "another"]),
                            ("mentor_gender__in", ["", "woman", "man"]),
                            ("age_band__in", ["", "under_30", "30_to_44", "45_or_more"]),
                        ),
                        name="preferences_are_known",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Begun"),
                            ("permission_recorded", "Ready to send"),
                            ("submitted", "New"),
                            ("triage", "Being looked at"),
                            ("accepted", "Accepted"),
                            ("waiting", "On the waiting list"),
                            ("declined", "Not taken on"),
                            ("matched", "Has a mentor"),
                            ("closed", "Closed"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("self", "The person themselves"),
                            ("prison", "Prison staff"),
                            ("probation", "Probation"),
                            ("adviser", "A personal adviser"),
                            ("liaison", "Police or court liaison"),
                            ("family", "Family or a friend"),
                        ],
                        max_length=10,
                        verbose_name="who asks",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("public", "On the website"),
                            ("signed_in", "By somebody signed in"),
                            ("paper", "From a paper sheet"),
                        ],
                        max_length=10,
                        verbose_name="how it came",
                    ),
                ),
                ("sheet", models.CharField(blank=True, max_length=20, verbose_name="number of the paper sheet")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="people.person",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="places.team",
                    ),
                ),
                ("preferred_name", common.fields.SealedTextField(verbose_name="name they like to be called")),
                ("family_name", common.fields.SealedTextField(blank=True)),
                ("family_name_index", models.CharField(blank=True, db_index=True, editable=False, max_length=32)),
                ("born_on", common.fields.SealedTextField(blank=True, verbose_name="date of birth")),
                ("prison_number", common.fields.SealedTextField(blank=True)),
                ("prison_number_index", models.CharField(blank=True, db_index=True, editable=False, max_length=32)),
                ("crn", common.fields.SealedTextField(blank=True, verbose_name="probation number (CRN)")),
                ("crn_index", models.CharField(blank=True, db_index=True, editable=False, max_length=32)),
                (
                    "care",
                    models.CharField(
                        choices=[("yes", "Yes"), ("unsure", "Not sure"), ("not_said", "They would rather not say")],
                        max_length=10,
                        verbose_name="have they been in care",
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        choices=[
                            ("inside", "In prison"),
                            ("outside", "In the community"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                        verbose_name="where they are",
                    ),
                ),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("place_note", common.fields.SealedTextField(blank=True, verbose_name="place, as it was told")),
                ("reach", common.fields.SealedTextField(blank=True, verbose_name="how to reach them")),
                ("wishes", models.JSONField(blank=True, default=list, verbose_name="what is asked for")),
                ("asked_for", common.fields.SealedTextField(blank=True, verbose_name="in their words")),
                ("referrer_name", common.fields.SealedTextField(blank=True)),
                ("referrer_contact", common.fields.SealedTextField(blank=True)),
                (
                    "agreed_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "They asked for it themselves"),
                            ("spoken", "They said so"),
                            ("written", "In writing"),
                            ("paper", "On the paper sheet"),
                        ],
                        max_length=10,
                        verbose_name="how they agreed",
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("agreed_with", common.fields.SealedTextField(blank=True, verbose_name="to whom they said so")),
                ("agreed_recorded_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_in_care", "They were never in care"),
                            ("not_wanted", "They do not want it now"),
                            ("no_mentor_near", "We have no mentors where they are"),
                            ("not_safe", "We cannot do it safely now"),
                            ("somebody_else", "Somebody else can help better"),
                            ("no_answer", "We could not reach them"),
                            ("known_already", "We had this one already"),
                        ],
                        max_length=20,
                    ),
                ),
                ("kind_words", common.fields.SealedTextField(blank=True)),
                ("what_else", common.fields.SealedTextField(blank=True, verbose_name="what else may help")),
                (
                    "close_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mentoring_ended", "Their time with a mentor has ended"),
                            ("not_wanted", "They do not want it any more"),
                            ("no_answer", "We cannot reach them"),
                            ("moved_away", "They have moved where we have nobody"),
                            ("other", "Something else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["status", "submitted_at", "id"], name="referral_by_status"),
                    models.Index(fields=["team", "status", "submitted_at", "id"], name="referral_by_team"),
                    models.Index(fields=["made_by", "-made_at", "-id"], name="referral_by_maker"),
                    models.Index(fields=["person", "status"], name="referral_by_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("made_by", "key"), name="one_referral_each_form"),
                    models.UniqueConstraint(
                        condition=models.Q(("made_by", None)), fields=("key",), name="one_referral_each_public_form"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(
                                models.Q(("agreed_how", ""), _negated=True),
                                ("agreed_on__isnull", False),
                                ("agreed_recorded_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="nothing_is_shared_without_permission",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "permission_recorded"]),
                            ("submitted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="sent_referral_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["accepted", "waiting", "matched"]), _negated=True),
                            models.Q(("person__isnull", False), ("team__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_taken_on_has_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "declined"), _negated=True),
                            models.Q(
                                models.Q(("decline_reason", ""), _negated=True),
                                models.Q(("kind_words", ""), _negated=True),
                                models.Q(("what_else", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="declined_referral_says_why_kindly",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("status", "closed"),
                                models.Q(("close_reason", ""), _negated=True),
                            ),
                            models.Q(models.Q(("status", "closed"), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="closed_referral_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decided_at__isnull", False), ("decided_by", None), _connector="OR"),
                        name="referral_decided_by_goes_with_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="availability", to="mentoring.mentor"
                    ),
                ),
                ("pattern", models.JSONField(blank=True, default=list)),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name_plural": "availabilities",
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="mentoring.mentor"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.team"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Not sent yet"),
                            ("submitted", "Sent, waiting for an answer"),
                            ("sent_back", "Sent back to you"),
                            ("approved", "Approved, waiting to be paid"),
                            ("paid", "Paid"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("total", models.DecimalField(decimal_places=2, default=Decimal("0.00"), max_digits=8)),
                ("made_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("sent_back_because", common.fields.SealedTextField(blank=True, verbose_name="why it came back")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="mentoring.batch",
                    ),
                ),
                ("paid_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["team", "status", "submitted_at"], name="claim_by_team"),
                    models.Index(fields=["mentor", "made_at"], name="claim_by_mentor"),
                    models.Index(condition=models.Q(("batch", None)), fields=["status"], name="claim_to_pay"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "submitted", "sent_back", "approved", "paid"])),
                        name="claim_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(("submitted_at__isnull", False), ("total__gt", 0)),
                            _connector="OR",
                        ),
                        name="sent_claim_says_when_and_how_much",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None)),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="claim_decided_by_goes_with_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["approved", "sent_back", "paid"]), _negated=True),
                            ("decided_at__isnull", False),
                            _connector="OR",
                        ),
                        name="decided_claim_says_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "sent_back"), _negated=True),
                            models.Q(("sent_back_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="claim_sent_back_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("batch", None), ("status__in", ["approved", "paid"]), _connector="OR"),
                        name="claim_in_a_batch_is_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", False), ("paid_at__isnull", False), ("status", "paid")),
                            models.Q(models.Q(("status", "paid"), _negated=True), ("paid_at", None)),
                            _connector="OR",
                        ),
                        name="paid_claim_says_when_and_in_which_batch",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="clearances", to="mentoring.mentor"
                    ),
                ),
                (
                    "establishment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clearances",
                        to="places.establishment",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_applied", "Not asked for yet"),
                            ("applied", "Asked for"),
                            ("standard_refused", "Refused by ordinary vetting"),
                            ("leap_submitted", "With the lived experience route (LEAP)"),
                            ("granted", "Cleared"),
                            ("refused", "Refused"),
                            ("appealed", "Appealed"),
                            ("expired", "Run out"),
                            ("withdrawn_by_establishment", "Taken back by the prison"),
                        ],
                        default="not_applied",
                        max_length=26,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["establishment", "status", "id"], name="clearance_by_prison"),
                    models.Index(fields=["status", "valid_until"], name="clearance_by_end"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mentor", "establishment"), name="one_clearance_of_a_mentor_at_a_prison"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "granted"), _negated=True),
                            models.Q(("valid_from__isnull", False), ("valid_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="granted_clearance_says_from_and_until",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="clearance_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "appealed",
                                    "applied",
                                    "expired",
                                    "granted",
                                    "leap_submitted",
                                    "not_applied",
                                    "refused",
                                    "standard_refused",
                                    "withdrawn_by_establishment",
                                ],
                            )
                        ),
                        name="clearance_status_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DbsCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dbs_checks", to="mentoring.mentor"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("none", "No check is needed"),
                            ("basic", "Basic"),
                            ("standard", "Standard"),
                            ("enhanced", "Enhanced"),
                            ("enhanced_barred", "Enhanced, with the barred lists"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("asked", "Asked for"), ("decided", "Decided")], default="asked", max_length=8
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("clear", "Nothing on it"), ("recorded", "Something on it")], max_length=10
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_needed", "Not needed for this role"),
                            ("suitable", "May mentor"),
                            ("not_suitable", "May not mentor"),
                        ],
                        max_length=12,
                    ),
                ),
                ("number", common.fields.SealedTextField(blank=True, verbose_name="number of the certificate")),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("look_again_on", models.DateField(blank=True, null=True)),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="what was weighed up")),
                ("asked_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "DBS check",
                "indexes": [models.Index(fields=["mentor", "-asked_at"], name="dbs_by_mentor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("decision", ""), ("status", "asked")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("status", "decided"),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="decided_dbs_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level", "none"), ("decision", "not_needed")),
                            models.Q(
                                models.Q(("level", "none"), _negated=True),
                                models.Q(("decision", "not_needed"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="dbs_level_fits_its_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision__in", ["not_needed", "not_suitable"]), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dbs_decision_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["none", "basic", "standard", "enhanced", "enhanced_barred"])),
                        name="dbs_level_is_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "asked")),
                        fields=("mentor",),
                        name="one_dbs_check_waits_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DifferentDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="different_days",
                        to="mentoring.mentor",
                    ),
                ),
                ("day", models.DateField()),
                ("parts", models.JSONField(blank=True, default=list)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("mentor", "day"), name="one_different_day_each")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Experience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="experience", to="mentoring.mentor"
                    ),
                ),
                ("skills", models.JSONField(blank=True, default=list)),
                ("own_words", common.fields.SealedTextField(blank=True, verbose_name="in my own words")),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Facilitator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facilitators", to="mentoring.group"
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="groups", to="mentoring.mentor"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("group", "mentor"), name="holds_a_group_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="facilitator_stops_after",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "brought_by_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imported", to="mentoring.import"
                    ),
                ),
                ("source", models.CharField(max_length=40)),
                ("kind", models.CharField(choices=[("people", "People"), ("mentors", "Mentors")], max_length=10)),
                ("key_index", models.CharField(max_length=32)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mentoring.mentor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("source", "kind", "key_index"), name="a_row_comes_once"),
                    models.CheckConstraint(
                        condition=models.Q(("key_index", ""), _negated=True), name="imported_row_has_a_key"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interviews", to="mentoring.mentor"
                    ),
                ),
                ("held_on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_person", "Face to face"),
                            ("inside", "In the prison where they are"),
                            ("video", "By video"),
                            ("phone", "By phone"),
                        ],
                        max_length=10,
                    ),
                ),
                ("strengths", common.fields.SealedTextField(verbose_name="what they bring")),
                ("needs", common.fields.SealedTextField(blank=True, verbose_name="what they need from us")),
                (
                    "advice",
                    models.CharField(
                        choices=[("go_on", "Go on with the checks"), ("not_yet", "Not yet")], max_length=8
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["mentor", "-held_on"], name="interview_by_mentor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("how__in", ["in_person", "inside", "video", "phone"])),
                        name="interview_says_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("advice__in", ["go_on", "not_yet"])), name="interview_gives_advice"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leaves", to="mentoring.mentor"
                    ),
                ),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("holiday", "A holiday"),
                            ("unwell", "Not well"),
                            ("family", "Family"),
                            ("work", "Work or study"),
                            ("other", "Something else"),
                        ],
                        max_length=8,
                    ),
                ),
                ("note", common.fields.SealedTextField(blank=True, verbose_name="what the team should know")),
                (
                    "status",
                    models.CharField(
                        choices=[("told", "Away"), ("withdrawn", "Not away after all")], default="told", max_length=10
                    ),
                ),
                ("told_at", models.DateTimeField()),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_by",
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
                "indexes": [models.Index(fields=["mentor", "first_day"], name="leave_by_mentor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))), name="leave_ends_after_it_starts"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "told"), ("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(
                                ("status", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_leave_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="matches", to="mentoring.mentor"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="matches", to="people.person"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("mentor_agreed", "Mentor agreed"),
                            ("person_agreed", "Both agreed"),
                            ("approved", "Approved"),
                            ("active", "Active"),
                            ("paused", "Paused"),
                            ("ending", "Coming to an end"),
                            ("ended", "Ended"),
                        ],
                        default="suggested",
                        max_length=15,
                    ),
                ),
                ("status_reason", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField()),
                ("mentor_agreed_at", models.DateTimeField(blank=True, null=True)),
                ("person_agreed_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "matches",
                "indexes": [
                    models.Index(fields=["person", "status"], name="match_by_person"),
                    models.Index(fields=["mentor", "status"], name="match_by_mentor"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "ended"), _negated=True),
                        fields=("mentor", "person"),
                        name="one_open_match_of_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_on__isnull", False),
                            models.Q(("status__in", ["active", "paused", "ending"]), _negated=True),
                            _connector="OR",
                        ),
                        name="open_match_has_a_first_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "status__in",
                                    ("mentor_agreed", "person_agreed", "approved", "active", "paused", "ending"),
                                ),
                                _negated=True,
                            ),
                            ("mentor_agreed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="match_goes_on_when_the_mentor_agreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ("person_agreed", "approved", "active", "paused", "ending")),
                                _negated=True,
                            ),
                            ("person_agreed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="match_goes_on_when_the_person_agreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("approved", "active", "paused", "ending")), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="match_begins_when_it_is_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approved_at__isnull", False), ("approved_by", None), _connector="OR"),
                        name="match_approved_by_goes_with_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", False), ("status", "ended")),
                            models.Q(models.Q(("status", "ended"), _negated=True), ("ended_on", None)),
                            _connector="OR",
                        ),
                        name="ended_match_has_a_last_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="mentoring.group"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="groups", to="people.person"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("group", "person"), name="once_in_a_group"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="member_leaves_after",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MentorApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("interested", "Interested"),
                            ("invited", "Asked to apply"),
                            ("submitted", "Applied"),
                            ("interviewed", "Met and talked"),
                            ("references_in", "References are in"),
                            ("checks_in_progress", "Checks under way"),
                            ("risk_assessed", "Checks done"),
                            ("training", "In training"),
                            ("approved", "Approved"),
                            ("declined", "Declined"),
                            ("withdrawn", "Stepped back"),
                            ("deferred", "Put off"),
                        ],
                        default="interested",
                        max_length=20,
                    ),
                ),
                ("since", models.DateTimeField()),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="applications", to="places.team"
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="mentoring.mentor",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("web", "On the web"), ("paper", "On paper")], default="web", max_length=5
                    ),
                ),
                ("sheet_code", models.CharField(blank=True, max_length=20, verbose_name="code on the paper")),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("name", common.fields.SealedTextField(verbose_name="name they like to be called")),
                ("family_name", common.fields.SealedTextField(blank=True)),
                ("email", common.fields.SealedTextField(blank=True)),
                ("phone", common.fields.SealedTextField(blank=True)),
                ("message", common.fields.SealedTextField(blank=True, verbose_name="what they told us")),
                ("told_at", models.DateTimeField()),
                (
                    "told_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("draft", common.fields.SealedTextField(blank=True)),
                ("drafted_at", models.DateTimeField(blank=True, null=True)),
                ("why", common.fields.SealedTextField(blank=True)),
                ("experience", common.fields.SealedTextField(blank=True)),
                ("availability", common.fields.SealedTextField(blank=True)),
                ("support", common.fields.SealedTextField(blank=True)),
                (
                    "convictions_told",
                    models.CharField(blank=True, choices=[("yes", "Yes"), ("no", "No")], max_length=3),
                ),
                ("convictions", common.fields.SealedTextField(blank=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stopped_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("interested", "Interested"),
                            ("invited", "Asked to apply"),
                            ("submitted", "Applied"),
                            ("interviewed", "Met and talked"),
                            ("references_in", "References are in"),
                            ("checks_in_progress", "Checks under way"),
                            ("risk_assessed", "Checks done"),
                            ("training", "In training"),
                            ("approved", "Approved"),
                            ("declined", "Declined"),
                            ("withdrawn", "Stepped back"),
                            ("deferred", "Put off"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_ready", "Not ready yet: something else comes first"),
                            ("references", "What their referees said"),
                            ("dbs", "What the DBS check said"),
                            ("risk", "A risk that we cannot manage here"),
                            ("clearance", "No prison can clear them"),
                            ("training", "Training did not work out"),
                            ("no_answer", "We could not reach them"),
                            ("no_room", "No room in this team now"),
                            ("own_choice", "Their own choice"),
                            ("other", "Something else, said below"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="what they are told about it")),
                ("stopped_at", models.DateTimeField(blank=True, null=True)),
                (
                    "stopped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("look_again_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "application",
                "indexes": [
                    models.Index(fields=["team", "status", "since"], name="application_by_team"),
                    models.Index(fields=["status", "since", "id"], name="application_by_status"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "approved",
                                    "checks_in_progress",
                                    "declined",
                                    "deferred",
                                    "interested",
                                    "interviewed",
                                    "invited",
                                    "references_in",
                                    "risk_assessed",
                                    "submitted",
                                    "training",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="application_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["interested", "declined", "withdrawn", "deferred"]),
                            ("mentor__isnull", False),
                            _connector="OR",
                        ),
                        name="who_is_asked_to_apply_is_a_person_here",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("convictions_told", ""), ("submitted_at", None), ("submitted_by", None)),
                            models.Q(
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                                models.Q(("convictions_told", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="application_says_who_sent_it_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("convictions", ""), ("convictions_told", "yes"), _connector="OR"),
                        name="convictions_are_told_with_a_yes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False), ("status", "approved")
                            ),
                            models.Q(
                                models.Q(("status", "approved"), _negated=True),
                                ("approved_at", None),
                                ("approved_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="approval_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["declined", "withdrawn", "deferred"]), _negated=True),
                            models.Q(
                                ("stopped_at__isnull", False),
                                ("stopped_by__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("stopped_from", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="stopped_application_says_who_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["declined", "deferred"]), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="no_silent_refusal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "deferred"), _negated=True),
                            ("look_again_on__isnull", False),
                            _connector="OR",
                        ),
                        name="put_off_until_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["approved", "declined", "withdrawn"]), _negated=True),
                        fields=("mentor",),
                        name="one_application_under_way",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Progression",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="progressions", to="mentoring.mentor"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("had_a_mentor", "Had a mentor"),
                            ("mentor", "Became a mentor"),
                            ("lead", "Became a lead mentor"),
                            ("paid", "Began paid work"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="in a few words")),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("mentor", "step"), name="each_step_once"),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["had_a_mentor", "mentor", "lead", "paid"])),
                        name="step_is_known",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="references", to="mentoring.mentor"
                    ),
                ),
                ("name", common.fields.SealedTextField()),
                ("known_as", common.fields.SealedTextField(blank=True, verbose_name="how they know each other")),
                ("email", common.fields.SealedTextField(blank=True)),
                ("reach", common.fields.SealedTextField(blank=True, verbose_name="another way to reach them")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("named", "Not asked yet"),
                            ("asked", "Waiting for their answer"),
                            ("received", "Their answer is here"),
                            ("accepted", "Accepted"),
                            ("not_accepted", "Not accepted"),
                        ],
                        default="named",
                        max_length=12,
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("chased_at", models.DateTimeField(blank=True, null=True)),
                ("code_index", models.CharField(blank=True, max_length=32)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("answers", common.fields.SealedTextField(blank=True)),
                ("on_paper", models.BooleanField(default=False)),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                (
                    "keyed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="why not, for the person")),
            ],
            options={
                "indexes": [models.Index(fields=["mentor", "status"], name="reference_by_mentor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["named", "asked", "received", "accepted", "not_accepted"])),
                        name="reference_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "asked"), _negated=True),
                            models.Q(("asked_at__isnull", False), ("asked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="reference_says_who_asked_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("received_at", None), ("status__in", ["named", "asked"])),
                            models.Q(
                                models.Q(("status__in", ["named", "asked"]), _negated=True),
                                ("received_at__isnull", False),
                                models.Q(("answers", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reference_that_came_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keyed_by", None), ("on_paper", False)),
                            models.Q(("keyed_by__isnull", False), ("on_paper", True)),
                            _connector="OR",
                        ),
                        name="paper_reference_says_who_keyed_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("status__in", ["accepted", "not_accepted"]),
                            ),
                            models.Q(
                                models.Q(("status__in", ["accepted", "not_accepted"]), _negated=True),
                                ("decided_at", None),
                                ("decided_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="judged_reference_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "not_accepted"), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="refused_reference_says_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("code_index", ""), _negated=True),
                        fields=("code_index",),
                        name="a_referees_code_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskAssessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risk_assessments",
                        to="mentoring.mentor",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("written", "Waiting for a second signature"), ("signed", "Signed by two")],
                        default="written",
                        max_length=8,
                    ),
                ),
                ("risks", common.fields.SealedTextField(verbose_name="what could go wrong")),
                ("safeguards", common.fields.SealedTextField(blank=True, verbose_name="what we do about it")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("go_ahead", "Go ahead"),
                            ("with_safeguards", "Go ahead, with what is written here"),
                            ("not_now", "Not now"),
                        ],
                        max_length=16,
                    ),
                ),
                ("look_again_on", models.DateField()),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["mentor", "-written_at"], name="risk_by_mentor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None), ("status", "written")),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False), ("status", "signed")),
                            _connector="OR",
                        ),
                        name="signed_risk_assessment_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="risk_is_signed_by_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["go_ahead", "with_safeguards", "not_now"])),
                        name="risk_decision_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="standings", to="mentoring.mentor"
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[("resting", "Began a rest"), ("active", "Came back"), ("suspended", "Suspended")],
                        max_length=10,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("tired", "They need a rest"),
                            ("unwell", "They are not well"),
                            ("family", "Family"),
                            ("work", "Work or study"),
                            ("ready", "They are ready to come back"),
                            ("concern", "A concern is being looked into"),
                            ("boundaries", "A boundary may have been crossed"),
                            ("checks", "A check has run out or changed"),
                            ("looked_into", "It was looked into, and they can come back"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="what we say to the mentor")),
                (
                    "staff_reason",
                    common.fields.SealedTextField(
                        blank=True, verbose_name="what managers and the safeguarding lead should know"
                    ),
                ),
                ("until", models.DateField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["mentor", "-at", "-id"], name="standing_by_mentor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to__in", ["resting", "active", "suspended"])), name="standing_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to", "suspended"), _negated=True),
                            models.Q(
                                models.Q(("words", ""), _negated=True), models.Q(("staff_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="suspension_says_why_twice",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Supervision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="supervisions", to="mentoring.mentor"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one_to_one", "One to one"),
                            ("group", "In a group"),
                            ("after_hard", "After a hard session"),
                        ],
                        default="one_to_one",
                        max_length=10,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("held", "Held, waiting for the mentor to read it"),
                            ("agreed", "Held, and the mentor says that is right"),
                            ("added_to", "Held, and the mentor added words"),
                            ("called_off", "Did not happen"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("planned_for", models.DateTimeField(blank=True, null=True)),
                ("planned_at", models.DateTimeField()),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True)),
                ("next_due_on", models.DateField(blank=True, null=True)),
                ("private_notes", common.fields.SealedTextField(blank=True, verbose_name="the supervisor’s own notes")),
                ("agreed_summary", common.fields.SealedTextField(blank=True, verbose_name="what we agreed")),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("mentors_words", common.fields.SealedTextField(blank=True, verbose_name="what the mentor adds")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("called_off_because", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["mentor", "-held_on", "-id"], name="supervision_by_mentor"),
                    models.Index(fields=["status", "planned_for"], name="supervision_by_plan"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planned", "held", "agreed", "added_to", "called_off"])),
                        name="supervision_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "planned"), _negated=True),
                            ("planned_for__isnull", False),
                            _connector="OR",
                        ),
                        name="planned_supervision_has_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["held", "agreed", "added_to"]), _negated=True),
                            models.Q(
                                ("held_on__isnull", False),
                                ("next_due_on__gt", models.F("held_on")),
                                models.Q(("agreed_summary", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="held_supervision_says_what_was_agreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on", None), ("written_at", None), ("written_by", None)),
                            models.Q(
                                ("held_on__isnull", False), ("written_at__isnull", False), ("written_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="supervision_written_by_goes_with_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", False), ("status__in", ["agreed", "added_to"])),
                            models.Q(
                                models.Q(("status__in", ["agreed", "added_to"]), _negated=True), ("answered_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="answered_supervision_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "added_to"), _negated=True),
                            models.Q(("mentors_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="added_to_supervision_has_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "called_off"), _negated=True),
                            models.Q(("called_off_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="called_off_supervision_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdvocacyIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="people.person"
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="mentoring.match",
                    ),
                ),
                (
                    "carries_on",
                    models.CharField(
                        choices=[
                            ("not_asked", "Not asked yet"),
                            ("yes", "Yes, it goes on with them"),
                            ("no", "No, it stays here"),
                        ],
                        default="not_asked",
                        max_length=10,
                    ),
                ),
                ("carries_on_at", models.DateTimeField(blank=True, null=True)),
                (
                    "carries_on_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40)),
                ("what", common.fields.SealedTextField(verbose_name="what was asked")),
                (
                    "hook",
                    models.CharField(
                        choices=[
                            ("keep_in_touch", "The council must stay in touch with care leavers"),
                            ("adviser_to_25", "A personal adviser up to 25, if they ask"),
                            ("work_and_learning", "Help with work, training or learning"),
                            ("complaint_care_leaver", "A complaint to the council, as a care leaver"),
                            ("complaint_in_care", "A complaint to the council, from somebody in care"),
                            ("care_act", "An assessment of care and support needs"),
                            ("homeless", "Somewhere to live: priority need"),
                            ("homeless_review", "A review of a housing decision"),
                            ("own_records", "Seeing their own records"),
                            ("comp1", "The prison’s own complaint form (COMP1)"),
                            ("comp1a", "An appeal inside the prison (COMP1A)"),
                            ("ppo", "The Prisons and Probation Ombudsman"),
                            ("wales", "Help for care leavers in Wales"),
                            ("fair", "No law: a fair question"),
                        ],
                        max_length=25,
                        verbose_name="on what ground",
                    ),
                ),
                (
                    "to_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.post",
                    ),
                ),
                ("to_words", common.fields.SealedTextField(blank=True, verbose_name="who was asked")),
                (
                    "permission_how",
                    models.CharField(
                        choices=[("written", "In writing"), ("spoken", "They said so"), ("paper", "On the paper form")],
                        max_length=10,
                        verbose_name="how they said yes",
                    ),
                ),
                ("permission_on", models.DateField(verbose_name="when they said yes")),
                ("permission_taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Asked"),
                            ("answered", "Answered"),
                            ("escalated", "Taken further"),
                            ("closed", "Closed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("answer_by", models.DateField()),
                ("chased_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("got", "They got what they asked for"),
                            ("partly", "They got part of it"),
                            ("refused", "The answer was no"),
                            ("no_answer", "Nobody answered"),
                            ("not_wanted", "They do not want to go on with it"),
                            ("died", "It stopped when they died"),
                        ],
                        max_length=12,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["status", "answer_by"], name="advocacy_by_day"),
                    models.Index(fields=["person", "status"], name="advocacy_by_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("carries_on", "not_asked"), ("carries_on_at", None)),
                            models.Q(("carries_on__in", ["yes", "no"]), ("carries_on_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="advocacyissue_carries_on_says_when",
                    ),
                    models.UniqueConstraint(fields=("opened_by", "key"), name="one_advocacy_issue_for_each_form"),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True), name="advocacy_issue_says_what"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_post__isnull", False), models.Q(("to_words", ""), _negated=True), _connector="OR"
                        ),
                        name="advocacy_issue_says_who_was_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "answered", "escalated", "closed"])),
                        name="advocacy_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("permission_how__in", ["written", "spoken", "paper"])),
                        name="advocacy_how_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("permission_on__lte", models.F("asked_on"))),
                        name="permission_comes_before_asking",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", False),
                                ("status", "closed"),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "closed"), _negated=True), ("closed_on", None), ("outcome", "")
                            ),
                            _connector="OR",
                        ),
                        name="closed_advocacy_issue_says_what_came_of_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to="mentoring.mentorapplication",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("appealed", "Waiting for somebody to look again"),
                            ("upheld", "The decision stands"),
                            ("overturned", "The decision was changed"),
                        ],
                        default="appealed",
                        max_length=10,
                    ),
                ),
                ("grounds", common.fields.SealedTextField(verbose_name="why they think it should be looked at again")),
                (
                    "refused_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="what they are told")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("status", "appealed")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("status__in", ["upheld", "overturned"]),
                                models.Q(("words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="decided_appeal_says_who_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("refused_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="appeal_is_heard_by_somebody_else",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "appealed")),
                        fields=("application",),
                        name="one_appeal_waits_at_a_time",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ClaimLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="mentoring.claim"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("travel", "Bus, train or taxi"),
                            ("mileage", "Miles in a car"),
                            ("food", "Food and drink"),
                            ("phone", "Phone"),
                            ("other", "Something else"),
                        ],
                        max_length=8,
                    ),
                ),
                ("spent_on", models.DateField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=7)),
                ("miles", models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                (
                    "rate",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=5, null=True, verbose_name="pounds for a mile"
                    ),
                ),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="what it was for")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="claim_line_costs_something"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "mileage"), ("miles__gt", 0), ("rate__gt", 0)),
                            models.Q(models.Q(("kind", "mileage"), _negated=True), ("miles", None), ("rate", None)),
                            _connector="OR",
                        ),
                        name="miles_have_a_rate",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ClearanceStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "clearance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="mentoring.clearance"
                    ),
                ),
                (
                    "frm",
                    models.CharField(
                        choices=[
                            ("not_applied", "Not asked for yet"),
                            ("applied", "Asked for"),
                            ("standard_refused", "Refused by ordinary vetting"),
                            ("leap_submitted", "With the lived experience route (LEAP)"),
                            ("granted", "Cleared"),
                            ("refused", "Refused"),
                            ("appealed", "Appealed"),
                            ("expired", "Run out"),
                            ("withdrawn_by_establishment", "Taken back by the prison"),
                        ],
                        max_length=26,
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("not_applied", "Not asked for yet"),
                            ("applied", "Asked for"),
                            ("standard_refused", "Refused by ordinary vetting"),
                            ("leap_submitted", "With the lived experience route (LEAP)"),
                            ("granted", "Cleared"),
                            ("refused", "Refused"),
                            ("appealed", "Appealed"),
                            ("expired", "Run out"),
                            ("withdrawn_by_establishment", "Taken back by the prison"),
                        ],
                        max_length=26,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_said", "The prison gave no reason"),
                            ("vetting", "Ordinary vetting: convictions or how long ago"),
                            ("fixed_list", "The fixed list of the national framework"),
                            ("security", "Security information that is not shared with us"),
                            ("papers", "Papers missing or not matching"),
                            ("conduct", "Something that happened in the prison"),
                            ("other", "Something else, said below"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="what was said")),
                ("taken_at", models.DateTimeField()),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("to__in", ["standard_refused", "refused", "withdrawn_by_establishment"]), _negated=True
                            ),
                            models.Q(models.Q(("reason", ""), _negated=True), models.Q(("words", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="refused_clearance_says_why",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Cover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "leave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="covers", to="mentoring.leave"
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="covers", to="mentoring.match"
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="covers", to="mentoring.mentor"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "The person has been asked"),
                            ("agreed", "The person agreed"),
                            ("refused", "The person would rather wait"),
                            ("ended", "Ended early"),
                        ],
                        default="asked",
                        max_length=8,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
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
                "indexes": [models.Index(fields=["mentor", "status"], name="cover_by_mentor")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["asked", "agreed"])),
                        fields=("leave", "match"),
                        name="one_cover_for_a_leave",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("status", "asked")),
                            ("status", "ended"),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("status__in", ["agreed", "refused"]),
                            ),
                            _connector="OR",
                        ),
                        name="cover_says_who_took_the_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("status", "ended")),
                            models.Q(
                                models.Q(("status", "ended"), _negated=True), ("ended_at", None), ("ended_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="ended_cover_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="endings", to="mentoring.match"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planning", "The last meetings"),
                            ("ended", "Ended"),
                            ("called_off", "They went on after all"),
                        ],
                        default="planning",
                        max_length=12,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("completed", "It came to the end they planned"),
                            ("chose_to_stop", "They chose to stop"),
                            ("mentor_left", "The mentor had to stop"),
                            ("moved_away", "They moved too far away"),
                            ("lost_touch", "We lost touch"),
                            ("safety", "It was not safe to go on"),
                            ("died", "They died"),
                        ],
                        max_length=15,
                    ),
                ),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="the last meeting")),
                ("plan", common.fields.SealedTextField(blank=True, verbose_name="the last meetings")),
                ("their_words", common.fields.SealedTextField(blank=True, verbose_name="in their own words")),
                ("what_helped", common.fields.SealedTextField(blank=True, verbose_name="what helped")),
                ("what_next", common.fields.SealedTextField(blank=True, verbose_name="what they want next")),
                ("thanks", common.fields.SealedTextField(blank=True, verbose_name="words for the letter")),
                ("what_happened", common.fields.SealedTextField(blank=True)),
                (
                    "follow_up",
                    models.CharField(
                        choices=[
                            ("not_asked", "We could not ask them"),
                            ("yes", "Yes, ask me how I am"),
                            ("no", "No, thank you"),
                        ],
                        default="not_asked",
                        max_length=10,
                        verbose_name="asking how they are later",
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["planning", "ended"])),
                        fields=("match",),
                        name="one_ending_of_a_match",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planning", "ended", "called_off"])),
                        name="ending_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                [
                                    "completed",
                                    "chose_to_stop",
                                    "mentor_left",
                                    "moved_away",
                                    "lost_touch",
                                    "safety",
                                    "died",
                                ],
                            )
                        ),
                        name="ending_reason_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("status", "ended")),
                            models.Q(
                                models.Q(("status", "ended"), _negated=True), ("ended_at", None), ("ended_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="ended_ending_says_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("follow_up", "yes"), ("reason", "died"), _negated=True),
                        name="nobody_asks_after_the_dead",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="people.person"
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="mentoring.match",
                    ),
                ),
                (
                    "carries_on",
                    models.CharField(
                        choices=[
                            ("not_asked", "Not asked yet"),
                            ("yes", "Yes, it goes on with them"),
                            ("no", "No, it stays here"),
                        ],
                        default="not_asked",
                        max_length=10,
                    ),
                ),
                ("carries_on_at", models.DateTimeField(blank=True, null=True)),
                (
                    "carries_on_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40)),
                ("words", common.fields.SealedTextField(verbose_name="in their own words")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("housing", "Somewhere to live"),
                            ("money", "Money, benefits or ID"),
                            ("family", "Family and people who matter"),
                            ("work", "Work or learning"),
                            ("health", "Health and feelings"),
                            ("rights", "Rights from having been in care"),
                            ("release", "Getting ready for release"),
                            ("identity", "Who I am and my past"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("hoped_for_by", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("going", "Working on it"),
                            ("done", "Done"),
                            ("changed", "Changed"),
                            ("let_go", "Let go"),
                        ],
                        default="going",
                        max_length=10,
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_at", models.DateTimeField()),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "status"], name="goal_by_person"),
                    models.Index(fields=["match"], name="goal_by_match"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("carries_on", "not_asked"), ("carries_on_at", None)),
                            models.Q(("carries_on__in", ["yes", "no"]), ("carries_on_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="goal_carries_on_says_when",
                    ),
                    models.UniqueConstraint(fields=("set_by", "key"), name="one_goal_for_each_form"),
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="goal_says_what"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["going", "done", "changed", "let_go"])),
                        name="goal_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on", None), ("status", "going")),
                            models.Q(("settled_on__isnull", False), ("status__in", ["done", "changed", "let_go"])),
                            _connector="OR",
                        ),
                        name="settled_goal_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="mentoring.match"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("mentor_yes", "The mentor said yes"),
                            ("mentor_no", "The mentor said no"),
                            ("person_yes", "The person said yes"),
                            ("person_no", "The person said no"),
                            ("taken_back", "Taken back"),
                            ("approved", "Approved"),
                            ("begun", "Began"),
                            ("paused", "Paused"),
                            ("resumed", "Taken up again"),
                            ("ending", "Began to come to an end"),
                            ("ended", "Ended"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "told",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("here", "On their own page here"),
                            ("spoken", "They said so"),
                            ("written", "In writing"),
                            ("paper", "On a paper sheet"),
                        ],
                        max_length=10,
                        verbose_name="how we know",
                    ),
                ),
                ("said_on", models.DateField(blank=True, null=True, verbose_name="the day they said so")),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("note", common.fields.SealedTextField(blank=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
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
                "indexes": [models.Index(fields=["match", "id"], name="match_step_by_match")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "what__in",
                                [
                                    "suggested",
                                    "mentor_yes",
                                    "mentor_no",
                                    "person_yes",
                                    "person_no",
                                    "taken_back",
                                    "approved",
                                    "begun",
                                    "paused",
                                    "resumed",
                                    "ending",
                                    "ended",
                                ],
                            )
                        ),
                        name="match_step_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("what__in", ["mentor_yes", "person_yes"]), _negated=True),
                            models.Q(models.Q(("told", ""), _negated=True), ("said_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_yes_says_how_and_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoteRelease",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="note_releases", to="people.person"
                    ),
                ),
                (
                    "to_match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="note_releases", to="mentoring.match"
                    ),
                ),
                (
                    "sessions",
                    models.BooleanField(default=False, verbose_name="what was written about earlier meetings"),
                ),
                ("goal_notes", models.BooleanField(default=False, verbose_name="what was written about earlier goals")),
                (
                    "how",
                    models.CharField(
                        choices=[("written", "In writing"), ("spoken", "They said so"), ("paper", "On the paper form")],
                        max_length=10,
                        verbose_name="how they said so",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("given_at", models.DateTimeField()),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "taken_back_by",
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
                "indexes": [models.Index(fields=["person", "given_at"], name="note_release_by_person")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("to_match",),
                        name="one_standing_note_release_of_a_match",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sessions", True), ("goal_notes", True), _connector="OR"),
                        name="note_release_lets_something_be_read",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("how__in", ["written", "spoken", "paper"])),
                        name="note_release_how_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_by", None)),
                            models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="note_release_taken_back_by_goes_with_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("code", models.CharField(editable=False, max_length=8, unique=True)),
                ("stack", models.CharField(editable=False, max_length=12)),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one_to_one", "A session with one person"),
                            ("group_register", "A group register"),
                            ("referral", "Somebody who would like a mentor"),
                            ("identification", "A question asked"),
                            ("interest", "Somebody who would like to be a mentor"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.team"),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="mentoring.match",
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="mentoring.mentor",
                    ),
                ),
                ("group", common.fields.SealedTextField(blank=True, verbose_name="what the group is called")),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("large_print", models.BooleanField(default=False)),
                (
                    "status",
                    models.CharField(
                        choices=[("printed", "Printed"), ("keyed", "Typed in"), ("void", "Cancelled")],
                        default="printed",
                        max_length=8,
                    ),
                ),
                ("printed_at", models.DateTimeField()),
                (
                    "printed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("keyed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "keyed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "identification",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheet",
                        to="people.identificationevent",
                    ),
                ),
                ("void_at", models.DateTimeField(blank=True, null=True)),
                (
                    "void_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("void_reason", models.CharField(blank=True, max_length=200, verbose_name="why it was cancelled")),
            ],
            options={
                "verbose_name": "sheet",
                "indexes": [
                    models.Index(fields=["printed_at", "id"], name="sheet_by_time"),
                    models.Index(fields=["team", "status", "printed_at"], name="sheet_by_team"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("stack", "place"), name="one_sheet_at_a_place_in_a_stack"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["one_to_one", "group_register", "referral", "identification", "interest"])
                        ),
                        name="sheet_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("keyed_at", None),
                                ("keyed_by", None),
                                ("status", "printed"),
                                ("void_at", None),
                                ("void_by", None),
                                ("void_reason", ""),
                            ),
                            models.Q(
                                ("keyed_at__isnull", False),
                                ("keyed_by__isnull", False),
                                ("status", "keyed"),
                                ("void_at", None),
                                ("void_by", None),
                            ),
                            models.Q(
                                ("keyed_at", None),
                                ("keyed_by", None),
                                ("status", "void"),
                                ("void_at__isnull", False),
                                ("void_by__isnull", False),
                                models.Q(("void_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sheet_says_what_became_of_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("match", None), ("kind__in", ["one_to_one", "identification"]), _connector="OR"
                        ),
                        name="only_a_sheet_about_one_has_a_match",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("identification", None),
                            models.Q(("kind", "identification"), ("status", "keyed")),
                            _connector="OR",
                        ),
                        name="only_an_identification_sheet_becomes_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group", ""), ("mentor", None)), ("kind", "group_register"), _connector="OR"
                        ),
                        name="only_a_register_has_a_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("keyed_at", None), ("keyed_at__gte", models.F("printed_at")), _connector="OR"
                        ),
                        name="sheet_is_keyed_after_printing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Repeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="mentoring.mentor"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.team"),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="mentoring.match",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="mentoring.group",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("custody", "In prison"),
                            ("community", "In the community"),
                            ("gate", "At the gate, on release day"),
                            ("court", "At court"),
                            ("remote", "From a distance"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("where", common.fields.SealedTextField(blank=True, verbose_name="place")),
                (
                    "medium",
                    models.CharField(
                        choices=[
                            ("in_person", "Face to face"),
                            ("phone", "By phone"),
                            ("pin_call", "A call from prison"),
                            ("secure_video", "Secure video with the prison"),
                            ("video", "Video call"),
                            ("letter", "By letter"),
                            ("text", "By text"),
                        ],
                        max_length=12,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "every",
                    models.CharField(
                        choices=[("week", "Every week"), ("two_weeks", "Every two weeks"), ("month", "Once a month")],
                        max_length=10,
                    ),
                ),
                ("first_day", models.DateField()),
                ("wall_time", models.TimeField(verbose_name="time on the clock")),
                ("until", models.DateField(verbose_name="last day it may be on")),
                ("stopped_at", models.DateTimeField(blank=True, null=True)),
                (
                    "stopped_by",
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
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("stopped_at", None)), fields=["until", "id"], name="repeat_running"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group", None), ("match__isnull", False)),
                            models.Q(("group__isnull", False), ("match", None)),
                            _connector="OR",
                        ),
                        name="repeat_is_with_somebody",
                    ),
                    models.CheckConstraint(condition=models.Q(("minutes__gt", 0)), name="repeat_has_minutes"),
                    models.CheckConstraint(
                        condition=models.Q(("every__in", ["week", "two_weeks", "month"])), name="repeat_every_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("first_day"))), name="repeat_ends_after_it_starts"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stopped_at", None), ("stopped_by", None)),
                            models.Q(("stopped_at__isnull", False), ("stopped_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="repeat_stopped_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="mentoring.match"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("called_off", "Not needed any more")],
                        default="planned",
                        max_length=12,
                    ),
                ),
                ("due_on", models.DateField()),
                ("held_on", models.DateField(blank=True, null=True)),
                ("their_words", common.fields.SealedTextField(blank=True, verbose_name="in their own words")),
                ("what_next", common.fields.SealedTextField(blank=True, verbose_name="what comes next")),
                (
                    "confidence",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how sure they feel, 0 to 10"),
                ),
                ("recorded_at", models.DateTimeField(blank=True, null=True)),
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
                ("planned_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["status", "due_on"], name="review_by_day"),
                    models.Index(fields=["match", "due_on"], name="review_by_match"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "planned")),
                        fields=("match",),
                        name="one_planned_review_of_a_match",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planned", "held", "called_off"])),
                        name="review_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("held_on__isnull", False),
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                                ("status", "held"),
                            ),
                            models.Q(
                                models.Q(("status", "held"), _negated=True),
                                ("held_on", None),
                                ("recorded_at", None),
                                ("recorded_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="held_review_says_when_and_who",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence", None), ("confidence__lte", 10), _connector="OR"),
                        name="confidence_is_0_to_10",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=100, unique=True)),
                ("kind", models.CharField(max_length=40)),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="places.team"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="people.person",
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="mentoring.match",
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="mentoring.mentor",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "To do"), ("done", "Done"), ("settled", "No longer needed")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("due_on", models.DateField()),
                ("raised_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "done_by",
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
                "indexes": [models.Index(fields=["team", "status", "due_on"], name="task_by_team_and_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "done", "settled"])), name="task_status_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", None), ("status", "open")),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False), ("status", "done")),
                            models.Q(("done_at__isnull", False), ("status", "settled")),
                            _connector="OR",
                        ),
                        name="task_done_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdvocacyEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="mentoring.advocacyissue"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("chased", "Asked again"),
                            ("answered", "An answer came"),
                            ("escalated", "Taken further"),
                            ("taken_back", "They took their permission back"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("text", common.fields.SealedTextField(blank=True)),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["asked", "chased", "answered", "escalated", "taken_back", "closed"])
                        ),
                        name="advocacy_event_kind_is_known",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "ending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="follow_ups", to="mentoring.ending"
                    ),
                ),
                ("due_on", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("done", "We spoke"),
                            ("no_answer", "No answer"),
                            ("not_wanted", "They do not want it any more"),
                            ("called_off", "Called off"),
                        ],
                        default="planned",
                        max_length=12,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "By phone or text"),
                            ("letter", "By letter, through the contact point"),
                            ("in_person", "Face to face"),
                        ],
                        max_length=10,
                        verbose_name="how we asked",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.contactpoint",
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("words", common.fields.SealedTextField(blank=True, verbose_name="how they are")),
                ("recorded_at", models.DateTimeField(blank=True, null=True)),
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
                "indexes": [models.Index(fields=["status", "due_on"], name="follow_up_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("ending", "due_on"), name="one_follow_up_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["planned", "done", "no_answer", "not_wanted", "called_off"])
                        ),
                        name="follow_up_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("asked_on__isnull", False),
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                                ("status__in", ["done", "no_answer", "not_wanted"]),
                            ),
                            models.Q(
                                ("asked_on", None),
                                ("recorded_at", None),
                                ("recorded_by", None),
                                ("status__in", ["planned", "called_off"]),
                            ),
                            _connector="OR",
                        ),
                        name="recorded_follow_up_says_when_and_who",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ["", "phone", "letter", "in_person"])),
                        name="follow_up_channel_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GoalNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40)),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="mentoring.goal"
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mentoring.match",
                    ),
                ),
                ("text", common.fields.SealedTextField()),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["goal", "written_at"], name="goal_note_by_goal")],
                "constraints": [
                    models.UniqueConstraint(fields=("written_by", "key"), name="one_goal_note_for_each_form"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="goal_note_says_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="receipt", to="mentoring.claimline"
                    ),
                ),
                ("stored", models.CharField(editable=False, max_length=100)),
                ("key", common.fields.SealedTextField(verbose_name="the key to the file")),
                (
                    "kind",
                    models.CharField(
                        choices=[("jpg", "image/jpeg"), ("png", "image/png"), ("webp", "image/webp")], max_length=4
                    ),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sessions", to="mentoring.mentor"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.team"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("one_to_one", "One to one"), ("group", "A group")],
                        default="one_to_one",
                        max_length=10,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="mentoring.group",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("custody", "In prison"),
                            ("community", "In the community"),
                            ("gate", "At the gate, on release day"),
                            ("court", "At court"),
                            ("remote", "From a distance"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("where", common.fields.SealedTextField(blank=True, verbose_name="place")),
                (
                    "medium",
                    models.CharField(
                        choices=[
                            ("in_person", "Face to face"),
                            ("phone", "By phone"),
                            ("pin_call", "A call from prison"),
                            ("secure_video", "Secure video with the prison"),
                            ("video", "Video call"),
                            ("letter", "By letter"),
                            ("text", "By text"),
                        ],
                        max_length=12,
                    ),
                ),
                ("planned_at", models.DateTimeField(blank=True, null=True)),
                ("started_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("happened", models.BooleanField()),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person_could_not", "The person could not come"),
                            ("person_chose_not", "The person chose not to come"),
                            ("mentor", "The mentor could not come"),
                            ("prison_regime", "The prison’s day changed or was short of staff"),
                            ("prison_security", "Lockdown or security"),
                            ("transferred", "The person had been moved"),
                            ("released", "The person had been released"),
                            ("clearance_or_gate", "The mentor was not let in"),
                            ("logistics", "Travel, room or phone trouble"),
                            ("not_known", "We do not know why"),
                        ],
                        max_length=20,
                    ),
                ),
                ("cause_note", common.fields.SealedTextField(blank=True)),
                ("topics", models.JSONField(blank=True, default=list)),
                ("what_we_did", common.fields.SealedTextField(blank=True)),
                ("their_words", common.fields.SealedTextField(blank=True)),
                ("next_step", common.fields.SealedTextField(blank=True)),
                (
                    "concern",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.concern",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "sheet",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="session",
                        to="mentoring.papersheet",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mentoring.mentor",
                    ),
                ),
                ("written_on", models.DateField(blank=True, null=True)),
                ("transcribed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "transcribed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["started_at", "id"], name="session_by_time"),
                    models.Index(fields=["team", "started_at", "id"], name="session_by_team"),
                    models.Index(fields=["mentor", "started_at", "id"], name="session_by_mentor"),
                    models.Index(fields=["establishment", "started_at"], name="session_by_place"),
                    models.Index(fields=["happened", "started_at", "id"], name="session_by_outcome"),
                    models.Index(fields=["setting", "started_at", "id"], name="session_by_setting"),
                    models.Index(fields=["group", "started_at", "id"], name="session_by_group"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cause", ""), ("happened", True)),
                            models.Q(("happened", False), models.Q(("cause", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="session_not_held_has_a_cause",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened", False),
                            models.Q(("minutes__gt", 0), ("minutes__isnull", False)),
                            _connector="OR",
                        ),
                        name="held_session_has_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("on_behalf_of", None),
                                ("sheet", None),
                                ("transcribed_at", None),
                                ("transcribed_by", None),
                                ("written_on", None),
                            ),
                            models.Q(
                                ("on_behalf_of__isnull", False),
                                ("sheet__isnull", False),
                                ("transcribed_at__gte", models.F("started_at")),
                                ("transcribed_at__isnull", False),
                                ("transcribed_by__isnull", False),
                                ("written_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="session_from_paper_says_all_of_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40)),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="mentoring.goal"
                    ),
                ),
                ("words", common.fields.SealedTextField(verbose_name="what")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("going", "Working on it"),
                            ("done", "Done"),
                            ("changed", "Changed"),
                            ("let_go", "Let go"),
                        ],
                        default="going",
                        max_length=10,
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("added_by", "key"), name="one_step_for_each_form"),
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="step_says_what"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["going", "done", "changed", "let_go"])),
                        name="step_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on", None), ("status", "going")),
                            models.Q(("settled_on__isnull", False), ("status__in", ["done", "changed", "let_go"])),
                            _connector="OR",
                        ),
                        name="settled_step_has_a_day",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="addenda", to="mentoring.session"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                ("text", common.fields.SealedTextField()),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "addenda",
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendance", to="mentoring.session"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="people.person"
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="mentoring.match",
                    ),
                ),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("attended", "Came"),
                            ("attended_late", "Came late"),
                            ("not_attended", "Did not come"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person_could_not", "The person could not come"),
                            ("person_chose_not", "The person chose not to come"),
                            ("mentor", "The mentor could not come"),
                            ("prison_regime", "The prison’s day changed or was short of staff"),
                            ("prison_security", "Lockdown or security"),
                            ("transferred", "The person had been moved"),
                            ("released", "The person had been released"),
                            ("clearance_or_gate", "The mentor was not let in"),
                            ("logistics", "Travel, room or phone trouble"),
                            ("not_known", "We do not know why"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "attendance",
                "indexes": [
                    models.Index(fields=["match", "session"], name="attendance_by_match"),
                    models.Index(fields=["person", "session"], name="attendance_by_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("session", "person"), name="one_mark_each_session"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mark", "not_attended"), models.Q(("cause", ""), _negated=True)),
                            models.Q(("mark__in", ["attended", "attended_late"]), ("cause", "")),
                            _connector="OR",
                        ),
                        name="who_did_not_come_has_a_cause",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="mentoring.session"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("was", common.fields.SealedTextField()),
                ("fields", models.JSONField(default=list)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("session", "version"), name="one_correction_of_a_version")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Debrief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                (
                    "session",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="debrief", to="mentoring.session"
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="debriefs", to="mentoring.mentor"
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("hard", "The mentor said that the session was hard"),
                            ("concern", "A concern was raised"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "To be offered"),
                            ("offered", "Offered"),
                            ("held", "Held"),
                            ("not_wanted", "Not wanted"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("offer_by", models.DateField()),
                ("offered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "offered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("note", common.fields.SealedTextField(blank=True, verbose_name="what would help")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["status", "offer_by"], name="debrief_by_day"),
                    models.Index(fields=["mentor", "asked_at"], name="debrief_by_mentor"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["waiting", "offered", "held", "not_wanted"])),
                        name="debrief_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("offered_at", None), ("offered_by", None)),
                            models.Q(("offered_at__isnull", False), ("offered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="debrief_offered_by_goes_with_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None), ("status__in", ["waiting", "offered"])),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("status__in", ["held", "not_wanted"]),
                            ),
                            _connector="OR",
                        ),
                        name="debrief_closed_says_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "offered"), _negated=True),
                            ("offered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="offered_debrief_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=common.refs.new_ref, editable=False, max_length=12, unique=True)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="mentoring.mentor"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.team"),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="mentoring.match",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="mentoring.group",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("custody", "In prison"),
                            ("community", "In the community"),
                            ("gate", "At the gate, on release day"),
                            ("court", "At court"),
                            ("remote", "From a distance"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "establishment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.establishment",
                    ),
                ),
                ("where", common.fields.SealedTextField(blank=True, verbose_name="place")),
                (
                    "medium",
                    models.CharField(
                        choices=[
                            ("in_person", "Face to face"),
                            ("phone", "By phone"),
                            ("pin_call", "A call from prison"),
                            ("secure_video", "Secure video with the prison"),
                            ("video", "Video call"),
                            ("letter", "By letter"),
                            ("text", "By text"),
                        ],
                        max_length=12,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("logged", "Logged"),
                            ("moved", "Moved"),
                            ("cancelled", "Called off"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                (
                    "repeat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="mentoring.repeat",
                    ),
                ),
                ("slot", models.DateField(blank=True, null=True, verbose_name="the day it was made for")),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person_could_not", "The person could not come"),
                            ("person_chose_not", "The person chose not to come"),
                            ("mentor", "The mentor could not come"),
                            ("prison_regime", "The prison’s day changed or was short of staff"),
                            ("prison_security", "Lockdown or security"),
                            ("transferred", "The person had been moved"),
                            ("released", "The person had been released"),
                            ("clearance_or_gate", "The mentor was not let in"),
                            ("logistics", "Travel, room or phone trouble"),
                            ("not_known", "We do not know why"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "asked_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "The person"),
                            ("mentor", "The mentor"),
                            ("place", "The prison or place"),
                            ("office", "Our office"),
                        ],
                        max_length=10,
                        verbose_name="who asked",
                    ),
                ),
                ("expected", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "moved_to",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_from",
                        to="mentoring.meeting",
                    ),
                ),
                (
                    "session",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting",
                        to="mentoring.session",
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled_by",
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
                "abstract": False,
                "indexes": [
                    models.Index(fields=["starts_at", "id"], name="meeting_by_time"),
                    models.Index(fields=["team", "starts_at", "id"], name="meeting_by_team"),
                    models.Index(fields=["mentor", "starts_at", "id"], name="meeting_by_mentor"),
                    models.Index(
                        condition=models.Q(("status", "planned")),
                        fields=["starts_at", "id"],
                        name="meeting_still_planned",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group", None), ("match__isnull", False)),
                            models.Q(("group__isnull", False), ("match", None)),
                            _connector="OR",
                        ),
                        name="meeting_is_with_somebody",
                    ),
                    models.CheckConstraint(condition=models.Q(("minutes__gt", 0)), name="meeting_has_minutes"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planned", "logged", "moved", "cancelled"])),
                        name="meeting_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None), ("status", "planned")),
                            models.Q(
                                models.Q(("status", "planned"), _negated=True),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="settled_meeting_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("moved_to__isnull", False), ("status", "moved")),
                            models.Q(models.Q(("status", "moved"), _negated=True), ("moved_to", None)),
                            _connector="OR",
                        ),
                        name="moved_meeting_says_where_to",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("session__isnull", False), ("status", "logged")),
                            models.Q(models.Q(("status", "logged"), _negated=True), ("session", None)),
                            _connector="OR",
                        ),
                        name="logged_meeting_has_a_session",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["moved", "cancelled"]),
                                models.Q(("cause", ""), _negated=True),
                                models.Q(("asked_by", ""), _negated=True),
                            ),
                            models.Q(("status__in", ["planned", "logged"]), ("asked_by", ""), ("cause", "")),
                            _connector="OR",
                        ),
                        name="meeting_not_held_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("expected__isnull", False), ("status", "cancelled")),
                            models.Q(models.Q(("status", "cancelled"), _negated=True), ("expected", None)),
                            _connector="OR",
                        ),
                        name="meeting_called_off_counts_people",
                    ),
                    models.UniqueConstraint(fields=("repeat", "slot"), name="one_meeting_for_a_slot"),
                ],
            },
        ),
    ]
