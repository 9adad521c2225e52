"""Who is beside the person: a practitioner, somebody who steps in for them, a peer mentor."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.journeys import Journey
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models import Mentor

EXACTLY_ONE = Q(login__isnull=False, mentor=None) | Q(login=None, mentor__isnull=False)


class SupporterQuerySet(models.QuerySet["Supporter"]):
    def standing(self) -> "SupporterQuerySet":
        """Agreed by the person, and not ended."""
        return self.filter(ended_at=None, agreed_on__isnull=False)

    def in_charge(self) -> "SupporterQuerySet":
        """Who reads the journey: the practitioner, and a back-up from the moment they step in."""
        stepped_in = Q(role=Supporter.Role.BACK_UP, stepped_in_at__isnull=False)
        return self.standing().filter(Q(role=Supporter.Role.PRACTITIONER) | stepped_in)


class Supporter(models.Model):
    """A member of staff (`login`) or a peer mentor (`mentor`), never both. Ended at once, without a reason.

    A back-up sees nothing until they step in, with a reason, and the person is told (`stepped_in_at`).
    """

    class Role(models.TextChoices):
        PRACTITIONER = "practitioner", "Practitioner"
        BACK_UP = "back_up", "Steps in when the practitioner cannot"
        PEER_MENTOR = "peer_mentor", "Peer mentor"
        ADVOCATE = "advocate", "Advocate"
        INTERPRETER = "interpreter", "Interpreter"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="supporters")
    role = models.CharField(max_length=12, choices=Role.choices)
    login = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    mentor = models.ForeignKey(Mentor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # They said that they are no family of the person, did not work for the holder, and are not in the records.
    no_conflict = models.BooleanField("nothing stands between them", default=False)
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField("the day the person said yes", null=True, blank=True)
    stepped_in_at = models.DateTimeField(null=True, blank=True)
    stepped_in_because = SealedTextField("why they stepped in", blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SupporterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=EXACTLY_ONE, name="supporter_is_staff_or_a_mentor"),
            models.CheckConstraint(
                condition=Q(role="peer_mentor", mentor__isnull=False) | ~Q(role="peer_mentor") & Q(mentor=None),
                name="only_a_peer_mentor_is_a_mentor",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["practitioner", "back_up", "peer_mentor", "advocate", "interpreter"]),
                name="supporter_role_is_known",
            ),
            models.CheckConstraint(condition=Q(agreed_on=None) | Q(no_conflict=True), name="supporter_has_no_conflict"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False),
                name="supporter_ended_by_goes_with_at",
            ),
            models.UniqueConstraint(
                fields=["journey", "role"],
                condition=Q(ended_at=None, role__in=["practitioner", "back_up", "peer_mentor"]),
                name="one_supporter_of_a_role",
            ),
        ]
        indexes = [
            models.Index(fields=["login", "ended_at"], name="supporter_by_login"),
            models.Index(fields=["mentor", "ended_at"], name="supporter_by_mentor"),
        ]

    def __str__(self) -> str:
        return f"supporter {self.ref}"
