"""Somebody who learns here: a mentor, an officer, a social worker."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from accounts.roles import Role
from common.refs import new_ref
from places.models import Establishment, Posting

# Those who put people on courses, give and type in paper, and put certificates right.
KEEPS_LEARNING = frozenset({Role.COORDINATOR, Role.PROGRAMME_MANAGER})


def establishments_of(user: Any) -> QuerySet[Establishment]:
    """Where this user may see who learns: everywhere for programme staff, at their own prisons for a learning lead."""
    if not user.is_authenticated:
        return Establishment.objects.none()
    if user.has_role(*KEEPS_LEARNING):
        return Establishment.objects.all()
    if user.has_role(Role.LEARNING_LEAD):
        here = Posting.objects.current().of(user).exclude(post__establishment=None)
        return Establishment.objects.filter(pk__in=here.values("post__establishment"))
    return Establishment.objects.none()


class LearnerQuerySet(models.QuerySet["Learner"]):
    def visible_to(self, user: Any) -> "LearnerQuerySet":
        """Themselves; all of them for programme staff; for a learning lead whoever works at their own prisons now.
        A mentor has no station, so no prison ever sees one here.
        """
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*KEEPS_LEARNING):
            return self
        own = Q(login=user)
        if user.has_role(Role.LEARNING_LEAD):
            return self.filter(own | Q(pk__in=self.model.objects.at(establishments_of(user)).values("pk")))
        return self.filter(own)

    def at(self, establishments: Any) -> "LearnerQuerySet":
        """Those who work there now."""
        stations: Any = self.model._meta.get_field("stations").related_model
        now = stations.objects.current().at(establishments).filter(learner=OuterRef("pk"))
        return self.filter(Exists(now))


class Learner(models.Model):
    """A name, a place and perhaps a login. Whoever else knows this learner points here; nothing points back.

    `email` and `staff_number` tell two people of one name apart; many have neither. `adjustments` is the help that they
    have in every test, on a screen and on paper (rules.attempts.ADJUSTMENTS).
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    name = models.CharField(max_length=100)
    place = models.CharField(max_length=100, blank=True)
    email = models.EmailField("work email", blank=True)
    staff_number = models.CharField(max_length=20, blank=True)
    adjustments = models.JSONField("help that they have", default=list, blank=True)
    login = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="learner"
    )
    added_at = models.DateTimeField()

    objects = LearnerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="learner_has_a_name"),
            models.UniqueConstraint(Lower("email"), condition=~Q(email=""), name="one_learner_of_an_email"),
        ]
        indexes = [models.Index(fields=["name", "id"], name="learner_by_name")]

    def __str__(self) -> str:
        return self.name
