"""What somebody answered when they were reminded of a meeting. The newest of each holds; rows are never changed."""

from django.db import models

from common.refs import new_ref
from mentoring.models.meetings import Meeting
from people.models import Person


class MeetingAnswer(models.Model):
    """`reply` is the ref of the text that said so, so that one text is one answer however often it is heard."""

    class Says(models.TextChoices):
        YES = "yes", "They said yes"
        NO = "no", "They said that it does not work"

    STATUS_TONES = {Says.YES: "go", Says.NO: "stop"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=3, choices=Says.choices)
    reply = models.CharField(max_length=12, unique=True)
    answered_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["meeting", "person", "-id"], name="meeting_answer_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(says__in=["yes", "no"]), name="meeting_answer_is_known"),
        ]

    def __str__(self) -> str:
        return self.get_says_display()
