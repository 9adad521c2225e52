"""Opening what came by a public form: it must be theirs to take, and each opening leaves a Look."""

from datetime import datetime
from typing import Any

from django.http import Http404

from audit import actions as audit
from pages.models import HandOver
from pages.rules.hand_overs import why_not_close


def hand_over(*, ref: str, by: Any, at: datetime) -> HandOver:
    """Http404 for whoever may not take this kind, as if there were none."""
    visible = HandOver.objects.visible_to(by).select_related("taken_by", "closed_by", "keyed_by")
    found = visible.filter(ref=ref).first()
    if found is None:
        raise Http404
    audit.looked(verb="pages.hand_over.opened", by=by, at=at, subject=found)
    return found


def taken(*, ref: str, kinds: tuple[str, ...], by: Any, at: datetime) -> HandOver:
    """One of these kinds that they have taken, or what it became: to make a record of it. Http404 where nobody has it,
    or somebody else.
    """
    found = hand_over(ref=ref, by=by, at=at)
    if found.kind not in kinds or why_not_close(taken_by=found.taken_by_id, by=by.pk, is_manager=False):
        raise Http404
    return found
