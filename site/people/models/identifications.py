"""Each time somebody was asked whether they were in care, and what they said. Rows are added and never changed."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.fields import SealedTextField
from common.refs import new_ref
from people.models.persons import Person
from people.rules.identifications import WORDINGS, Answer, Asked
from people.visibility import askings_for
from places.models import LocalAuthority


class Stage(models.TextChoices):
    ARREST = "arrest", "On arrest"
    LIAISON = "liaison", "Liaison and diversion"
    COURT = "court", "At court, or for a report"
    SENTENCE = "sentence", "On sentence"
    RECEPTION = "reception", "On the first night in prison"
    INDUCTION = "induction", "In the first weeks in prison"
    KEY_WORK = "key_work", "In key work"
    TRANSFER = "transfer", "After a move to another prison"
    PRE_RELEASE = "pre_release", "Before release"
    RELEASE = "release", "On the day of release"
    COMMUNITY = "community", "In the community"
    LATER = "later", "At another time"


class AskedBy(models.TextChoices):
    PEER = "peer", "A peer mentor, or somebody else who was in care"
    PROGRAMME = "programme", "Our own staff"
    PRISON = "prison", "Prison staff"
    PROBATION = "probation", "Probation staff"
    OTHER = "other", "Somebody else"


class Said(models.TextChoices):
    YES = Answer.YES, "Yes"
    NO = Answer.NO, "No"
    UNSURE = Answer.UNSURE, "Not sure"
    DECLINED = Answer.DECLINED, "They would rather not say"
    NOT_ASKED = Answer.NOT_ASKED, "It was not the moment to ask"


class MayKnow(models.TextChoices):
    """Whom they let us tell. Nobody is the rule: the programme itself needs no more than to know."""

    PRISON = "prison", "The prison"
    PROBATION = "probation", "Probation"
    COUNCIL = "council", "The council’s leaving care team"


class IdentificationQuerySet(models.QuerySet["IdentificationEvent"]):
    def visible_to(self, user: Any) -> "IdentificationQuerySet":
        """Coordinators those about people of their teams; managers and the safeguarding lead all; nobody their own."""
        return self.filter(askings_for(user))

    def newest(self) -> "IdentificationQuerySet":
        """The last asking of each person."""
        later = IdentificationEvent.objects.filter(
            Q(asked_on__gt=models.OuterRef("asked_on"))
            | Q(asked_on=models.OuterRef("asked_on"), pk__gt=models.OuterRef("pk")),
            person=models.OuterRef("person"),
        )
        return self.filter(~models.Exists(later))

    def due(self, on: date) -> "IdentificationQuerySet":
        """Those whose person is to be asked again on or before the day."""
        return self.newest().filter(next_ask_on__lte=on)


class IdentificationEvent(models.Model):
    """One asking. `disclosed_detail` and `reluctance_note` are sealed; the second is read by case staff alone."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifications")
    asked_on = models.DateField()
    stage = models.CharField(max_length=12, choices=Stage.choices)
    asked_by_role = models.CharField("who asked", max_length=10, choices=AskedBy.choices)
    wording = models.CharField("how it was put", max_length=20, choices=list(WORDINGS.items()))
    answer = models.CharField(max_length=10, choices=Said.choices)
    disclosed_detail = SealedTextField("what they told", blank=True)
    share_scope = models.JSONField("who may be told", default=list, blank=True)
    reluctance_note = SealedTextField("what holds them back", blank=True)
    confirmed_by = models.ForeignKey(LocalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    next_ask_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = IdentificationQuerySet.as_manager()

    class Meta:
        verbose_name = "asking"
        indexes = [
            models.Index(fields=["person", "asked_on", "id"], name="asking_by_person"),
            models.Index(fields=["next_ask_on", "id"], name="asking_by_next_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="asking_stage_is_known"),
            models.CheckConstraint(condition=Q(asked_by_role__in=AskedBy.values), name="asking_role_is_known"),
            models.CheckConstraint(condition=Q(answer__in=Said.values), name="asking_answer_is_known"),
            models.CheckConstraint(
                condition=Q(answer="yes") | Q(next_ask_on__isnull=False), name="only_a_yes_is_not_asked_again"
            ),
            models.CheckConstraint(
                condition=Q(next_ask_on=None) | Q(next_ask_on__gt=F("asked_on")), name="next_asking_is_later"
            ),
            models.CheckConstraint(
                condition=Q(answer="yes") | Q(disclosed_detail="", confirmed_by=None), name="only_a_yes_tells_anything"
            ),
        ]

    def __str__(self) -> str:
        return f"asking {self.ref}"

    @property
    def share_in_words(self) -> str:
        """“The prison, Probation”, or nobody."""
        return ", ".join(str(MayKnow(one).label) for one in self.share_scope if one in MayKnow.values) or "Nobody"

    def as_asked(self) -> Asked:
        return Asked(answer=self.answer, shared=bool(self.share_scope), confirmed=self.confirmed_by_id is not None)
