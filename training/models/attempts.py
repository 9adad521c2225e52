"""One try at the test of a module, on a screen or on paper, with the answers as they were marked then."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.refs import new_ref
from training.models.progress import Progress
from training.models.versions import ModuleVersion
from training.rules.versions import Block, questions


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def open(self) -> "AttemptQuerySet":
        return self.filter(handed_in_at=None)


class Attempt(models.Model):
    """`score` is out of 100, as it was when it was handed in or raised since; it never falls."""

    class Mode(models.TextChoices):
        ONLINE = "online", "On a screen"
        PAPER = "paper", "On paper, typed in"
        OBSERVED = "observed", "Asked aloud"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="attempts")
    version = models.ForeignKey(ModuleVersion, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    seed = models.CharField("the order of the answers", max_length=12, default=new_ref, editable=False)
    mode = models.CharField(max_length=8, choices=Mode.choices, default=Mode.ONLINE)
    adjustments = models.JSONField("help that they have", default=list, blank=True)
    # What has been answered so far, by block id; marked once it is handed in.
    kept: Any = models.JSONField(default=dict, blank=True)
    begun_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)
    # On paper: the day it was written, and who typed it in.
    written_on = models.DateField(null=True, blank=True)
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    passed = models.BooleanField(null=True, blank=True)
    is_late = models.BooleanField(default=False)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["progress", "number"], name="one_attempt_of_a_number"),
            models.UniqueConstraint(fields=["progress"], condition=Q(handed_in_at=None), name="one_open_attempt"),
            models.CheckConstraint(
                condition=Q(handed_in_at=None, score=None, passed=None)
                | Q(handed_in_at__isnull=False, score__isnull=False, passed__isnull=False),
                name="attempt_handed_in_is_marked",
            ),
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=100), name="score_is_out_of_100"),
        ]

    def __str__(self) -> str:
        return f"attempt {self.ref}"

    @property
    def test(self) -> dict[str, Block]:
        """The questions of the test, by block id, in the order in which they stand."""
        asked = questions(self.version.plain)
        return {name: block for name, block in asked.items() if block["value"]["when"] == "test"}


class Answer(models.Model):
    """`points` are those of that day. Marked again, `raised_to` says what it became: never less."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="answers")
    block_id = models.CharField(max_length=36)
    given: Any = models.JSONField(null=True, blank=True)
    points = models.PositiveSmallIntegerField()
    out_of = models.PositiveSmallIntegerField()
    raised_to = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attempt", "block_id"], name="one_answer_to_a_question"),
            models.CheckConstraint(condition=Q(points__lte=F("out_of")), name="no_more_points_than_there_are"),
            models.CheckConstraint(
                condition=Q(raised_to=None) | Q(raised_to__gt=F("points"), raised_to__lte=F("out_of")),
                name="a_mark_only_rises",
            ),
        ]
        indexes = [models.Index(fields=["block_id"], name="answer_by_question")]

    def __str__(self) -> str:
        return f"answer to {self.block_id}"

    @property
    def counts(self) -> int:
        return self.points if self.raised_to is None else self.raised_to


class Regrade(models.Model):
    """Why the answers to one question of one version were marked again, by whom, and how many rose."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    version = models.ForeignKey(ModuleVersion, on_delete=models.PROTECT, related_name="regrades")
    block_id = models.CharField(max_length=36)
    rule = models.CharField(max_length=5)
    reason = models.CharField(max_length=300)
    rose = models.PositiveIntegerField("how many marks rose")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="regrade_says_why")]
        indexes = [models.Index(fields=["version", "block_id"], name="regrade_by_question")]

    def __str__(self) -> str:
        return f"regrade {self.ref}"
