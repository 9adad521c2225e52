"""What Wagtail tells us: readers should see something else than a moment ago, or a tool is published. Nothing of ours
sends signals.
"""

from typing import Any

from django.db.models import signals
from django.utils import timezone  # An edge: the editor, the clock or a workflow publishes.
from wagtail.models import PageViewRestriction, Revision, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from pages.actions import tools
from pages.caching import purge
from pages.models import Alert, ContactPoint, Download, Picture, ToolPage
from pages.models.reviews import publisher_of

# A page that is deleted is unpublished first. A redirect answers only where nothing else does, and that is never kept.
CHANGES = (page_published, page_unpublished, page_slug_changed, post_page_move, published, unpublished)


# What Wagtail's own forms save and delete, without an action of ours and without a signal of theirs that says more: a
# lock on a page must shut at once, and what is deleted was not unpublished first.
SAVED = (PageViewRestriction, Site, Picture, Download)
DELETED = (*SAVED, ContactPoint, Alert)


def changed(**kwargs: Any) -> None:
    """In the transaction of the change: from its end on nobody is given a page that was made before."""
    purge()


def tool_published(sender: Any, instance: ToolPage, revision: Revision | None = None, **kwargs: Any) -> None:
    """In the transaction that publishes: a tool that is live without a version of what it says never exists."""
    by = (publisher_of(revision) or revision.user) if revision else None
    tools.cut(page=instance, by=by, at=timezone.now())


def connect() -> None:
    page_published.connect(tool_published, sender=ToolPage, dispatch_uid="pages.tools.cut")
    for n, change in enumerate(CHANGES):
        change.connect(changed, dispatch_uid=f"pages.purge.{n}")
    for kind in SAVED:
        signals.post_save.connect(changed, sender=kind, dispatch_uid=f"pages.purge.saved.{kind.__name__}")
    for kind in DELETED:
        signals.post_delete.connect(changed, sender=kind, dispatch_uid=f"pages.purge.deleted.{kind.__name__}")
