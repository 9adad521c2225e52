"""What somebody sent by a public form: a sealed envelope, until whoever may take that kind has answered it."""

import json
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When

from accounts.roles import Role
from common.fields import SealedTextField
from common.refs import new_ref
from common.sheet_codes import in_fours
from pages import taking

ANSWERED = ("handed_over", "answered", "not_ours")
CLOSED = (*ANSWERED, "unwanted")


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def open(self) -> "HandOverQuerySet":
        """Those that still wait for an answer, whether somebody has taken them or not."""
        return self.filter(status__in=HandOver.OPEN)

    def visible_to(self, user: Any) -> "HandOverQuerySet":
        """Those of the kinds that somebody may take: each for programme managers. Safeguarding leads see what is to be
        read today, whatever its kind.
        """
        mine = Q(kind__in=taking.kinds_of(user))
        if user.is_authenticated and user.has_role(Role.SAFEGUARDING_LEAD):
            mine |= Q(urgent=True)
        return self.filter(mine)

    def with_pressing(self, on: date) -> "HandOverQuerySet":
        """`pressing` says in a word why one should not wait; empty for the others."""
        waits = Q(status__in=HandOver.OPEN)
        says = Case(
            When(waits & Q(urgent=True), then=Value("Read it today")),
            When(waits & Q(due_on__lt=on), then=Value("Overdue")),
            default=Value(""),
        )
        return self.annotate(pressing=says)

    def overdue(self, on: date) -> "HandOverQuerySet":
        return self.open().filter(due_on__lt=on)

    def answered_between(self, since: datetime, until: datetime) -> "HandOverQuerySet":
        return self.filter(status__in=ANSWERED, closed_at__gte=since, closed_at__lte=until)

    def to_empty(self, before: datetime) -> "HandOverQuerySet":
        return self.filter(status__in=ANSWERED, closed_at__lt=before, emptied_at=None)

    def to_delete(self, before: datetime) -> "HandOverQuerySet":
        return self.filter(status=HandOver.Status.UNWANTED, closed_at__lt=before)


class HandOver(models.Model):
    """Who it is from stands inside, sealed. Outside: what kind, when, by when we answer, and a code that says nothing.

    `contents` is a JSON object of answers by the name of their question. It is emptied some weeks after the answer.
    """

    class Kind(models.TextChoices):
        MENTOR = "mentor", "Become a mentor"
        ASK = "ask", "Ask for a mentor"
        REFER = "refer", "Refer someone"
        TRAINING = "training", "Training for my prison"
        FILES = "files", "Seeing my file"

    class Status(models.TextChoices):
        WAITING = "waiting", "New"
        TAKEN = "taken", "Somebody has it"
        HANDED_OVER = "handed_over", "In the programme"
        ANSWERED = "answered", "Answered"
        NOT_OURS = "not_ours", "Not for us"
        UNWANTED = "unwanted", "Spam"

    class Way(models.TextChoices):
        WEB = "web", "On the website"
        PAPER = "paper", "On paper"

    OPEN = ("waiting", "taken")
    STATUS_TONES = {Status.WAITING: "stop", Status.TAKEN: "wait", Status.HANDED_OVER: "go", Status.ANSWERED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=12, unique=True, editable=False)  # names the form: sent twice, it is kept once
    code = models.CharField(max_length=8, unique=True, editable=False)  # what the sender keeps; on paper, the sheet's
    kind = models.CharField("about", max_length=10, choices=Kind.choices)
    way = models.CharField("how it came", max_length=5, choices=Way.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.WAITING)
    urgent = models.BooleanField("read today", default=False)
    contents = SealedTextField(blank=True)
    likeness = models.CharField(max_length=32, db_index=True, editable=False)  # keyed: the same words give the same
    sent_at = models.DateTimeField("sent")
    due_on = models.DateField("answer by")
    written_on = models.DateField("day on the paper", null=True, blank=True)
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    became = models.CharField(max_length=200, blank=True)  # the address of what it became, within this site
    note = SealedTextField("what we did", blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = "message"
        indexes = [
            models.Index(fields=["status", "due_on", "id"], name="hand_over_by_day"),
            models.Index(fields=["kind", "status", "closed_at"], name="hand_over_by_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(way="web", keyed_by=None, written_on=None)
                | Q(way="paper", keyed_by__isnull=False, written_on__isnull=False),
                name="hand_over_on_paper_says_who_typed_it",
            ),
            models.CheckConstraint(
                condition=Q(taken_at=None, taken_by=None) | Q(taken_at__isnull=False, taken_by__isnull=False),
                name="hand_over_taken_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(status="taken") | Q(taken_at__isnull=False), name="hand_over_taken_has_a_taker"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "taken"], closed_at=None, closed_by=None)
                | Q(status__in=CLOSED, closed_at__isnull=False, closed_by__isnull=False),
                name="hand_over_closed_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(emptied_at=None) | (Q(contents="", note="") & Q(closed_at__isnull=False)),
                name="hand_over_emptied_holds_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.code_in_fours

    @property
    def code_in_fours(self) -> str:
        return in_fours(self.code)

    @property
    def said(self) -> dict[str, Any]:
        """The answers, by the name of their question; none once it was emptied."""
        return dict(json.loads(self.contents)) if self.contents else {}

    def is_late(self, on: date) -> bool:
        return self.status in self.OPEN and self.due_on < on
