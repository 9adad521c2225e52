"""One step on the way of a match: who said yes or no, how, and when. Written once, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.matches import Match


class What(models.TextChoices):
    SUGGESTED = "suggested", "Suggested"
    MENTOR_YES = "mentor_yes", "The mentor said yes"
    MENTOR_NO = "mentor_no", "The mentor said no"
    PERSON_YES = "person_yes", "The person said yes"
    PERSON_NO = "person_no", "The person said no"
    TAKEN_BACK = "taken_back", "Taken back"
    APPROVED = "approved", "Approved"
    BEGUN = "begun", "Began"
    PAUSED = "paused", "Paused"
    RESUMED = "resumed", "Taken up again"
    ENDING = "ending", "Began to come to an end"
    ENDED = "ended", "Ended"
    BROUGHT_IN = "brought_in", "Brought in from another system"


class Told(models.TextChoices):
    """How we know what somebody said."""

    HERE = "here", "On their own page here"
    SPOKEN = "spoken", "They said so"
    WRITTEN = "written", "In writing"
    PAPER = "paper", "On a paper sheet"


class NoReason(models.TextChoices):
    """Why somebody says no. Nobody has to give a reason."""

    NOT_NOW = "not_now", "Not just now"
    NO_TIME = "no_time", "No time for another person"
    TOO_FAR = "too_far", "Too far to travel"
    KNOW_EACH_OTHER = "know_each_other", "They know each other already"
    SOMEBODY_ELSE = "somebody_else", "Would like somebody different"
    NOT_RIGHT = "not_right", "It does not feel right"
    NO_REASON = "no_reason", "Would rather not say"


class PauseReason(models.TextChoices):
    """Why a match waits. A mentor reads these words: they say nothing that a mentor need not know."""

    MOVED = "moved", "They have moved"
    INSIDE = "inside", "They have gone into prison"
    RECALLED = "recalled", "They have gone back into prison"
    HOSPITAL = "hospital", "They are in hospital"
    UNKNOWN = "unknown", "We do not know where they are"
    LEFT_PRISON = "left_prison", "They have left prison"
    LOCKDOWN = "lockdown", "Visits are stopped for now"
    WELLBEING = "wellbeing", "They need some time"
    MENTOR = "mentor", "Their mentor needs some time"
    CHECKING = "checking", "We are checking something"


class MatchStep(models.Model):
    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=12, choices=What.choices)
    told = models.CharField("how we know", max_length=10, choices=Told.choices, blank=True)
    said_on = models.DateField("the day they said so", null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    note = SealedTextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["match", "id"], name="match_step_by_match")]
        constraints = [
            models.CheckConstraint(condition=Q(what__in=What.values), name="match_step_is_known"),
            # Another person's word is only as good as how we came by it.
            models.CheckConstraint(
                condition=~Q(what__in=["mentor_yes", "person_yes"]) | (~Q(told="") & Q(said_on__isnull=False)),
                name="a_yes_says_how_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.get_what_display()
