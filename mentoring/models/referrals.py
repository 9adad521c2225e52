"""Somebody is put forward for a mentor, by themselves or by somebody who knows them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import teams_of
from mentoring.models.referral_choices import AgreedHow, Care, CloseReason, DeclineReason, Source, Way, Where, Wish
from people.models import Person
from places.models import Establishment, Team

TAKEN_ON = ["accepted", "waiting", "matched"]


class ReferralQuerySet(models.QuerySet["Referral"]):
    def made_by_user(self, user: Any) -> "ReferralQuerySet":
        """Their own, whom they told us about: they see how far each has come."""
        return self.filter(made_by=user) if user.is_authenticated else self.none()

    def unsent(self) -> "ReferralQuerySet":
        return self.filter(status__in=Referral.UNSENT)

    def waiting(self) -> "ReferralQuerySet":
        """Those on the waiting list: theirs is the next mentor who suits them."""
        return self.filter(status__in=Referral.ON_THE_LIST)

    def visible_to(self, user: Any) -> "ReferralQuerySet":
        """Staff, once it was sent: a team's own and those that no team has taken. Nobody sees one about themselves."""
        if not user.is_authenticated:
            return self.none()
        sent = self.exclude(status__in=Referral.UNSENT).exclude(person__login=user, person__login__isnull=False)
        if user.has_role(*WHOLE_PROGRAMME):
            return sent
        if user.has_role(Role.COORDINATOR):
            return sent.filter(Q(team=None) | Q(team__in=teams_of(user)))
        return self.none()


class Referral(models.Model):
    """Nothing leaves its writer before the person's permission is written down: the database holds to that too.

    What is sealed here was told by others; from `accepted` or `waiting` on the person has a record of their own.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Begun"
        PERMISSION_RECORDED = "permission_recorded", "Ready to send"
        SUBMITTED = "submitted", "New"
        TRIAGE = "triage", "Being looked at"
        ACCEPTED = "accepted", "Accepted"
        WAITING = "waiting", "On the waiting list"
        DECLINED = "declined", "Not taken on"
        MATCHED = "matched", "Has a mentor"
        CLOSED = "closed", "Closed"

    UNSENT = ("draft", "permission_recorded")
    ON_THE_LIST = ("accepted", "waiting")
    STATUS_TONES = {Status.SUBMITTED: "stop", Status.TRIAGE: "wait", Status.WAITING: "wait", Status.MATCHED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT)
    source = models.CharField("who asks", max_length=10, choices=Source.choices)
    way = models.CharField("how it came", max_length=10, choices=Way.choices)
    sheet = models.CharField("number of the paper sheet", max_length=20, blank=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals")
    preferred_name = SealedTextField("name they like to be called")
    family_name = SealedTextField(blank=True)
    family_name_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    born_on = SealedTextField("date of birth", blank=True)  # ISO 8601
    prison_number = SealedTextField(blank=True)
    prison_number_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    crn = SealedTextField("probation number (CRN)", blank=True)
    crn_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    care = models.CharField("have they been in care", max_length=10, choices=Care.choices)
    where = models.CharField("where they are", max_length=10, choices=Where.choices)
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    place_note = SealedTextField("place, as it was told", blank=True)
    reach = SealedTextField("how to reach them", blank=True)
    wishes = models.JSONField("what is asked for", default=list, blank=True)
    asked_for = SealedTextField("in their words", blank=True)
    referrer_name = SealedTextField(blank=True)
    referrer_contact = SealedTextField(blank=True)
    agreed_how = models.CharField("how they agreed", max_length=10, choices=AgreedHow.choices, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    agreed_with = SealedTextField("to whom they said so", blank=True)
    agreed_recorded_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decline_reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    kind_words = SealedTextField(blank=True)
    what_else = SealedTextField("what else may help", blank=True)
    close_reason = models.CharField(max_length=20, choices=CloseReason.choices, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["status", "submitted_at", "id"], name="referral_by_status"),
            models.Index(fields=["team", "status", "submitted_at", "id"], name="referral_by_team"),
            models.Index(fields=["made_by", "-made_at", "-id"], name="referral_by_maker"),
            models.Index(fields=["person", "status"], name="referral_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["made_by", "key"], name="one_referral_each_form"),
            models.UniqueConstraint(fields=["key"], condition=Q(made_by=None), name="one_referral_each_public_form"),
            models.CheckConstraint(
                condition=Q(status="draft")
                | (~Q(agreed_how="") & Q(agreed_on__isnull=False, agreed_recorded_at__isnull=False)),
                name="nothing_is_shared_without_permission",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "permission_recorded"]) | Q(submitted_at__isnull=False),
                name="sent_referral_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=TAKEN_ON) | Q(person__isnull=False, team__isnull=False),
                name="referral_taken_on_has_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(status="declined") | (~Q(decline_reason="") & ~Q(kind_words="") & ~Q(what_else="")),
                name="declined_referral_says_why_kindly",
            ),
            models.CheckConstraint(
                condition=Q(status="closed", closed_at__isnull=False) & ~Q(close_reason="")
                | (~Q(status="closed") & Q(closed_at=None)),
                name="closed_referral_says_why",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=False) | Q(decided_by=None), name="referral_decided_by_goes_with_at"
            ),
        ]

    def __str__(self) -> str:
        return f"referral {self.ref}"

    @property
    def wishes_in_words(self) -> str:
        return ", ".join(str(Wish(wish).label) for wish in self.wishes if wish in Wish.values)
