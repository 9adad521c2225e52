"""A worry about somebody's safety, and what was done about it. Never deleted: not here, and not by the database."""

from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.deletion import ProtectedError

from common.fields import SealedTextField
from common.refs import new_ref
from people.models.persons import Person
from people.rules.concerns import Setting, State, Urgency
from people.visibility import concerns_for
from places.models import Establishment, LocalAuthority


class ConcernStatus(models.TextChoices):
    RAISED = State.RAISED, "Received"
    ACKNOWLEDGED = State.ACKNOWLEDGED, "Seen by a safeguarding lead"
    TRIAGED = State.TRIAGED, "Looked into"
    REFERRED = State.REFERRED, "Passed on"
    MANAGED = State.MANAGED, "Being looked after by us"
    CLOSED = State.CLOSED, "Closed"


OPEN = (
    ConcernStatus.RAISED,
    ConcernStatus.ACKNOWLEDGED,
    ConcernStatus.TRIAGED,
    ConcernStatus.REFERRED,
    ConcernStatus.MANAGED,
)


class ConcernSetting(models.TextChoices):
    CUSTODY = Setting.CUSTODY, "In prison or other custody"
    COMMUNITY = Setting.COMMUNITY, "In the community"
    UNKNOWN = Setting.UNKNOWN, "I do not know"


class HowUrgent(models.TextChoices):
    NOW = Urgency.NOW, "Now – somebody may be hurt today"
    TODAY = Urgency.TODAY, "Today"
    CAN_WAIT = Urgency.CAN_WAIT, "It can wait until the next working day"


class Under18(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_SURE = "not_sure", "I am not sure"


class CloseReason(models.TextChoices):
    SAFE = "safe", "The person is safe now"
    PASSED_ON = "passed_on", "Somebody else has taken it on and told us so"
    NO_FURTHER = "no_further", "Looked into: nothing more to do"
    TWICE = "twice", "It was raised twice"
    MISTAKE = "mistake", "It was raised by mistake"


class NeverDeleted(models.QuerySet):
    """A QuerySet that refuses to delete. The database refuses as well (migration 0002)."""

    def delete(self) -> NoReturn:
        raise ProtectedError("Concerns and what was done about them are never deleted.", set())


class ConcernQuerySet(NeverDeleted):
    def visible_to(self, user: Any) -> "ConcernQuerySet":
        """The concerns that this user may open. Whoever raised one sees only how far it has come (`raised_by_user`)."""
        return self.filter(concerns_for(user))

    def open(self) -> "ConcernQuerySet":
        return self.filter(status__in=OPEN)

    def overdue(self, at: datetime) -> "ConcernQuerySet":
        """Nobody has acknowledged it, and the clock has run out."""
        return self.filter(status=ConcernStatus.RAISED, acknowledge_by__lt=at)

    def raised_by_user(self, user: Any) -> "ConcernQuerySet":
        return self.filter(raised_by=user)


def _goes_with(name: str) -> models.CheckConstraint:
    """Who and when come together or not at all."""
    return models.CheckConstraint(
        condition=Q(**{f"{name}_at": None, f"{name}_by": None})
        | Q(**{f"{name}_at__isnull": False, f"{name}_by__isnull": False}),
        name=f"concern_{name}_by_goes_with_at",
    )


def _who() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class Concern(models.Model):
    """About a person we know (`about`) or somebody else (`about_name`). `key` is the form's own, however often sent."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    about = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="concerns")
    about_name = SealedTextField(blank=True)
    setting = models.CharField(max_length=10, choices=ConcernSetting.choices)
    establishment = models.ForeignKey(
        Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="concerns"
    )
    authority = models.ForeignKey(
        LocalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="concerns"
    )
    where_note = SealedTextField(blank=True)
    under_18 = models.CharField(max_length=8, choices=Under18.choices, default=Under18.NOT_SURE)
    urgency = models.CharField(max_length=8, choices=HowUrgent.choices)
    worry = SealedTextField()
    status = models.CharField(max_length=12, choices=ConcernStatus.choices, default=ConcernStatus.RAISED)
    routes = models.JSONField(default=list, blank=True)  # who ought to know: rules.concerns.Route values
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="concerns_raised")
    acknowledge_by = models.DateTimeField()
    alerted_again_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = _who()
    triaged_at = models.DateTimeField(null=True, blank=True)
    triaged_by = _who()
    referred_at = models.DateTimeField(null=True, blank=True)
    referred_by = _who()
    referred_to = SealedTextField(blank=True)
    referral_number = SealedTextField(blank=True)
    # The prison whose staff may read it here, once a lead has said so: never by itself, for it may be about them.
    shown_to = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(null=True, blank=True)
    shown_by = _who()
    managed_at = models.DateTimeField(null=True, blank=True)
    managed_by = _who()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = _who()
    close_reason = models.CharField(max_length=12, choices=CloseReason.choices, blank=True)
    close_note = SealedTextField(blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["status", "acknowledge_by"], name="concern_by_clock"),
            models.Index(fields=["raised_at", "id"], name="concern_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["raised_by", "key"], name="one_concern_for_each_form"),
            models.CheckConstraint(
                condition=Q(about__isnull=False) | ~Q(about_name=""), name="concern_is_about_somebody"
            ),
            models.CheckConstraint(condition=~Q(worry=""), name="concern_says_what_worries"),
            models.CheckConstraint(condition=Q(status__in=ConcernStatus.values), name="concern_status_is_known"),
            models.CheckConstraint(
                condition=~Q(status=ConcernStatus.CLOSED) | (Q(closed_at__isnull=False) & ~Q(close_reason="")),
                name="closed_concern_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status=ConcernStatus.REFERRED) | (Q(referred_at__isnull=False) & ~Q(referred_to="")),
                name="referred_concern_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(shown_to=None, shown_at=None) | Q(shown_to__isnull=False, shown_at__isnull=False),
                name="concern_shown_says_when",
            ),
            *map(_goes_with, ("shown", "acknowledged", "triaged", "referred", "managed", "closed")),
        ]

    def __str__(self) -> str:
        return f"Concern {self.ref}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ProtectedError("A concern is never deleted.", {self})

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    def is_overdue(self, at: datetime) -> bool:
        return self.status == ConcernStatus.RAISED and self.acknowledge_by < at
