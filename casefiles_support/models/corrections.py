"""Asking a holder to put something right, or to add the person’s own words. The words are printed and not kept."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class Correction(models.Model):
    WAY = "request__journey"

    class Kind(models.TextChoices):
        FACT = "fact", "Put a fact right"
        COMPLETE = "complete", "Add what is missing"
        STATEMENT = "statement", "Add my own statement"
        RESTRICT = "restrict", "Stop using it while it is looked into"

    class Result(models.TextChoices):
        DONE = "done", "They did it"
        PARTLY = "partly", "They did part of it"
        NOTE_ADDED = "note_added", "They added a note"
        REFUSED = "refused", "They said no"
        WITHDRAWN = "withdrawn", "The person stopped it"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    asked_on = models.DateField("the day it was sent", null=True, blank=True)
    received_on = models.DateField("the day the holder received it", null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=10, choices=Result.choices, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="one_correction_for_each_form"),
            models.CheckConstraint(
                condition=Q(answered_on=None, result="") | Q(answered_on__isnull=False) & ~Q(result=""),
                name="answered_correction_says_what_came_of_it",
            ),
        ]

    def __str__(self) -> str:
        return f"correction {self.ref}"
