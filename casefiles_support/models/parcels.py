"""The paper itself: that it came, whether it was opened, and where it is. Nothing of what is in it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class Place(models.TextChoices):
    NOT_ARRIVED = "not_arrived", "It has not come yet"
    PROGRAMME = "with_programme_sealed", "With the programme, sealed"
    PRISON = "with_prison", "With the prison"
    PERSON = "with_person", "With them"
    SOLICITOR = "with_solicitor", "With their solicitor"
    TRUSTED = "with_trusted", "With somebody they trust"
    PROPERTY = "in_stored_property", "In their stored property"
    RETURNED = "returned", "Sent back"
    DESTROYED = "destroyed_by_person", "Destroyed, as they wished"
    LOST = "lost", "We do not know where it is"


class ParcelQuerySet(InsideQuerySet):
    def here(self) -> "ParcelQuerySet":
        """Those that the programme keeps for somebody."""
        return self.filter(status=Place.PROGRAMME)


class Parcel(models.Model):
    """One delivery. `status` is where it is: exactly one place, changed only by a HoldingMove with two names."""

    WAY = "request__journey"

    class By(models.TextChoices):
        POST = "post", "By post"
        COURIER = "courier", "By courier"
        HAND = "hand", "By hand"
        LINK = "link", "By a link on the internet"
        SOLICITOR = "solicitor", "Through a solicitor"

    class Opened(models.TextChoices):
        NO = "no", "No"
        BY_PRISON = "by_prison", "By the prison"
        BY_PERSON = "by_person", "By the person"
        BY_SUPPORTER = "by_supporter", "By their supporter, as they wished"
        UNKNOWN = "unknown", "We do not know"

    class Carrier(models.TextChoices):
        PAPER = "paper", "Paper"
        DISC = "disc", "A disc"
        STICK = "stick", "A USB stick"
        LINK = "link", "A link"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="parcels")
    announced_on = models.DateField("the day the holder said it would come", null=True, blank=True)
    arrived_on = models.DateField(null=True, blank=True)
    by = models.CharField("how it came", max_length=9, choices=By.choices, blank=True)
    carrier = models.CharField("what it is", max_length=5, choices=Carrier.choices, default=Carrier.PAPER)
    containers = models.PositiveSmallIntegerField("boxes or envelopes", default=1)
    stated_pages = models.PositiveIntegerField("pages, if it says so", null=True, blank=True)
    opened = models.CharField("was it opened?", max_length=12, choices=Opened.choices, default=Opened.UNKNOWN)
    sealed = models.BooleanField("is it sealed?", null=True, blank=True)
    status = models.CharField("where it is", max_length=21, choices=Place.choices, default=Place.NOT_ARRIVED)
    told_on = models.DateField("the day the person was told", null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Our own keeping is for 28 days at a time, and then looked at again with the person.
    review_on = models.DateField(null=True, blank=True)
    # They asked for it to be destroyed: not before this day, unless they shorten the wait themselves.
    destroy_after = models.DateField(null=True, blank=True)
    # It is lost: when somebody who answers for the programme began what must then be done.
    breach_begun_at = models.DateTimeField(null=True, blank=True)
    breach_begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    logged_at = models.DateTimeField()
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ParcelQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="one_parcel_for_each_form"),
            models.CheckConstraint(condition=Q(status__in=Place.values), name="parcel_is_at_a_known_place"),
            models.CheckConstraint(
                condition=Q(status="not_arrived", arrived_on=None)
                | ~Q(status="not_arrived") & Q(arrived_on__isnull=False),
                name="parcel_that_came_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None, told_by=None) | Q(told_on__isnull=False, told_by__isnull=False),
                name="told_by_goes_with_on",
            ),
            models.CheckConstraint(condition=Q(containers__gte=1), name="parcel_is_at_least_one"),
            models.CheckConstraint(
                condition=Q(breach_begun_at=None, breach_begun_by=None)
                | Q(breach_begun_at__isnull=False, breach_begun_by__isnull=False),
                name="breach_begun_by_goes_with_at",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["status", "review_on"], name="parcel_by_place")]

    def __str__(self) -> str:
        return f"parcel {self.ref}"
