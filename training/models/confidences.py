"""How sure somebody was: before a module, right after it, and six weeks later, in the same words each time."""

from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from training.models.progress import Progress
from training.models.versions import ModuleVersion


class Confidence(models.Model):
    """`sure` is from 1 to 5. Six weeks later `differently` is what they did since, in their own words; sealed."""

    class Moment(models.TextChoices):
        BEFORE = "before", "Before"
        AFTER = "after", "Right after"
        LATER = "later", "Six weeks later"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="confidences")
    version = models.ForeignKey(ModuleVersion, on_delete=models.PROTECT, related_name="+")
    block_id = models.CharField(max_length=36)
    moment = models.CharField(max_length=6, choices=Moment.choices)
    sure = models.PositiveSmallIntegerField()
    differently = SealedTextField(blank=True)
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = "answer to how sure somebody is"
        constraints = [
            models.UniqueConstraint(fields=["progress", "block_id", "moment"], name="how_sure_once_at_a_moment"),
            models.CheckConstraint(condition=Q(sure__gte=1, sure__lte=5), name="how_sure_is_from_1_to_5"),
            models.CheckConstraint(
                condition=Q(differently="") | Q(moment="later"), name="what_they_did_is_asked_later"
            ),
        ]
        indexes = [models.Index(fields=["version", "moment"], name="how_sure_by_version")]

    def __str__(self) -> str:
        return f"{self.get_moment_display()}: {self.sure} of 5"
