"""Something asked on a person’s behalf: of whom, on what ground, and what came of it."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.carrying_on import CarriesOn, CarriesOnQuerySet
from mentoring.rules.advocacy import HOOKS, STILL_WAITING
from people.models.permissions import How
from places.models import Post

HOOK_CHOICES = [(slug, hook.words) for slug, hook in HOOKS.items()]


class Outcome(models.TextChoices):
    GOT = "got", "They got what they asked for"
    PARTLY = "partly", "They got part of it"
    REFUSED = "refused", "The answer was no"
    NO_ANSWER = "no_answer", "Nobody answered"
    NOT_WANTED = "not_wanted", "They do not want to go on with it"
    DIED = "died", "It stopped when they died"


class AdvocacyQuerySet(CarriesOnQuerySet):
    def unfinished(self) -> "AdvocacyQuerySet":
        return self.exclude(status=AdvocacyIssue.Status.CLOSED)

    def overdue(self, on: date) -> "AdvocacyQuerySet":
        """Asked, and the day for the answer is past."""
        return self.filter(status__in=STILL_WAITING, answer_by__lt=on)


class AdvocacyIssue(CarriesOn):
    """The person’s permission is a column that cannot be empty: without it there is no issue.

    `version` goes up with every step, so that a step sent twice is taken once.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Asked"
        ANSWERED = "answered", "Answered"
        ESCALATED = "escalated", "Taken further"
        CLOSED = "closed", "Closed"

    STATUS_TONES = {Status.OPEN: "wait", Status.ANSWERED: "brand", Status.ESCALATED: "stop"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    what = SealedTextField("what was asked")
    hook = models.CharField("on what ground", max_length=25, choices=HOOK_CHOICES)
    to_post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_words = SealedTextField("who was asked", blank=True)
    permission_how = models.CharField("how they said yes", max_length=10, choices=How.choices)
    permission_on = models.DateField("when they said yes")
    permission_taken_back_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    asked_on = models.DateField()
    answer_by = models.DateField()
    chased_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = AdvocacyQuerySet.as_manager()

    class Meta:
        constraints = [
            *CarriesOn.Meta.constraints,
            models.UniqueConstraint(fields=["opened_by", "key"], name="one_advocacy_issue_for_each_form"),
            models.CheckConstraint(condition=~Q(what=""), name="advocacy_issue_says_what"),
            models.CheckConstraint(
                condition=Q(to_post__isnull=False) | ~Q(to_words=""), name="advocacy_issue_says_who_was_asked"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "answered", "escalated", "closed"]), name="advocacy_status_is_known"
            ),
            models.CheckConstraint(condition=Q(permission_how__in=How.values), name="advocacy_how_is_known"),
            models.CheckConstraint(
                condition=Q(permission_on__lte=models.F("asked_on")), name="permission_comes_before_asking"
            ),
            models.CheckConstraint(
                condition=(Q(status="closed", closed_on__isnull=False) & ~Q(outcome=""))
                | (~Q(status="closed") & Q(closed_on=None, outcome="")),
                name="closed_advocacy_issue_says_what_came_of_it",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "answer_by"], name="advocacy_by_day"),
            models.Index(fields=["person", "status"], name="advocacy_by_person"),
        ]

    def __str__(self) -> str:
        return f"advocacy issue {self.ref}"

    @property
    def is_closed(self) -> bool:
        return self.status == self.Status.CLOSED

    @property
    def who(self) -> str:
        """Who was asked last."""
        return self.to_words or str(self.to_post)

    def is_overdue(self, on: date) -> bool:
        return self.status in STILL_WAITING and self.answer_by < on


class AdvocacyEvent(models.Model):
    """One step of its history. Only ever added."""

    class Kind(models.TextChoices):
        ASKED = "asked", "Asked"
        CHASED = "chased", "Asked again"
        ANSWERED = "answered", "An answer came"
        ESCALATED = "escalated", "Taken further"
        TAKEN_BACK = "taken_back", "They took their permission back"
        CLOSED = "closed", "Closed"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    issue = models.ForeignKey(AdvocacyIssue, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    text = SealedTextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["asked", "chased", "answered", "escalated", "taken_back", "closed"]),
                name="advocacy_event_kind_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on}"
