"""What belongs to a person and not to one match: a later mentor sees it only when the person has said so."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from mentoring.models.matches import Match
from mentoring.models.mentors import teams_of
from people.models import Person


class Consent(models.TextChoices):
    """Whether the person is happy for their next mentor to see it. Until they are asked, the answer is no."""

    NOT_ASKED = "not_asked", "Not asked yet"
    YES = "yes", "Yes, it goes on with them"
    NO = "no", "No, it stays here"


class CarriesOnQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """A mentor sees what began in an open match of theirs, and what the person wanted to bring along.

        Staff see what is their teams’, and nobody what is about themselves. It ends for a mentor the moment the match
        ends.
        """
        if not user.is_authenticated:
            return self.none()
        not_me = Q(person__login=None) | ~Q(person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return self.filter(not_me)
        mine = Match.objects.of_mentor_user(user)
        allowed = Q(match__in=mine) | Q(carries_on=Consent.YES, person__in=mine.values("person"))
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(person__team__in=teams_of(user))
        return self.filter(not_me, allowed)


class CarriesOn(models.Model):
    """`match` is the one in which it began; None where staff wrote it down outside any."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="%(class)ss")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss")
    carries_on = models.CharField(max_length=10, choices=Consent.choices, default=Consent.NOT_ASKED)
    carries_on_at = models.DateTimeField(null=True, blank=True)
    carries_on_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(carries_on="not_asked", carries_on_at=None)
                | Q(carries_on__in=["yes", "no"], carries_on_at__isnull=False),
                name="%(class)s_carries_on_says_when",
            )
        ]
