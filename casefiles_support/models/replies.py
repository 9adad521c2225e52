"""What a holder wrote or said: that it did, when, and which kind of thing. Never the letter itself."""

from django.conf import settings
from django.db import models

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class Reply(models.Model):
    """`kind` is one of rules/replies.py, which says what it means for the clock and which letter comes next."""

    WAY = "request__journey"

    class Way(models.TextChoices):
        LETTER = "letter", "By letter"
        PHONE = "phone", "On the telephone"
        EMAIL = "email", "By email"
        IN_PERSON = "in_person", "Face to face"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="replies")
    kind = models.CharField(max_length=30)
    way = models.CharField("how", max_length=10, choices=Way.choices)
    on = models.DateField()
    asks_until = models.DateField("answer wanted by", null=True, blank=True)
    explained_on = models.DateField("the day we explained it to them", null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = InsideQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "replies"
        ordering = ("on", "pk")
        constraints = [models.UniqueConstraint(fields=["request", "key"], name="one_reply_for_each_form")]

    def __str__(self) -> str:
        return f"reply {self.ref}"
