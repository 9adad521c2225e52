"""Telling those who wrote a draft what became of it. The message never says what it is about, nor who said what."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from messaging.actions import outbox
from messaging.addresses import email
from pages.models.reviews import Review
from pages.models.story_consents import StoryConsent
from pages.permissions import GROUPS

ENDED = "messages/pages/yes_ended.txt"
RUNS_OUT = "messages/pages/yes_runs_out.txt"
# Those who look after what is told in stories.
KEEPERS = (Role.EDITOR, Role.PROGRAMME_MANAGER)
AGREED = "messages/pages/draft_agreed.txt"
SENT_BACK = "messages/pages/draft_back.txt"


def tell_authors(*, review: Review, page: Any, authors: Collection[int], template: str, by: Any, at: datetime) -> None:
    """One message to each author who may still open the editor, but for whoever said it. Called in a transaction."""
    open_to = User.objects.filter(pk__in=authors, is_active=True, grants__role__in=list(GROUPS), grants__ended_at=None)
    link = reverse("pages:reviews-show", args=[page.translation_key, page.locale.language_code])
    for user in open_to.exclude(email="").exclude(pk=by.pk).distinct().order_by("pk"):
        outbox.promise(
            to=email(user.email),
            about=review,
            key=f"pages.review:{review.ref}:{user.ref}",
            template=template,
            context={"name": user.get_short_name(), "link": f"{settings.PUBLIC_BASE_URL}{link}"},
            by=by,
            at=at,
        )


def tell_of_consent(*, consent: StoryConsent, key: str, template: str, by: Any, at: datetime) -> None:
    """One message to each who looks after stories; the same `key` tells nobody twice. Called in a transaction."""
    held = User.objects.filter(is_active=True, grants__role__in=KEEPERS, grants__ended_at=None).exclude(email="")
    link = f"{settings.PUBLIC_BASE_URL}{reverse('pages:story_consents-detail', args=[consent.ref])}"
    for user in held.distinct().order_by("pk"):
        outbox.promise(
            to=email(user.email),
            about=consent,
            key=f"pages.story_consent.{key}:{consent.ref}:{user.ref}",
            template=template,
            context={"name": user.get_short_name(), "link": link},
            by=by,
            at=at,
        )
