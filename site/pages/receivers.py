"""What Wagtail tells us when readers should see something else than a moment ago. Nothing of ours sends signals."""

from typing import Any

from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from pages.caching import purge

# A page that is deleted is unpublished first. A redirect answers only where nothing else does, and that is never kept.
CHANGES = (page_published, page_unpublished, page_slug_changed, post_page_move, published, unpublished)


def changed(**kwargs: Any) -> None:
    """In the transaction of the change: from its end on nobody is given a page that was made before."""
    purge()


def connect() -> None:
    for n, change in enumerate(CHANGES):
        change.connect(changed, dispatch_uid=f"pages.purge.{n}")
