"""Asking how somebody is when their match is over, if they wanted that."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.endings import Ending
from mentoring.models.mentors import teams_of
from people.models import ContactPoint


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, user: Any) -> "FollowUpQuerySet":
        """Staff, since the match is over: coordinators their teams’, managers and the lead all; nobody their own."""
        if not user.is_authenticated:
            return self.none()
        person = "ending__match__person"
        not_me = Q(**{f"{person}__login": None}) | ~Q(**{f"{person}__login": user})
        if user.has_role(*WHOLE_PROGRAMME):
            return self.filter(not_me)
        if user.has_role(Role.COORDINATOR):
            return self.filter(not_me, **{f"{person}__team__in": teams_of(user)})
        return self.none()

    def locked(self) -> "FollowUpQuerySet":
        """Locked in one order, for whoever will write of several in the trail."""
        return self.select_for_update(of=("self",), no_key=True).order_by("pk")

    def planned(self) -> "FollowUpQuerySet":
        return self.filter(status=FollowUp.Status.PLANNED)

    def due(self, on: date) -> "FollowUpQuerySet":
        return self.planned().filter(due_on__lte=on)


class FollowUp(models.Model):
    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        DONE = "done", "We spoke"
        NO_ANSWER = "no_answer", "No answer"
        NOT_WANTED = "not_wanted", "They do not want it any more"
        CALLED_OFF = "called_off", "Called off"

    class Channel(models.TextChoices):
        PHONE = "phone", "By phone or text"
        LETTER = "letter", "By letter, through the contact point"
        IN_PERSON = "in_person", "Face to face"

    RECORDED = (Status.DONE, Status.NO_ANSWER, Status.NOT_WANTED)
    STATUS_TONES = {Status.PLANNED: "wait", Status.DONE: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    ending = models.ForeignKey(Ending, on_delete=models.PROTECT, related_name="follow_ups")
    due_on = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PLANNED)
    channel = models.CharField("how we asked", max_length=10, choices=Channel.choices, blank=True)
    point = models.ForeignKey(ContactPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField(null=True, blank=True)
    words = SealedTextField("how they are", blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ending", "due_on"], name="one_follow_up_a_day"),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "done", "no_answer", "not_wanted", "called_off"]),
                name="follow_up_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["done", "no_answer", "not_wanted"],
                    asked_on__isnull=False,
                    recorded_at__isnull=False,
                    recorded_by__isnull=False,
                )
                | Q(status__in=["planned", "called_off"], asked_on=None, recorded_at=None, recorded_by=None),
                name="recorded_follow_up_says_when_and_who",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["", "phone", "letter", "in_person"]), name="follow_up_channel_is_known"
            ),
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="follow_up_by_day")]

    def __str__(self) -> str:
        return f"follow-up {self.ref}"

    def is_due(self, on: date) -> bool:
        return self.status == self.Status.PLANNED and self.due_on <= on
