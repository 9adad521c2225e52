"""Saying yes to what somebody else wrote for readers, or sending it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from audit import actions as audit
from common.transitions import NotAllowed
from pages.models.agreed import AgreedByTwo
from pages.models.alerts import Alert
from pages.models.contacts import ContactPoint
from pages.models.purges import PurgeMark
from pages.models.reviews import Review, fingerprint

YES, BACK = Review.Outcome.APPROVED, Review.Outcome.SENT_BACK
VERBS: dict[tuple[type[AgreedByTwo], Review.Outcome], str] = {
    (Alert, YES): "pages.alert.agreed",
    (Alert, BACK): "pages.alert.sent_back",
    (ContactPoint, YES): "pages.contact.agreed",
    (ContactPoint, BACK): "pages.contact.sent_back",
}


@transaction.atomic
def say(
    *, thing: Alert | ContactPoint, revision: Revision, outcome: Review.Outcome, comment: str, by: Any, at: datetime
) -> Review:
    """Write down what somebody said of this change. Nobody says yes to their own work."""
    held = Revision.objects.select_for_update().get(pk=revision.pk)
    if outcome == YES and (reasons := thing.why_not_agree(held, by)):
        raise NotAllowed(*reasons)
    review = Review.objects.create(
        page=None, page_title=str(thing), revision=held.pk, fingerprint=fingerprint(held),
        step=Review.Step.PUBLISH, outcome=outcome, comment=comment.strip(), by=by, at=at,
    )  # fmt: skip
    if outcome == YES:
        PurgeMark.objects.renew()  # what was wrong is gone from every kept page at once
    audit.record(verb=VERBS[type(thing), outcome], by=by, at=at, subject=review, **thing.known_as)
    return review
