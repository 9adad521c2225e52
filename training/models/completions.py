"""What a learner has finished, and until when it counts."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from training.models.learners import Learner
from training.rules.completions import MODULES


class CompletionQuerySet(models.QuerySet["Completion"]):
    def valid(self, on: date) -> "CompletionQuerySet":
        """Those that count on a day: finished by then, and not run out."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=on), completed_on__lte=on)


class Completion(models.Model):
    """One module, finished once. Doing it again is another completion; nothing is overwritten."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="completions")
    module = models.CharField(max_length=40)
    version = models.CharField("which version of it", max_length=60, blank=True)
    # For a module that no gate asks for: what it was called then.
    called = models.CharField(max_length=255, blank=True)
    completed_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CompletionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "module", "completed_on"], name="a_module_once_a_day"),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gt=models.F("completed_on")),
                name="completion_runs_out_after_it_began",
            ),
            models.CheckConstraint(condition=~Q(module=""), name="completion_names_its_module"),
        ]
        indexes = [models.Index(fields=["expires_on", "module"], name="completion_by_end")]

    def __str__(self) -> str:
        return f"{self.title}, {self.completed_on}"

    @property
    def title(self) -> str:
        known = MODULES.get(self.module)
        return known.title if known else self.called or self.module
