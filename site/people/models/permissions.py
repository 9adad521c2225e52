"""What a person allows us to share, with whom, and what must be kept from whom."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from people.models.persons import Person
from places.models import Establishment, LocalAuthority, Organisation, Post, ProbationRegion

SHARED_WITH = ("establishment", "authority", "probation_region", "organisation", "post")


class What(models.TextChoices):
    """The parts of a record that can be shared one by one."""

    BASICS = "basics", "Their name and how to speak with them"
    LOCATION = "location", "Where they are"
    SESSION_COUNTS = "session_counts", "How often they meet their mentor"
    PLANS = "plans", "Their plans"
    CARE_HISTORY = "care_history", "Their time in care"
    NETWORK = "network", "The people in their life"
    FILE_DATES = "file_dates", "When they read their care file"


class How(models.TextChoices):
    WRITTEN = "written", "In writing"
    SPOKEN = "spoken", "They said so"
    PAPER = "paper", "On the paper form"


def _exactly_one() -> Q:
    chosen = Q()
    for name in SHARED_WITH:
        chosen |= Q(**{f"{other}__isnull": other != name for other in SHARED_WITH})
    return chosen


class PermissionQuerySet(models.QuerySet["SharingPermission"]):
    def in_force(self, on: date) -> "PermissionQuerySet":
        """Given on or before the day, not past its end and not withdrawn."""
        return self.filter(Q(until=None) | Q(until__gte=on), given_on__lte=on, withdrawn_at=None)


class SharingPermission(models.Model):
    """One thing, with one partner. Withdrawn or run out, never deleted, so that it is known what was allowed when."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="permissions")
    what = models.CharField("what may be shared", max_length=20, choices=What.choices)
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey(LocalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    probation_region = models.ForeignKey(
        ProbationRegion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withheld_from = SealedTextField("who must not be told", blank=True)
    withheld_reason = SealedTextField("why they must not be told", blank=True)
    given_on = models.DateField()
    how = models.CharField("how they told us", max_length=10, choices=How.choices)
    until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PermissionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["what", "establishment", "person"],
                condition=Q(withdrawn_at=None, establishment__isnull=False),
                name="permission_for_a_prison",
            ),
            models.Index(
                fields=["what", "authority", "person"],
                condition=Q(withdrawn_at=None, authority__isnull=False),
                name="permission_for_a_council",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=_exactly_one(), name="permission_is_with_exactly_one"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("given_on")), name="permission_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None) | Q(withdrawn_at__isnull=False),
                name="permission_withdrawn_by_goes_with_at",
            ),
            models.CheckConstraint(condition=Q(what__in=What.values), name="permission_what_is_known"),
        ]

    def __str__(self) -> str:
        return self.get_what_display()

    @property
    def partner(self) -> models.Model:
        return next(found for name in SHARED_WITH if (found := getattr(self, name)) is not None)

    def is_in_force(self, on: date) -> bool:
        return self.withdrawn_at is None and self.given_on <= on and (self.until is None or on <= self.until)
