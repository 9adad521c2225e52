"""What the programme promised to do before going on, and what the person said to it. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.journeys import Journey
from common.fields import SealedTextField
from common.refs import new_ref


class Code(models.TextChoices):
    """The stages of casefiles.md’s model; what each needs is in rules/checkpoints.py."""

    C0 = "C0", "Would you like to know about your files?"
    C1 = "C1", "Talking it through"
    C2 = "C2", "Your people"
    C3 = "C3", "What to ask for, and whom"
    C4 = "C4", "Ready to send"
    C5 = "C5", "While you wait"
    C6 = "C6", "It is here"
    C7 = "C7", "First look"
    C8 = "C8", "A plan for reading"
    C9 = "C9", "Reading"
    C10 = "C10", "Afterwards"
    C11 = "C11", "Telling family"
    C12 = "C12", "Putting it right"
    C13 = "C13", "Keeping or letting go"
    C14 = "C14", "Looking back"


class CheckpointQuerySet(models.QuerySet["Checkpoint"]):
    def standing(self, journey: Journey) -> dict[str, "Checkpoint"]:
        """The newest row of each stage, by its day; not those that another row put right."""
        rows = self.filter(journey=journey, superseded_by=None).select_related("recorded_by").order_by("on", "pk")
        return {one.code: one for one in rows}


class Checkpoint(models.Model):
    """`supersedes` is the row that this one puts right. `words` are the person’s own, at most 300 characters."""

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        NOT_NOW = "not_now", "Not now"
        NO_THANKS = "no_thanks", "No, thank you"
        WENT_AHEAD = "went_ahead_anyway", "Went ahead anyway, as they wished"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="checkpoints")
    code = models.CharField("stage", max_length=3, choices=Code.choices)
    outcome = models.CharField(max_length=18, choices=Outcome.choices)
    on = models.DateField()
    person_present = models.BooleanField("they were there", default=True)
    in_private = models.BooleanField("nobody could overhear", null=True, blank=True)
    words = SealedTextField("in their own words", blank=True)
    # Short answers of a stage, by the names that rules/checkpoints.py knows: never free text.
    answers = models.JSONField(default=dict, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="superseded_by"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CheckpointQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recorded_by", "key"], name="one_checkpoint_for_each_form"),
            models.CheckConstraint(condition=Q(code__in=Code.values), name="checkpoint_code_is_known"),
            models.CheckConstraint(
                condition=Q(outcome__in=["done", "not_now", "no_thanks", "went_ahead_anyway"]),
                name="checkpoint_outcome_is_known",
            ),
        ]
        indexes = [models.Index(fields=["journey", "code", "-id"], name="checkpoint_newest")]

    def __str__(self) -> str:
        return f"checkpoint {self.ref}"
