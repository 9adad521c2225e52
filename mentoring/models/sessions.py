"""A mentoring session: what was planned, what happened, what was said, and what comes next."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.circumstances import Cause, Medium, Setting, Topic
from mentoring.models.groups import Group
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor, teams_of
from mentoring.models.note_releases import SESSIONS, NoteRelease
from mentoring.models.sheets import PaperSheet
from people.models import Concern, Person
from places.models import Establishment, Team

# The columns of a session that came on paper: all of them are there, or none.
PAPER = ("sheet", "on_behalf_of", "written_on", "transcribed_at", "transcribed_by")


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, user: Any) -> "SessionQuerySet":
        """What somebody sees by themselves, and for a mentor what the person let them read of earlier meetings."""
        if not user.is_authenticated or user.has_role(*WHOLE_PROGRAMME):
            return self.directly_visible_to(user)
        releases = NoteRelease.objects.letting(user, read=SESSIONS).filter(
            person__matches__attendance__session=models.OuterRef("pk"), given_at__gte=models.OuterRef("recorded_at")
        )
        # A group's record speaks of others, who released nothing.
        earlier = Q(models.Exists(releases), kind=Session.Kind.ONE_TO_ONE)
        return self.filter(Q(pk__in=Session.objects.directly_visible_to(user).values("pk")) | earlier)

    def directly_visible_to(self, user: Any) -> "SessionQuerySet":
        """A mentor sees what they did with people they are still matched with or cover for today, and with groups they
        still hold; staff what belongs to their teams.

        It ends the moment a match ends, and the day a leave is over: what was said belongs to the person, not to a
        former mentor. What was said to a covering mentor, the returning one reads only when the person releases it.
        """
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        walked = Match.objects.walked_by(user)
        own = Attendance.objects.filter(match__in=walked).values("session")
        lost = Attendance.objects.filter(session=models.OuterRef("pk")).exclude(match__in=walked)
        led = Q(group__in=Group.objects.led_by(user).values("pk"))
        allowed = Q(Q(mentor__person__login=user), led | Q(Q(pk__in=own), Q(group=None), ~models.Exists(lost)))
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(team__in=teams_of(user))
        return self.filter(allowed)

    def for_lists(self) -> "SessionQuerySet":
        """With the names that a list shows, and without the sealed texts that it does not."""
        people = models.Prefetch("attendance", Attendance.objects.select_related("person").order_by("pk"))
        return (
            self.select_related("mentor__person", "establishment", "group")
            .defer("where", "cause_note", "what_we_did", "their_words", "next_step")
            .prefetch_related(people)
        )

    def delivered(self) -> "SessionQuerySet":
        return self.filter(happened=True)


class Session(models.Model):
    """One record for each session offered. `key` is made with the form: sent five times, it makes one session.

    `team` is the team whose work it was on that day, so that later moves change no figure.
    """

    class Kind(models.TextChoices):
        ONE_TO_ONE = "one_to_one", "One to one"
        GROUP = "group", "A group"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="sessions")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ONE_TO_ONE)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions")
    setting = models.CharField(max_length=10, choices=Setting.choices)
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    where = SealedTextField("place", blank=True)
    medium = models.CharField(max_length=12, choices=Medium.choices)
    planned_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    happened = models.BooleanField()
    cause = models.CharField(max_length=20, choices=Cause.choices, blank=True)
    cause_note = SealedTextField(blank=True)
    topics = models.JSONField(default=list, blank=True)
    what_we_did = SealedTextField(blank=True)
    their_words = SealedTextField(blank=True)
    next_step = SealedTextField(blank=True)
    concern = models.ForeignKey(Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # From paper: the sheet, whose words these are, the day on which they wrote it, and who typed it in when.
    sheet = models.OneToOneField(PaperSheet, null=True, blank=True, on_delete=models.PROTECT, related_name="session")
    on_behalf_of = models.ForeignKey(Mentor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField(null=True, blank=True)
    transcribed_at = models.DateTimeField(null=True, blank=True)
    transcribed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # From another system: `recorded_at` is when it came in here, which says nothing of when somebody wrote it down.
    brought_in = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(happened=True, cause="") | (Q(happened=False) & ~Q(cause="")),
                name="session_not_held_has_a_cause",
            ),
            models.CheckConstraint(
                condition=Q(happened=False) | Q(minutes__gt=0, minutes__isnull=False), name="held_session_has_minutes"
            ),
            models.CheckConstraint(
                condition=Q(**dict.fromkeys(PAPER))
                | Q(**{f"{name}__isnull": False for name in PAPER}, transcribed_at__gte=models.F("started_at")),
                name="session_from_paper_says_all_of_it",
            ),
            models.CheckConstraint(
                condition=Q(brought_in=False) | Q(sheet=None, concern=None, group=None),
                name="session_brought_in_is_history_only",
            ),
        ]
        indexes = [
            models.Index(fields=["started_at", "id"], name="session_by_time"),
            models.Index(fields=["team", "started_at", "id"], name="session_by_team"),
            models.Index(fields=["mentor", "started_at", "id"], name="session_by_mentor"),
            models.Index(fields=["establishment", "started_at"], name="session_by_place"),
            models.Index(fields=["happened", "started_at", "id"], name="session_by_outcome"),
            models.Index(fields=["setting", "started_at", "id"], name="session_by_setting"),
            models.Index(fields=["group", "started_at", "id"], name="session_by_group"),
        ]

    def __str__(self) -> str:
        return f"session {self.ref}"

    @property
    def people_in_words(self) -> str:
        """First names, as they like to be called, or the group’s name; no query where the list loaded them."""
        return self.group.name if self.group else ", ".join(self.names)

    @property
    def names(self) -> list[str]:
        return [mark.person.preferred_name for mark in self.attendance.all()]

    @property
    def topics_in_words(self) -> list[str]:
        return [str(Topic(topic).label) for topic in self.topics if topic in Topic.values]


class Attendance(models.Model):
    """One person at one session that was offered to them. `match` is theirs with the mentor, where they have one.

    `cause` is why they did not come, kept for each: a lockdown is nobody’s choice.
    """

    class Mark(models.TextChoices):
        ATTENDED = "attended", "Came"
        LATE = "attended_late", "Came late"
        NOT_ATTENDED = "not_attended", "Did not come"

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendance")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="attendance")
    mark = models.CharField(max_length=15, choices=Mark.choices)
    cause = models.CharField(max_length=20, choices=Cause.choices, blank=True)

    class Meta:
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="one_mark_each_session"),
            models.CheckConstraint(
                condition=(Q(mark="not_attended") & ~Q(cause=""))
                | (Q(mark__in=["attended", "attended_late"]) & Q(cause="")),
                name="who_did_not_come_has_a_cause",
            ),
        ]
        indexes = [
            models.Index(fields=["match", "session"], name="attendance_by_match"),
            models.Index(fields=["person", "session"], name="attendance_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.session}: {self.get_mark_display()}"
