"""A letter, from its first draft to the day it arrived. What the library says is in rules/letters.py."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from casefiles_support.models.requests import AccessRequest
from common.fields import SealedTextField
from common.refs import new_ref


class LetterQuerySet(InsideQuerySet):
    def standing(self) -> "LetterQuerySet":
        return self.exclude(status=Letter.Status.VOID)


class Letter(models.Model):
    """`text` is exactly what the person read; `sha256` is what they agreed to. Another word makes another letter.

    Handed in, posted and received are three dates. Whoever checks the address is not whoever wrote the letter.
    """

    WAY = "journey"

    class Status(models.TextChoices):
        DRAFT = "draft", "Being written"
        AGREED = "agreed", "They agreed to it"
        CHECKED = "checked", "The address was checked"
        PRINTED = "printed", "Printed"
        SENT = "sent", "Sent"
        VOID = "void", "Not used"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="letters")
    # None: it is about no request, as a letter to the person may be.
    request = models.ForeignKey(AccessRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="letters")
    template = models.CharField(max_length=30)
    template_version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2, choices=[("en", "English"), ("cy", "Welsh")], default="en")
    large_print = models.BooleanField("large print", default=False)
    address = SealedTextField("to whom")
    text = SealedTextField("the letter")
    sha256 = models.CharField(max_length=64, editable=False)
    reading_age = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DRAFT)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField("the day the person agreed", null=True, blank=True)
    agreed_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    printed_at = models.DateTimeField(null=True, blank=True)
    handed_in_on = models.DateField(null=True, blank=True)
    posted_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["written_by", "key"], name="one_letter_for_each_form"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "agreed", "checked", "printed", "sent", "void"]),
                name="letter_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "void"]) | Q(agreed_on__isnull=False, agreed_sha256=F("sha256")),
                name="letter_goes_on_as_it_was_agreed",
            ),
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False) & ~Q(checked_by=F("written_by")),
                name="letter_is_checked_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["checked", "printed", "sent"]) | Q(checked_at__isnull=False),
                name="letter_goes_on_once_checked",
            ),
            models.CheckConstraint(
                condition=~Q(status="sent") | Q(handed_in_on__isnull=False) | Q(posted_on__isnull=False),
                name="sent_letter_has_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["journey", "-id"], name="letter_by_journey"),
            models.Index(fields=["request", "template"], name="letter_by_request"),
        ]

    def __str__(self) -> str:
        return f"letter {self.ref}"
