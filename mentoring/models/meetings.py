"""A planned meeting, and what became of it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.models.circumstances import Cause
from mentoring.models.repeats import Arrangement, ArrangementQuerySet, Repeat
from mentoring.models.sessions import Session

# A meeting that nobody has logged a day after it began has been forgotten, or went wrong.
A_DAY = timedelta(days=1)


class MeetingQuerySet(ArrangementQuerySet):
    def planned(self) -> "MeetingQuerySet":
        return self.filter(status=Meeting.Status.PLANNED)

    def standing(self) -> "MeetingQuerySet":
        """Planned, and still meant: its match is open, or its group meets."""
        return self.planned().going_on()

    def unlogged(self, at: datetime) -> "MeetingQuerySet":
        """Past by a day, and no word of what happened."""
        return self.standing().filter(starts_at__lt=at - A_DAY)

    def for_lists(self) -> "MeetingQuerySet":
        return self.select_related("mentor__person", "match__person", "group", "establishment")


class Meeting(Arrangement):
    """`starts_at` is a moment; people type and read the time on the clock in London. A meeting is never changed: one
    that moves points to the new one, so that its whole way can be read.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        LOGGED = "logged", "Logged"
        MOVED = "moved", "Moved"
        CANCELLED = "cancelled", "Called off"

    class Asker(models.TextChoices):
        PERSON = "person", "The person"
        MENTOR = "mentor", "The mentor"
        PLACE = "place", "The prison or place"
        OFFICE = "office", "Our office"

    STATUS_TONES = {Status.PLANNED: "brand", Status.LOGGED: "go", Status.MOVED: "wait", Status.CANCELLED: "stop"}

    starts_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    repeat = models.ForeignKey(Repeat, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    slot = models.DateField("the day it was made for", null=True, blank=True)
    cause = models.CharField(max_length=20, choices=Cause.choices, blank=True)
    asked_by = models.CharField("who asked", max_length=10, choices=Asker.choices, blank=True)
    # How many people it was meant for, counted when it was called off: who joins a group later changes no figure.
    expected = models.PositiveSmallIntegerField(null=True, blank=True)
    moved_to = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="moved_from")
    session = models.OneToOneField(Session, null=True, blank=True, on_delete=models.PROTECT, related_name="meeting")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MeetingQuerySet.as_manager()

    class Meta(Arrangement.Meta):
        constraints = [
            *Arrangement.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=["planned", "logged", "moved", "cancelled"]), name="meeting_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status="planned", settled_at=None, settled_by=None)
                | (~Q(status="planned") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="settled_meeting_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(status="moved", moved_to__isnull=False) | (~Q(status="moved") & Q(moved_to=None)),
                name="moved_meeting_says_where_to",
            ),
            models.CheckConstraint(
                condition=Q(status="logged", session__isnull=False) | (~Q(status="logged") & Q(session=None)),
                name="logged_meeting_has_a_session",
            ),
            models.CheckConstraint(
                condition=(Q(status__in=["moved", "cancelled"]) & ~Q(cause="") & ~Q(asked_by=""))
                | (Q(status__in=["planned", "logged"]) & Q(cause="", asked_by="")),
                name="meeting_not_held_says_why",
            ),
            models.CheckConstraint(
                condition=Q(status="cancelled", expected__isnull=False) | (~Q(status="cancelled") & Q(expected=None)),
                name="meeting_called_off_counts_people",
            ),
            models.UniqueConstraint(fields=["repeat", "slot"], name="one_meeting_for_a_slot"),
        ]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="meeting_by_time"),
            models.Index(fields=["team", "starts_at", "id"], name="meeting_by_team"),
            models.Index(fields=["mentor", "starts_at", "id"], name="meeting_by_mentor"),
            models.Index(fields=["starts_at", "id"], condition=Q(status="planned"), name="meeting_still_planned"),
        ]

    def __str__(self) -> str:
        return f"meeting {self.ref}"

    @property
    def answers_in_words(self) -> list[tuple[str, str]]:
        """What was answered to its reminder, each with a tone; nothing unless it was read with `answered`
        (reports.meeting_answers).
        """
        tones = {"yes": "go", "no": "stop"}
        who = [(self.with_whom, "person_says"), (str(self.mentor), "mentor_says")]
        found = [(f"{name} said {says}", tones[says]) for name, what in who if (says := getattr(self, what, None))]
        if self.match is None:
            counts = [(says, getattr(self, f"{says}_of_group", 0)) for says in tones]
            found += [(f"{count} said {says}", tones[says]) for says, count in counts if count]
        return found

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)
