"""How a match comes to its end: the last meetings, what each of them says, and what happens afterwards."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.matches import Match
from mentoring.rules.endings import DIED, REASONS

REASON_CHOICES = [(slug, reason.words) for slug, reason in REASONS.items()]


class FollowUpWanted(models.TextChoices):
    NOT_ASKED = "not_asked", "We could not ask them"
    YES = "yes", "Yes, ask me how I am"
    NO = "no", "No, thank you"


class EndingQuerySet(models.QuerySet["Ending"]):
    def visible_to(self, user: Any) -> "EndingQuerySet":
        """As the match: its mentor until the last day, and the staff who look after the person."""
        return self.filter(match__in=Match.objects.visible_to(user))


class Ending(models.Model):
    """A planned one is begun, written together and finished; any other is written down when it has happened."""

    class Status(models.TextChoices):
        PLANNING = "planning", "The last meetings"
        ENDED = "ended", "Ended"
        CALLED_OFF = "called_off", "They went on after all"

    STATUS_TONES = {Status.PLANNING: "wait"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="endings")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PLANNING)
    reason = models.CharField(max_length=15, choices=REASON_CHOICES)
    last_on = models.DateField("the last meeting", null=True, blank=True)
    plan = SealedTextField("the last meetings", blank=True)
    their_words = SealedTextField("in their own words", blank=True)
    what_helped = SealedTextField("what helped", blank=True)
    what_next = SealedTextField("what they want next", blank=True)
    thanks = SealedTextField("words for the letter", blank=True)
    what_happened = SealedTextField(blank=True)
    follow_up = models.CharField(
        "asking how they are later", max_length=10, choices=FollowUpWanted.choices, default=FollowUpWanted.NOT_ASKED
    )
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = EndingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["match"], condition=Q(status__in=["planning", "ended"]), name="one_ending_of_a_match"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planning", "ended", "called_off"]), name="ending_status_is_known"
            ),
            models.CheckConstraint(condition=Q(reason__in=list(REASONS)), name="ending_reason_is_known"),
            models.CheckConstraint(
                condition=Q(status="ended", ended_at__isnull=False, ended_by__isnull=False)
                | (~Q(status="ended") & Q(ended_at=None, ended_by=None)),
                name="ended_ending_says_when_and_by_whom",
            ),
            models.CheckConstraint(condition=~Q(reason=DIED, follow_up="yes"), name="nobody_asks_after_the_dead"),
        ]

    def __str__(self) -> str:
        return f"ending {self.ref}"

    @property
    def kind_words(self) -> str:
        """A sentence for the page, different for each reason."""
        return REASONS[self.reason].kind

    @property
    def died(self) -> bool:
        return self.reason == DIED
