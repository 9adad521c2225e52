"""Taking a story from its readers, everywhere at once: for the actions that end a yes, within their transaction."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from modelsearch.index import remove_object
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, ReferenceIndex

from pages.caching import purge
from pages.models import Picture, StoryConsent, StoryPage


def take_down(consent: StoryConsent, *, by: Any) -> None:
    """In each language: nobody reads it, no draft of it goes out, nothing finds it, and its pictures are closed.

    Packs, the ZIP, lists and the sitemap ask for live stories with a standing yes, and so have none from the commit on.
    """
    pages = list(StoryPage.objects.of_story(consent.story))
    for page in pages:
        _stop_drafts(page, by)
        if page.live:
            UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
        remove_object(page)
    close_pictures(pages)
    purge()


def _stop_drafts(page: StoryPage, by: Any) -> None:
    """None waits for a reviewer, and none for its day."""
    page.revisions.update(approved_go_live_at=None)
    if state := page.current_workflow_state:
        state.cancel(user=by)


def close_pictures(pages: list[StoryPage]) -> None:
    """Those that stand in these stories and nowhere else: their sizes go, with their files, and nobody is shown the
    original.
    """
    own = [str(page.pk) for page in pages]
    for picture in Picture.objects.filter(pk__in=_pictures_of(pages)):
        used = ReferenceIndex.get_references_to(picture)
        if used.exclude(base_content_type=_kind_of_pages(), object_id__in=own).exists():
            continue
        picture.renditions.all().delete()
        Picture.objects.filter(pk=picture.pk).update(is_closed=True)


def delete_pages(consent: StoryConsent) -> int:
    """Of a story that nobody shows: its pages with every draft, and pictures of theirs alone. Answers how many went."""
    pages = list(StoryPage.objects.of_story(consent.story))
    closed = list(Picture.objects.filter(pk__in=_pictures_of(pages), is_closed=True))
    for page in pages:
        page.delete()
    for picture in closed:
        if not ReferenceIndex.get_references_to(picture).exists():
            picture.delete()
    return len(pages)


def open_pictures(consent: StoryConsent) -> None:
    """After a new yes that lets pictures go with it. Their sizes are made again by the worker."""
    pages = list(StoryPage.objects.of_story(consent.story))
    Picture.objects.filter(pk__in=_pictures_of(pages), is_closed=True).update(is_closed=False)


def _pictures_of(pages: list[StoryPage]) -> set[int]:
    """As they stand, and as their last drafts have them."""
    found: set[int] = set()
    for page in pages:
        draft: Any = page.get_latest_revision_as_object()
        found |= page.picture_ids() | draft.picture_ids()
    return found


def _kind_of_pages() -> ContentType:
    return ContentType.objects.get_for_model(Page)
