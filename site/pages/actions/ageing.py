"""Writing down that somebody looked at a page's facts and found them right. That goes to readers as any other change:
two others say yes.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed

WAITS = "Somebody has begun to change this page. Say in the editor, in the same draft, that you checked it."
AWAY = "Readers do not have this page now."


@transaction.atomic
def check_again(*, page: Any, review_by: date, by: Any, at: datetime) -> Any:
    """A draft of the page with the day of today and the next review date, sent on to whoever says yes; its words are
    those that readers have. Raises NotAllowed where a draft waits already, or the page would not pass.
    """
    held = Page.objects.select_for_update().get(pk=page.pk).specific
    if reasons := why_not_check_again(page=held):
        raise NotAllowed(*reasons)
    held.checked_on, held.review_by = local_day(at), review_by
    try:
        draft = held.save_revision(user=by, log_action=True)
    except ValidationError as wrong:
        raise NotAllowed(*wrong.messages) from wrong
    workflow = held.get_workflow()
    if workflow is None:
        raise NotAllowed("Nobody is set down to say yes to changes of this page.")
    workflow.start(held, by)
    audit.record(verb="pages.page.checked_again", by=by, at=at, page=str(held.translation_key), draft=draft.pk)
    return draft


def why_not_check_again(*, page: Any) -> list[str]:
    if not page.live:
        return [AWAY]
    return [WAITS] if page.has_unpublished_changes or page.workflow_in_progress else []
