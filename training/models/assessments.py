"""What somebody said of a reflection or of a practice that they watched, and what a second person said of that.

Written once: whoever changes their mind writes another, and the last one counts.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from training.models.courses import CoursePage
from training.models.progress import Progress
from training.models.reflections import Reflection
from training.rules import paths
from training.rules.assessments import MET, MORE


class Assessment(models.Model):
    """Of one block of somebody's progress: their words (`reflection`, as they had been `written_at`), or what they
    did while somebody watched (`criteria` are those that were seen, `on` is the day). `words` are for the learner.
    """

    class Outcome(models.TextChoices):
        MET = MET, "It is enough"
        MORE = MORE, "Not yet: to do again"

    class Kind(models.TextChoices):
        REFLECTION = "reflection", "What they thought"
        PRACTICAL = "practical", "What they did"

    OUTCOME_TONES = {Outcome.MET: "go", Outcome.MORE: "wait"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="assessments")
    block_id = models.CharField(max_length=36)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reflection = models.ForeignKey(
        Reflection, null=True, blank=True, on_delete=models.PROTECT, related_name="assessments"
    )
    written_at = models.DateTimeField("when the words that were read had been written", null=True, blank=True)
    outcome = models.CharField(max_length=4, choices=Outcome.choices)
    words = SealedTextField("what they are told")
    criteria = models.JSONField("what was seen", default=list, blank=True)
    on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # Whether a second person looks at it, decided when it is made.
    is_sampled = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=["met", "more"]), name="assessment_outcome_is_known"),
            models.CheckConstraint(
                condition=Q(kind="reflection", reflection__isnull=False) | Q(kind="practical", reflection=None),
                name="assessment_is_of_words_or_of_deeds",
            ),
        ]
        indexes = [
            models.Index(fields=["progress", "block_id", "-made_at"], name="assessment_by_block"),
            models.Index(fields=["is_sampled", "made_at"], name="assessment_to_check"),
            models.Index(fields=["made_by", "made_at"], name="assessment_by_maker"),
        ]

    def __str__(self) -> str:
        return f"assessment {self.ref}"

    @property
    def asks(self) -> Any:
        """The block that it is about, as its version has it; None if a later version has lost it."""
        lessons = self.progress.version.plain["lessons"]
        return next((b for lesson in lessons for b in lesson["blocks"] if b["id"] == self.block_id), None)


class QualityCheck(models.Model):
    """A second person looks at what the first one said. It takes nothing away from whoever learnt."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="quality_check")
    agrees = models.BooleanField()
    action = models.TextField("what is done about it", max_length=1000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(agrees=True) | ~Q(action=""), name="who_disagrees_says_what_is_done")
        ]

    def __str__(self) -> str:
        return f"quality check {self.ref}"


def waits_for_somebody(progress: Progress) -> list[str]:
    """What keeps a unit of the mentors' course open though it is read and passed: words to read, deeds to see."""
    content = progress.version.plain
    if not paths.asked(content) or not _is_for_mentors(progress):
        return []
    met = progress.assessments.filter(outcome=MET).values_list("block_id", flat=True)
    return paths.why_not_finished(content, met)


def _is_for_mentors(progress: Progress) -> bool:
    course = CoursePage.objects.filter(translation_key=progress.version.course_key)
    return course.filter(audience=CoursePage.Audience.MENTORS).exists()
