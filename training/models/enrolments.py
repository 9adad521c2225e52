"""Somebody takes a course: from a day, because of somebody, perhaps until a day."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from places.models import Establishment
from training.models.learners import Learner


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def active(self) -> "EnrolmentQuerySet":
        return self.filter(withdrawn_at=None)


class Enrolment(models.Model):
    """`establishment` is where they worked when it began, so that no figure moves when they do."""

    class Source(models.TextChoices):
        SELF = "self", "They began it themselves"
        STAFF = "staff", "Somebody who leads it put them on it"
        BULK = "bulk", "From a list"
        REFRESHER = "refresher", "To read what is new"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="enrolments")
    course_key = models.UUIDField("the course, in every language", editable=False)
    course_title = models.CharField(max_length=255)
    language = models.CharField(max_length=10, default="en-gb")
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=9, choices=Source.choices)
    due_on = models.DateField(null=True, blank=True)
    enrolled_at = models.DateTimeField()
    # Nobody, where the clock did.
    enrolled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "course_key"], condition=Q(withdrawn_at=None), name="on_a_course_once"
            ),
            models.CheckConstraint(
                condition=Q(source__in=["self", "staff", "bulk", "refresher"]), name="enrolment_source_is_known"
            ),
        ]
        indexes = [models.Index(fields=["establishment", "course_key"], name="enrolment_by_place")]

    def __str__(self) -> str:
        return f"enrolment {self.ref}"
