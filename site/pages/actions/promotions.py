"""Suggesting a page first for words that people type, and no longer doing so."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from audit import actions as audit
from common.transitions import NotAllowed
from pages.models.promotions import Promotion

SAME = "This page is suggested for these words already."


@transaction.atomic
def suggest(*, words: str, page: Page, order: int, by: Any, at: datetime) -> Promotion:
    """`words` as a search has them. Raises NotAllowed where it is suggested for them already."""
    more = {"order": order, "by": by, "at": at}
    made, is_new = Promotion.objects.get_or_create(words=words, page=page, defaults=more)
    if not is_new:
        raise NotAllowed(SAME)
    audit.record(verb="pages.promotion.suggested", by=by, at=at, subject=made, page=str(page.translation_key))
    return made


@transaction.atomic
def drop(*, promotion: Promotion, by: Any, at: datetime) -> bool:
    """Suggest it no longer; answers whether it was there still."""
    gone, _ = Promotion.objects.filter(pk=promotion.pk).delete()
    if gone:
        audit.record(verb="pages.promotion.dropped", by=by, at=at, subject=promotion)
    return bool(gone)
