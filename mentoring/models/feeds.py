"""A private link by which a phone’s own calendar shows when somebody’s meetings are, and nothing more."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.refs import new_ref
from common.sealed import blind_index
from mentoring.models.mentors import Mentor
from people.models import LocationEpisode


def index_of(token: str) -> str:
    """What is kept of the secret in the link: a keyed fingerprint."""
    return blind_index(token, kind="mentoring.feed")


def why_not_for(user: Any) -> list[str]:
    """Why this user’s link must answer nothing now: asked when it is made, and each time it is fetched."""
    if not user.is_active or not user.has_role(Role.PEER_MENTOR) or not Mentor.objects.of_user(user).exists():
        return ["A calendar link is for peer mentors who are working."]
    if LocationEpisode.objects.current().in_custody().filter(person__login=user).exists():
        return ["A calendar link cannot be used in custody."]
    return []


class FeedQuerySet(models.QuerySet["Feed"]):
    def on(self) -> "FeedQuerySet":
        return self.filter(off_at=None)

    def of(self, user: Any) -> "FeedQuerySet":
        return self.filter(user=user)

    def brought_with(self, token: str) -> "Feed | None":
        """The feed that a link’s secret belongs to, if it may be answered now."""
        feed = self.on().filter(token_index=index_of(token)).select_related("user").first()
        return feed if feed and not why_not_for(feed.user) else None


class Feed(models.Model):
    """The link itself is shown once, and kept nowhere. A new one takes the place of the old."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feeds")
    token_index = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    off_at = models.DateTimeField(null=True, blank=True)

    objects = FeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(off_at=None), name="one_link_at_a_time"),
            models.CheckConstraint(condition=~Q(token_index=""), name="feed_has_a_secret"),
        ]

    def __str__(self) -> str:
        return f"feed {self.ref}"
