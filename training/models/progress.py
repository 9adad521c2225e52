"""How far somebody is in one module, in the version that they began."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from common.refs import new_ref
from training.models.enrolments import Enrolment
from training.models.versions import ModuleVersion
from training.rules import versions as rules
from training.rules.attempts import Terms

if TYPE_CHECKING:
    from training.models.certificates import Certificate


class ProgressQuerySet(models.QuerySet["Progress"]):
    def visible_to(self, user: Any) -> "ProgressQuerySet":
        """One's own, and nobody else's: what others may see of it are lists and figures."""
        return self.filter(enrolment__learner__login=user) if user.is_authenticated else self.none()

    def first_time(self) -> "ProgressQuerySet":
        """Without refreshers."""
        return self.filter(refreshes=None)


class Progress(models.Model):
    """`seen` are ids of blocks of `version`. Who goes on with a newer version keeps what still says the same."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="progress")
    module_key = models.UUIDField(editable=False)
    version = models.ForeignKey(ModuleVersion, on_delete=models.PROTECT, related_name="progress")
    seen = models.JSONField(default=list, blank=True)
    begun_at = models.DateTimeField()
    passed_at = models.DateTimeField("passed the test", null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    # A refresher: the one that was finished, in the version that was read then.
    refreshes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="refresher", editable=False
    )

    objects = ProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "progress"
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "module_key"], condition=Q(refreshes=None), name="one_progress_in_a_module"
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(passed_at__isnull=False), name="finished_once_the_test_is_passed"
            ),
        ]
        indexes = [models.Index(fields=["version", "finished_at"], name="progress_by_version")]

    def __str__(self) -> str:
        return f"progress {self.ref}"

    @property
    def has_read_all(self) -> bool:
        return rules.is_finished(self.seen, self.version.plain)

    @property
    def left(self) -> int:
        return rules.left(self.seen, self.version.plain)

    @property
    def terms(self) -> Terms:
        """How its test is taken, as it stood in the version that was begun."""
        said = self.version.plain
        return Terms(pass_mark=said["pass_mark"], most=said["most_tries"], minutes=said["test_minutes"])

    @property
    def certificate(self) -> "Certificate | None":
        """The one that stands: the last issue."""
        return self.certificates.order_by("-issue").first()
