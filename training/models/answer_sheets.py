"""The test of a module on paper, for one learner: printed with a code, written by hand, and typed in once."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.refs import new_ref
from common.sheet_codes import in_fours
from training.models.attempts import Attempt
from training.models.learners import KEEPS_LEARNING, Learner
from training.models.progress import Progress
from training.models.versions import ModuleVersion
from training.rules.versions import Block, questions


class AnswerSheetQuerySet(models.QuerySet["AnswerSheet"]):
    def waiting(self) -> "AnswerSheetQuerySet":
        """Printed, and not typed in yet."""
        return self.filter(status=AnswerSheet.Status.PRINTED)

    def visible_to(self, user: Any) -> "AnswerSheetQuerySet":
        """For those who give it out and type it in: programme staff all, a learning lead those of their own prisons.
        Whoever learns has the paper, and never types in their own.
        """
        if not user.is_authenticated or not user.has_role(Role.LEARNING_LEAD, *KEEPS_LEARNING):
            return self.none()
        seen = Learner.objects.visible_to(user).exclude(login=user)
        return self.filter(progress__enrolment__learner__in=seen)


class AnswerSheet(models.Model):
    """`seed` makes the order of the answers: the attempt that it becomes has the same. `key` came with the form that
    printed it.
    """

    class Status(models.TextChoices):
        PRINTED = "printed", "Printed"
        KEYED = "keyed", "Typed in"
        VOID = "void", "Cancelled"

    STATUS_TONES = {Status.PRINTED: "wait", Status.KEYED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=12, unique=True, editable=False)
    code = models.CharField(max_length=8, unique=True, editable=False)
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="answer_sheets")
    version = models.ForeignKey(ModuleVersion, on_delete=models.PROTECT, related_name="+")
    seed = models.CharField("the order of the answers", max_length=12, default=new_ref, editable=False)
    adjustments = models.JSONField("help that they have", default=list, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PRINTED)
    attempt = models.OneToOneField(
        Attempt, null=True, blank=True, on_delete=models.PROTECT, related_name="answer_sheet"
    )
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    void_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField("why it was cancelled", max_length=200, blank=True)

    objects = AnswerSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "answer sheet"
        constraints = [
            models.CheckConstraint(
                condition=Q(status="printed", attempt=None, void_at=None, void_reason="")
                | Q(status="keyed", attempt__isnull=False, void_at=None, void_reason="")
                | Q(status="void", attempt=None, void_at__isnull=False) & ~Q(void_reason=""),
                name="answer_sheet_says_what_became_of_it",
            ),
        ]
        indexes = [models.Index(fields=["printed_at", "id"], name="answer_sheet_by_time")]

    def __str__(self) -> str:
        return f"answer sheet {self.ref}"

    @property
    def code_in_fours(self) -> str:
        return in_fours(self.code)

    @property
    def large_print(self) -> bool:
        return "large_print" in self.adjustments

    @property
    def test(self) -> dict[str, Block]:
        """The questions of the test, by block id, in the order in which they stand."""
        asked = questions(self.version.plain)
        return {name: block for name, block in asked.items() if block["value"]["when"] == "test"}
