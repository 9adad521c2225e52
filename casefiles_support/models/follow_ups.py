"""Asking how somebody is after they have read."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from casefiles_support.models.sittings import Sitting
from common.refs import new_ref


class FollowUp(models.Model):
    """Asking how they are after reading. Made with the reading itself; it goes where they go."""

    WAY = "journey"

    class Kind(models.TextChoices):
        DAY = "24h", "The evening or the day after"
        THREE_DAYS = "72h", "Three days after"
        TWO_WEEKS = "2w", "Two weeks after"
        SIX_WEEKS = "6w", "Six weeks after"
        CHOSEN = "chosen", "A day they chose"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        DONE = "done", "Done"
        NOT_WANTED = "not_wanted", "They do not want it"

    class How(models.TextChoices):
        IN_PERSON = "in_person", "Face to face"
        STAFF_ON_SITE = "on_site", "By somebody on site, for us"
        PHONE = "phone", "By telephone"
        LETTER = "letter", "By letter"

    class Outcome(models.TextChoices):
        FINE = "fine", "Fine"
        MORE = "more", "Would like more"
        NO_ANSWER = "not_answered", "No answer"
        RATHER_NOT = "rather_not", "Rather not say"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="follow_ups")
    sitting = models.ForeignKey(Sitting, null=True, blank=True, on_delete=models.CASCADE, related_name="follow_ups")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    due_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    how = models.CharField(max_length=9, choices=How.choices, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "kind"], condition=Q(sitting__isnull=False), name="one_of_each_after_a_sitting"
            ),
            models.CheckConstraint(
                condition=Q(status="done", done_on__isnull=False, done_by__isnull=False) & ~Q(how="") & ~Q(outcome="")
                | Q(status__in=["planned", "not_wanted"], done_on=None, how="", outcome=""),
                name="followed_up_says_how_it_was",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "due_at"], name="file_follow_up_by_time"),
            models.Index(fields=["journey", "status"], name="file_follow_up_by_journey"),
        ]

    def __str__(self) -> str:
        return f"follow-up {self.ref}"
