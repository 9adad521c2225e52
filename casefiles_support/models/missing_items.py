"""What should be in the records and is not: photographs, letters, years."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class MissingItem(models.Model):
    WAY = "request__journey"

    class Kind(models.TextChoices):
        PHOTOGRAPHS = "photographs", "Photographs"
        LETTERS = "letters", "Letters and cards"
        LIFE_STORY = "life_story", "Life-story work"
        YEARS = "years", "Years that are not there"
        BIRTH_CERTIFICATE = "birth_certificate", "A birth certificate"
        SCHOOL_REPORTS = "school_reports", "School reports"
        HEALTH = "health", "Health records"

    class Result(models.TextChoices):
        FOUND = "found", "Found"
        ELSEWHERE = "elsewhere", "Somebody else has it"
        DESTROYED = "destroyed", "It was destroyed"
        NOT_FOUND = "not_found", "They looked and did not find it"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="missing_items")
    kind = models.CharField(max_length=17, choices=Kind.choices)
    years_from = models.PositiveSmallIntegerField(null=True, blank=True)
    years_to = models.PositiveSmallIntegerField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    chased_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=9, choices=Result.choices, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="one_missing_item_for_each_form"),
            models.CheckConstraint(
                condition=Q(years_from=None) | Q(years_to=None) | Q(years_to__gte=F("years_from")),
                name="missing_years_go_forwards",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, result="") | Q(answered_on__isnull=False) & ~Q(result=""),
                name="answered_missing_item_says_what_came_of_it",
            ),
        ]

    def __str__(self) -> str:
        return f"missing item {self.ref}"
