"""The talk with somebody who wants to mentor."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor


class Interview(models.Model):
    class How(models.TextChoices):
        IN_PERSON = "in_person", "Face to face"
        INSIDE = "inside", "In the prison where they are"
        VIDEO = "video", "By video"
        PHONE = "phone", "By phone"

    class Advice(models.TextChoices):
        GO_ON = "go_on", "Go on with the checks"
        NOT_YET = "not_yet", "Not yet"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="interviews")
    held_on = models.DateField()
    how = models.CharField(max_length=10, choices=How.choices)
    strengths = SealedTextField("what they bring")
    needs = SealedTextField("what they need from us", blank=True)
    advice = models.CharField(max_length=8, choices=Advice.choices)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=["in_person", "inside", "video", "phone"]), name="interview_says_how"
            ),
            models.CheckConstraint(condition=Q(advice__in=["go_on", "not_yet"]), name="interview_gives_advice"),
        ]
        indexes = [models.Index(fields=["mentor", "-held_on"], name="interview_by_mentor")]

    def __str__(self) -> str:
        return f"interview {self.ref}"
