"""Deleting a journey: asked for, told to the person, agreed to by a second of us. It goes with the journey."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.roles import Role
from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from common.refs import new_ref


class ErasureQuerySet(InsideQuerySet):
    def open(self) -> "ErasureQuerySet":
        return self.filter(status=Erasure.Status.ASKED)

    def to_agree(self, user: Any) -> "ErasureQuerySet":
        """For a programme manager: that something is to be deleted and when it was told, never whose it is. Never their
        own.
        """
        if not user.is_authenticated or not user.is_active or not user.has_role(Role.PROGRAMME_MANAGER):
            return self.none()
        not_mine = Q(journey__person__login=None) | ~Q(journey__person__login=user)
        return self.open().filter(not_mine, told_on__isnull=False)


class Erasure(models.Model):
    """`asked_by` None: the time for which we keep it is over. Agreeing deletes the journey, and this row with it."""

    WAY = "journey"

    class Why(models.TextChoices):
        ASKED = "asked", "They asked for it"
        TWO_YEARS = "two_years", "It was closed two years ago"

    class Status(models.TextChoices):
        ASKED = "asked", "To be deleted"
        CALLED_OFF = "called_off", "It stays"

    class How(models.TextChoices):
        SPOKEN = "spoken", "We told them, face to face or on the telephone"
        LETTER = "letter", "By letter"
        NOT_FOUND = "not_found", "We could not find them"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="erasures")
    why = models.CharField(max_length=9, choices=Why.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.ASKED)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    told_on = models.DateField("the day they were told", null=True, blank=True)
    told_how = models.CharField("how", max_length=9, choices=How.choices, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Set in the moment before all of it goes: the database lets rows that are only added go with such a one alone.
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ErasureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["journey"], condition=Q(status="asked"), name="one_open_erasure"),
            models.CheckConstraint(condition=Q(status__in=["asked", "called_off"]), name="erasure_status_is_known"),
            models.CheckConstraint(
                condition=Q(told_on=None, told_how="", told_by=None)
                | Q(told_on__isnull=False, told_by__isnull=False) & ~Q(told_how=""),
                name="told_erasure_says_how_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, agreed_by=None)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False, told_on__isnull=False, status="asked")
                & ~Q(agreed_by=F("told_by")),
                name="erasure_takes_two",
            ),
        ]

    def __str__(self) -> str:
        return f"erasure {self.ref}"
