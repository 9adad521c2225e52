"""What Wagtail tells us when a module is published, however that happened. Nothing of ours sends signals."""

from typing import Any

from django.utils import timezone  # An edge: the editor, the clock or a workflow publishes.
from wagtail.models import Revision
from wagtail.signals import page_published

from pages.models.reviews import publisher_of
from training.actions import versions
from training.models import ModulePage


def published(sender: Any, instance: ModulePage, revision: Revision | None = None, **kwargs: Any) -> None:
    """In the transaction that publishes: a module that is live without a version of what it says never exists."""
    by = (publisher_of(revision) or revision.user) if revision else None
    versions.cut(page=instance, by=by, at=timezone.now())


def connect() -> None:
    page_published.connect(published, sender=ModulePage, dispatch_uid="training.versions.cut")
