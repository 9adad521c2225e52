"""Learning face to face: an event, who was there, and who held it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from places.models import Establishment
from training.models.learners import Learner, establishments_of
from training.models.versions import ModuleVersion


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, user: Any) -> "EventQuerySet":
        """Programme staff see all; a learning lead those of their own prisons; nobody else sees one."""
        return self.filter(establishment__in=establishments_of(user))

    def with_size(self) -> "EventQuerySet":
        """Adds `people_now`, how many are on the register of each."""
        return self.annotate(people_now=models.Count("attendance"))


class Event(models.Model):
    """`covers` is the version of a module that whoever was there has then finished. `moved_from` is when it was to be
    before it was last moved.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Called off"

    STATUS_TONES = {Status.PLANNED: "wait", Status.HELD: "go", Status.CANCELLED: "stop"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    title = models.CharField("what it is called", max_length=100)
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    room = models.CharField("where in the prison", max_length=100, blank=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField("how long, in minutes")
    covers = models.ForeignKey(ModuleVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PLANNED)
    moved_from = models.DateTimeField(null=True, blank=True)
    because = models.CharField("why it was moved or called off", max_length=200, blank=True)
    held_at = models.DateTimeField("when its register was kept", null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="event_has_a_title"),
            models.CheckConstraint(
                condition=Q(status="held", held_at__isnull=False) | (~Q(status="held") & Q(held_at=None)),
                name="event_held_has_a_register",
            ),
            models.CheckConstraint(condition=~Q(status="cancelled") | ~Q(because=""), name="event_called_off_says_why"),
        ]
        indexes = [models.Index(fields=["establishment", "-starts_at", "-id"], name="event_by_place")]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Somebody on the register of an event; once it was held, whether they were there."""

    class Mark(models.TextChoices):
        EXPECTED = "expected", "Expected"
        CAME = "came", "Was there"
        PART = "part", "Was there for a part"
        NOT_THERE = "not_there", "Was not there"

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attendance")
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="attendance")
    mark = models.CharField(max_length=9, choices=Mark.choices, default=Mark.EXPECTED)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "learner"], name="once_on_a_register"),
            models.CheckConstraint(
                condition=Q(mark__in=["expected", "came", "part", "not_there"]), name="attendance_mark_is_known"
            ),
        ]
        indexes = [models.Index(fields=["learner", "event"], name="attendance_by_learner")]

    def __str__(self) -> str:
        return f"attendance at {self.event}"


class Deliverer(models.Model):
    """Who held an event. `lived_experience` stands only where they asked to be named as somebody who was in care."""

    class Part(models.TextChoices):
        LEAD = "lead", "Led it"
        BESIDE = "beside", "Held it with somebody"

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="deliverers")
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="delivered")
    part = models.CharField(max_length=6, choices=Part.choices, default=Part.BESIDE)
    lived_experience = models.BooleanField(default=False)
    # Set when the register is kept: an event that was called off credits nobody.
    credited_minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "learner"], name="once_a_deliverer_of_an_event")]

    def __str__(self) -> str:
        return f"deliverer of {self.event}"
