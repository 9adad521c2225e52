"""What was covered, by kind and number of pages, and what came of asking about it. Never what stands there."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class Redaction(models.Model):
    WAY = "request__journey"

    class Category(models.TextChoices):
        OTHER_PERSON = "other_person", "Somebody else’s name"
        KNOWN_FAMILY = "known_family", "Family they already know about"
        PROFESSIONAL = "professional", "The name of somebody who worked with them"
        WHOLE_PAGE = "whole_page", "A whole page"
        COURT = "court", "A paper from court"
        HEALTH = "health", "Something about health"
        NO_REASON = "no_reason", "No reason was given"

    class Result(models.TextChoices):
        UNCOVERED = "uncovered", "It was uncovered"
        PARTLY = "partly", "Part of it was uncovered"
        EXPLAINED = "explained", "It stays covered, and they said why"
        KEPT = "kept", "It stays covered"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="redactions")
    category = models.CharField(max_length=12, choices=Category.choices)
    pages = models.PositiveSmallIntegerField("how many pages")
    reason_given = models.BooleanField("the holder said why", default=False)
    asked_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=9, choices=Result.choices, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="one_redaction_for_each_form"),
            models.CheckConstraint(condition=Q(pages__gte=1), name="redaction_is_on_a_page"),
            models.CheckConstraint(
                condition=Q(category__in=["other_person", "known_family", "professional", "whole_page", "court",
                    "health", "no_reason"]), name="redaction_category_is_known",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, result="")
                | Q(answered_on__isnull=False, asked_on__isnull=False, answered_on__gte=F("asked_on")) & ~Q(result=""),
                name="answered_redaction_says_what_came_of_it",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"redaction {self.ref}"
