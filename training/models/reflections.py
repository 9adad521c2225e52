"""What somebody wrote when they were asked to think about something. Sealed: it may be about them, and about others."""

from typing import Any

from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from training.models.progress import Progress
from training.models.versions import ModuleVersion


class ReflectionQuerySet(models.QuerySet["Reflection"]):
    def of(self, user: Any) -> "ReflectionQuerySet":
        """Those that this user wrote."""
        return self.filter(progress__enrolment__learner__login=user) if user.is_authenticated else self.none()


class Reflection(models.Model):
    """One for each block, in the words that were written last. `told_at` says when our safeguarding lead was told of
    it: its writer sees that.
    """

    class ReadBy(models.TextChoices):
        NOBODY = "nobody", "Nobody but whoever wrote it"
        ASSESSOR = "assessor", "Whoever leads the course"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="reflections")
    version = models.ForeignKey(ModuleVersion, on_delete=models.PROTECT, related_name="+")
    block_id = models.CharField(max_length=36)
    words = SealedTextField()
    read_by = models.CharField(max_length=8, choices=ReadBy.choices, default=ReadBy.NOBODY)
    written_at = models.DateTimeField()
    told_at = models.DateTimeField("when safeguarding was told", null=True, blank=True)

    objects = ReflectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["progress", "block_id"], name="one_reflection_on_a_block"),
            models.CheckConstraint(condition=~Q(words=""), name="reflection_says_something"),
        ]
        indexes = [models.Index(fields=["read_by", "written_at"], name="reflection_to_read")]

    def __str__(self) -> str:
        return f"reflection {self.ref}"
