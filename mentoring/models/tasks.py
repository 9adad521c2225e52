"""Something the team must look at: raised by what happened, finished by somebody, or settled when its cause is gone."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When

from accounts.roles import WHOLE_PROGRAMME, Role
from common.refs import new_ref
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor, teams_of
from mentoring.rules.tasks import PRESSING, words_of
from people.models import Person
from places.models import Team


class TaskQuerySet(models.QuerySet["Task"]):
    def open(self) -> "TaskQuerySet":
        return self.filter(status=Task.Status.OPEN)

    def overdue(self, on: date) -> "TaskQuerySet":
        return self.open().filter(due_on__lt=on)

    def most_pressing_first(self) -> "TaskQuerySet":
        """First what may leave somebody unsafe, then the rest; the longest due before the others in each."""
        pressing = Case(When(kind__in=PRESSING, then=Value(0)), default=Value(1))
        return self.order_by(pressing, "due_on", "pk")

    def visible_to(self, user: Any) -> "TaskQuerySet":
        """Coordinators see their teams' tasks and those of no team yet; managers and the safeguarding lead all. Nobody
        sees one about themselves, be it as the person or as the mentor.
        """
        if not user.is_authenticated:
            return self.none()
        not_me = Q(person=None) | Q(person__login=None) | ~Q(person__login=user)
        not_me &= Q(mentor=None) | Q(mentor__person__login=None) | ~Q(mentor__person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return self.filter(not_me)
        if user.has_role(Role.COORDINATOR):
            return self.filter(not_me, Q(team=None) | Q(team__in=teams_of(user)))
        return self.none()


class Task(models.Model):
    """`key` names what it was raised for, so that the same thing never raises two."""

    class Status(models.TextChoices):
        OPEN = "open", "To do"
        DONE = "done", "Done"
        SETTLED = "settled", "No longer needed"

    STATUS_TONES = {Status.OPEN: "wait", Status.DONE: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=100, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    # None: no team has taken what it is about yet, so every team is asked.
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    mentor = models.ForeignKey(Mentor, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    due_on = models.DateField()
    raised_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    # Nobody, where the clock settled it.
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["team", "status", "due_on"], name="task_by_team_and_day")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["open", "done", "settled"]), name="task_status_is_known"),
            models.CheckConstraint(
                condition=Q(status="open", done_at=None, done_by=None)
                | Q(status="done", done_at__isnull=False, done_by__isnull=False)
                | Q(status="settled", done_at__isnull=False),
                name="task_done_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"task {self.ref}"

    def is_late(self, on: date) -> bool:
        return self.status == self.Status.OPEN and self.due_on < on

    @property
    def about(self) -> str:
        """The name of whom it is about: the person, or else the mentor; empty where it is about nobody."""
        mentors = self.mentor.person.preferred_name if self.mentor else ""
        return self.person.preferred_name if self.person else mentors

    @property
    def words(self) -> str:
        """What it asks."""
        return words_of(self.kind)

    @property
    def hand_over_ref(self) -> str:
        """Of the message from a public form that it is about; empty for every other task."""
        return self.key.partition(":")[2] if self.kind.startswith("hand_over_") else ""

    @property
    def sheet_ref(self) -> str:
        """The paper register that it is about, which its key names."""
        return self.key.partition(":")[2] if self.kind == "names_on_register" else ""
