"""Somebody who learns here: a mentor, an officer, a social worker."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.refs import new_ref

# Those who put people on courses, give and type in paper, and put certificates right.
KEEPS_LEARNING = frozenset({Role.COORDINATOR, Role.PROGRAMME_MANAGER})


class Learner(models.Model):
    """A name, a place and perhaps a login. Whoever else knows this learner points here; nothing points back."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    name = models.CharField(max_length=100)
    place = models.CharField(max_length=100, blank=True)
    login = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="learner"
    )
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="learner_has_a_name")]

    def __str__(self) -> str:
        return self.name
