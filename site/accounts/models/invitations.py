"""Invitations: the only way to a login."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from accounts.models.users import User
from accounts.roles import LOOK_AFTER_LOGINS, Role
from accounts.rules.invitations import tidy
from common.fields import SealedTextField
from common.refs import new_ref
from common.sealed import blind_index

LASTS = timedelta(days=14)


def index_of(code: str) -> str:
    """What is kept of a code: a keyed fingerprint, the same however it was typed."""
    return blind_index(tidy(code), kind="accounts.invitation")


class Status(models.TextChoices):
    WAITING = "waiting", "Waiting"
    ACCEPTED = "accepted", "Accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self, at: datetime) -> "InvitationQuerySet":
        return self.filter(status=Status.WAITING, expires_at__gt=at)

    def brought_with(self, code: str) -> "Invitation | None":
        """The invitation that a code belongs to, whatever has become of it."""
        index = index_of(code)
        return self.filter(code_index=index).select_related("for_user").first() if index else None

    def visible_to(self, user: User) -> "InvitationQuerySet":
        """Those who look after logins see all; others the ones they sent."""
        return self if user.has_role(*LOOK_AFTER_LOGINS) else self.filter(invited_by_id=user.pk)


class Invitation(models.Model):
    """Somebody asked to sign in here, by email or with a paper slip. Whoever brings the code may accept it once.

    With `for_user` it is a fresh start: a new password for somebody who has a login and no email to reset it by.
    """

    Status = Status

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    display_name = models.CharField("name", max_length=100)
    roles = models.JSONField(default=list)
    email = SealedTextField(blank=True)
    email_index = models.CharField(max_length=32, blank=True, db_index=True)
    # A keyed fingerprint: the code itself is shown or sent once, and kept nowhere. Empty until an email has gone.
    code_index = models.CharField(max_length=32, blank=True, db_index=True)
    for_user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="fresh_starts")
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Status.ACCEPTED, accepted_at__isnull=False)
                | (~Q(status=Status.ACCEPTED) & Q(accepted_at=None)),
                name="accepted_invitation_says_when",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(status=Status.WITHDRAWN) & Q(withdrawn_at=None)),
                name="withdrawn_invitation_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.ref}"

    @property
    def roles_in_words(self) -> str:
        return ", ".join(str(Role(role).label) for role in self.roles)

    def why_closed(self, at: datetime) -> str:
        """Why it can no longer be accepted, in words for whoever holds it; empty while it can."""
        if self.status == Status.ACCEPTED:
            return "This invitation has been used. You can sign in."
        if self.status == Status.WITHDRAWN:
            return "This invitation was taken back. Ask the person who gave it to you for a new one."
        if self.expires_at <= at:
            return "This invitation is too old. Ask the person who gave it to you for a new one."
        return ""
