"""Wanting to be a mentor: from the first word to a decision."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of
from mentoring.rules.applications import Stage
from places.models import Establishment, Team

USER = settings.AUTH_USER_MODEL


class ApplicationQuerySet(models.QuerySet["MentorApplication"]):
    def under_way(self) -> "ApplicationQuerySet":
        return self.exclude(status__in=MentorApplication.OVER)

    def of_user(self, user: Any) -> "ApplicationQuerySet":
        """Somebody's own: they see how it goes, and fill it in."""
        return self.filter(mentor__person__login=user) if user.is_authenticated else self.none()

    def visible_to(self, user: Any) -> "ApplicationQuerySet":
        """Coordinators see their teams'; managers and the safeguarding lead all. Nobody works on their own."""
        if not user.is_authenticated:
            return self.none()
        not_own = Q(mentor=None) | Q(mentor__person__login=None) | ~Q(mentor__person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return self.filter(not_own)
        if user.has_role(Role.COORDINATOR):
            return self.filter(not_own, team__in=teams_of(user))
        return self.none()


class MentorApplication(models.Model):
    """What is told at first is kept here, sealed; a person and a mentor are made when they are asked to apply.

    Convictions are told once, and read only by managers and the safeguarding lead; others see whether there are any.
    """

    class Status(models.TextChoices):
        INTERESTED = Stage.INTERESTED, "Interested"
        INVITED = Stage.INVITED, "Asked to apply"
        SUBMITTED = Stage.SUBMITTED, "Applied"
        INTERVIEWED = Stage.INTERVIEWED, "Met and talked"
        REFERENCES_IN = Stage.REFERENCES_IN, "References are in"
        CHECKS_IN_PROGRESS = Stage.CHECKS_IN_PROGRESS, "Checks under way"
        RISK_ASSESSED = Stage.RISK_ASSESSED, "Checks done"
        TRAINING = Stage.TRAINING, "In training"
        APPROVED = Stage.APPROVED, "Approved"
        DECLINED = Stage.DECLINED, "Declined"
        WITHDRAWN = Stage.WITHDRAWN, "Stepped back"
        DEFERRED = Stage.DEFERRED, "Put off"

    class Source(models.TextChoices):
        WEB = "web", "On the web"
        PAPER = "paper", "On paper"

    class Told(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    class Reason(models.TextChoices):
        NOT_READY = "not_ready", "Not ready yet: something else comes first"
        REFERENCES = "references", "What their referees said"
        DBS = "dbs", "What the DBS check said"
        RISK = "risk", "A risk that we cannot manage here"
        CLEARANCE = "clearance", "No prison can clear them"
        TRAINING = "training", "Training did not work out"
        NO_ANSWER = "no_answer", "We could not reach them"
        NO_ROOM = "no_room", "No room in this team now"
        OWN_CHOICE = "own_choice", "Their own choice"
        OTHER = "other", "Something else, said below"

    OVER = (Status.APPROVED, Status.DECLINED, Status.WITHDRAWN)
    STATUS_TONES = {
        Status.APPROVED: "go", Status.DECLINED: "stop", Status.WITHDRAWN: "wait", Status.DEFERRED: "wait",
        Status.INTERESTED: "brand",
    }  # fmt: skip

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.INTERESTED)
    since = models.DateTimeField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="applications")
    mentor = models.ForeignKey(Mentor, null=True, blank=True, on_delete=models.PROTECT, related_name="applications")
    source = models.CharField(max_length=5, choices=Source.choices, default=Source.WEB)
    sheet_code = models.CharField("code on the paper", max_length=20, blank=True)
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = SealedTextField("name they like to be called")
    family_name = SealedTextField(blank=True)
    email = SealedTextField(blank=True)
    phone = SealedTextField(blank=True)
    message = SealedTextField("what they told us", blank=True)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    draft = SealedTextField(blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    why = SealedTextField(blank=True)
    experience = SealedTextField(blank=True)
    availability = SealedTextField(blank=True)
    support = SealedTextField(blank=True)
    convictions_told = models.CharField(max_length=3, choices=Told.choices, blank=True)
    convictions = SealedTextField(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    stopped_from = models.CharField(max_length=20, choices=Status.choices, blank=True)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    words = SealedTextField("what they are told about it", blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    look_again_on = models.DateField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "application"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(str(stage) for stage in Stage)), name="application_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["interested", "declined", "withdrawn", "deferred"]) | Q(mentor__isnull=False),
                name="who_is_asked_to_apply_is_a_person_here",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, submitted_by=None, convictions_told="")
                | (Q(submitted_at__isnull=False, submitted_by__isnull=False) & ~Q(convictions_told="")),
                name="application_says_who_sent_it_and_when",
            ),
            models.CheckConstraint(
                condition=Q(convictions="") | Q(convictions_told="yes"), name="convictions_are_told_with_a_yes"
            ),
            models.CheckConstraint(
                condition=Q(status="approved", approved_at__isnull=False, approved_by__isnull=False)
                | (~Q(status="approved") & Q(approved_at=None, approved_by=None)),
                name="approval_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["declined", "withdrawn", "deferred"])
                | (Q(stopped_at__isnull=False, stopped_by__isnull=False) & ~Q(reason="") & ~Q(stopped_from="")),
                name="stopped_application_says_who_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["declined", "deferred"]) | ~Q(words=""), name="no_silent_refusal"
            ),
            models.CheckConstraint(
                condition=~Q(status="deferred") | Q(look_again_on__isnull=False), name="put_off_until_a_day"
            ),
            models.UniqueConstraint(
                fields=["mentor"],
                condition=~Q(status__in=["approved", "declined", "withdrawn"]),
                name="one_application_under_way",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "status", "since"], name="application_by_team"),
            models.Index(fields=["status", "since", "id"], name="application_by_status"),
        ]

    def __str__(self) -> str:
        return f"application {self.ref}"

    @property
    def typed(self) -> dict[str, list[str]]:
        """What was typed so far, by the names of the form's fields."""
        found: dict[str, list[str]] = json.loads(self.draft) if self.draft else {}
        return found
