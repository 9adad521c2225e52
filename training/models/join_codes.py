"""A short code of a prison: whoever brings it may learn there. It shows nobody anything else."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.refs import new_ref
from places.models import Establishment
from training.models.cohorts import Cohort
from training.models.learners import establishments_of
from training.models.stations import Job
from training.rules.join_codes import Facts, in_groups, tidy


class JoinCodeQuerySet(models.QuerySet["JoinCode"]):
    def visible_to(self, user: Any) -> "JoinCodeQuerySet":
        """Programme staff see all; a learning lead those of their own prisons; nobody else sees one."""
        return self.filter(establishment__in=establishments_of(user))

    def brought_with(self, typed: str) -> "JoinCode | None":
        """The one of a code however it was typed, whatever has become of it."""
        return self.filter(code=tidy(typed)).select_related("establishment", "cohort").first()


class JoinCode(models.Model):
    """Kept as it is, since it hangs on a wall: it is no secret of anybody, ends, and has so many places."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    code = models.CharField(max_length=8, unique=True, editable=False)
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, null=True, blank=True, on_delete=models.PROTECT, related_name="codes")
    job = models.CharField("for whom", max_length=12, choices=Job.choices, default=Job.OFFICER)
    places = models.PositiveSmallIntegerField("how many may use it")
    used = models.PositiveSmallIntegerField(default=0)
    expires_on = models.DateField("the last day on which it works")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = JoinCodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(used__lte=F("places")), name="no_more_joined_than_there_are_places"),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="revoked_code_says_who",
            ),
        ]
        indexes = [models.Index(fields=["establishment", "-made_at"], name="join_code_by_place")]

    def __str__(self) -> str:
        return f"join code {self.ref}"

    @property
    def in_groups(self) -> str:
        return in_groups(self.code)

    @property
    def facts(self) -> Facts:
        return Facts(
            places=self.places, used=self.used, expires_on=self.expires_on, revoked=self.revoked_at is not None
        )

    def works(self, on: date) -> bool:
        return not self.facts.why_not(on)


class Joining(models.Model):
    """Somebody who brought a code and has no login yet: it stands beside their invitation until they accept that."""

    code = models.ForeignKey(JoinCode, on_delete=models.PROTECT, related_name="joinings")
    invitation_ref = models.CharField(max_length=12, unique=True)
    job = models.CharField(max_length=12, choices=Job.choices)
    brought_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"joining by {self.code}"
