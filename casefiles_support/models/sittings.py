"""A time to read: planned with cover for the days after, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from casefiles_support.models.parcels import Place
from common.fields import SealedTextField
from common.refs import new_ref


class Light(models.TextChoices):
    GREEN = "green", "All right"
    AMBER = "amber", "Not so good"
    RED = "red", "Bad"
    RATHER_NOT = "rather_not", "Rather not say"


class SittingQuerySet(InsideQuerySet):
    def planned(self) -> "SittingQuerySet":
        return self.filter(status=Sitting.Status.PLANNED)


class Sitting(models.Model):
    """`cover_next_day` and `cover_day_after` are named staff, on duty on the two days that follow. `own_choice`: the
    person chose a time that we would not book; it stands, and the follow-ups are made all the same.
    """

    WAY = "journey"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        WENT_AHEAD = "went_ahead", "It went ahead"
        STOPPED_EARLY = "stopped_early", "They stopped early"
        PUT_OFF_BY_PERSON = "put_off_by_person", "They put it off"
        PUT_OFF_BY_US = "put_off_by_us", "We put it off"

    HELD = (Status.WENT_AHEAD, Status.STOPPED_EARLY)

    class Where(models.TextChoices):
        PRISON_ROOM = "prison_room", "A room in the prison, out of earshot"
        CELL = "cell", "Their cell"
        OUR_OFFICE = "our_office", "Our office"
        HOME = "home", "Their home"
        ELSEWHERE = "elsewhere", "Somewhere else they chose"

    class Told(models.TextChoices):
        """What safer custody was asked, and never more than this."""

        YES = "yes", "Asked, and they will look in"
        NO = "no", "Asked, and they cannot"
        DECLINED = "declined_by_person", "The person did not want it"
        NOT_NEEDED = "not_needed", "Not in custody"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="sittings")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField("how long, with time to land", default=120)
    where = models.CharField(max_length=11, choices=Where.choices)
    alone = models.BooleanField("alone, as they wish", default=False)
    own_choice = models.BooleanField("they want it then anyway", default=False)
    cover_next_day = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cover_day_after = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    told_wing = models.CharField("safer custody", max_length=18, choices=Told.choices, blank=True)
    told_wing_on = models.DateField(null=True, blank=True)
    afterwards = SealedTextField("something ordinary for afterwards", blank=True)
    status = models.CharField(max_length=18, choices=Status.choices, default=Status.PLANNED)
    light_before = models.CharField("how they were before", max_length=10, choices=Light.choices, blank=True)
    light_after = models.CharField("how they are now", max_length=10, choices=Light.choices, blank=True)
    pages_after = models.CharField("where the pages are tonight", max_length=21, choices=Place.choices, blank=True)
    note = SealedTextField("practical note", blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = SittingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["planned_by", "key"], name="one_sitting_for_each_form"),
            models.CheckConstraint(
                condition=Q(own_choice=True) | Q(cover_next_day__isnull=False, cover_day_after__isnull=False),
                name="sitting_has_cover_on_both_days",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "went_ahead", "stopped_early", "put_off_by_person",
                    "put_off_by_us"]),
                name="sitting_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status="planned", settled_at=None) | ~Q(status="planned") & Q(settled_at__isnull=False),
                name="settled_sitting_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["went_ahead", "stopped_early"]) | ~Q(light_after="") & ~Q(pages_after=""),
                name="held_sitting_ends_with_a_check",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["status", "starts_at"], name="sitting_by_time"),
            models.Index(fields=["journey", "-starts_at"], name="sitting_by_journey"),
        ]

    def __str__(self) -> str:
        return f"sitting {self.ref}"
