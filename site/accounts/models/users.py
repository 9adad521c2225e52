"""People who sign in, and the roles they hold."""

from collections.abc import Iterable
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.crypto import salted_hmac

from accounts.roles import STAFF, Role
from common.refs import new_ref


class User(AbstractUser):
    """Somebody with a login: by email, or by a username alone, since not everyone has an email address."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    display_name = models.CharField("name", max_length=100, help_text="The name that people here call them.")
    easy_words = models.BooleanField("bigger text and read-aloud friendly pages", default=False)
    # Part of what every session of theirs is checked against: changing it ends them all, wherever they are kept.
    session_stamp = models.CharField(max_length=12, default=new_ref, editable=False)

    class Meta(AbstractUser.Meta):
        constraints = [
            # Two people must never answer to one name at the door, however it is typed.
            models.UniqueConstraint(Upper("username"), name="one_user_of_a_username"),
            models.UniqueConstraint(Upper("email"), condition=~Q(email=""), name="one_user_of_an_email"),
        ]

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name.split(" ")[0]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What Django compares on every request: the password, and now the stamp as well."""
        salted = salted_hmac("accounts.session", self.password + self.session_stamp, secret=secret, algorithm="sha256")
        return salted.hexdigest()

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles held now: one query for each request, so that a change counts from the next."""
        return frozenset(self.grants.filter(ended_at=None).values_list("role", flat=True))

    def has_role(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def login_in_words(self) -> str:
        return "Open" if self.is_active else "Closed"

    @property
    def needs_second_step(self) -> bool:
        return self.is_superuser or self.is_staff or not self.roles.isdisjoint(STAFF)


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def active(self) -> "RoleGrantQuerySet":
        return self.filter(ended_at=None)

    def holding(self, roles: Iterable[str]) -> "RoleGrantQuerySet":
        return self.active().filter(role__in=list(roles), user__is_active=True)


class RoleGrant(models.Model):
    """A role given to somebody, by whom and until when. Ended, never deleted."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], condition=Q(ended_at=None), name="one_active_grant_of_a_role"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="grant_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
