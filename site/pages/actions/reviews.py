"""Saying yes to a draft, or sending it back. Wagtail's workflow moves the draft on; what was said is kept here."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from audit import actions as audit
from common.transitions import NotAllowed
from pages.models.reviews import Review, authors_of, fingerprint
from pages.rules import reviews as rules

VERBS = {Review.Outcome.APPROVED: "pages.page.approved", Review.Outcome.SENT_BACK: "pages.page.sent_back"}


@transaction.atomic
def say(
    *, page: Any, revision: Revision, step: str, outcome: Review.Outcome, comment: str, by: Any, at: datetime
) -> Review:
    """Write down what somebody said of this revision. Nobody says yes to their own work."""
    held = Revision.objects.select_for_update().get(pk=revision.pk)
    if outcome == Review.Outcome.APPROVED and (
        reasons := why_not_approve(page=page, revision=held, step=step, user=by)
    ):
        raise NotAllowed(*reasons)
    review = Review.objects.create(
        page_id=page.pk, page_title=page.title, revision=held.pk, fingerprint=fingerprint(held), step=step,
        outcome=outcome, comment=comment.strip(), by=by, at=at,
    )  # fmt: skip
    audit.record(verb=VERBS[outcome], by=by, at=at, subject=review, step=step)
    return review


def why_not_approve(*, page: Any, revision: Revision, step: str, user: Any) -> list[str]:
    """Reasons why this user may not say yes to it at this step: whose work it is, and what the checks find."""
    reasons = rules.why_not_approve(
        step=step, user=user.pk, authors=authors_of(page, revision), approvals=Review.objects.approvals_of(revision)
    )
    return reasons + [finding.sentence for finding in page.findings_in(revision)]
