"""Saying yes to a draft, or sending it back. Wagtail's workflow moves the draft on; what was said is kept here."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from audit import actions as audit
from common.transitions import NotAllowed
from pages.models.reviews import Review, authors_of, fingerprint
from pages.rules import reviews as rules
from pages.telling import AGREED, SENT_BACK, tell_authors

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
    _tell_authors(review, page, held, by, at)
    audit.record(verb=VERBS[outcome], by=by, at=at, subject=review, step=step)
    return review


def _tell_authors(review: Review, page: Any, revision: Revision, by: Any, at: datetime) -> None:
    """At the last yes, which sends it to readers, and whenever it comes back."""
    back = review.outcome == Review.Outcome.SENT_BACK
    if back or review.step == rules.PUBLISH:
        tell_authors(
            review=review, page=page, authors=authors_of(page, revision), template=SENT_BACK if back else AGREED,
            by=by, at=at,
        )  # fmt: skip


def why_not_approve(*, page: Any, revision: Revision, step: str, user: Any) -> list[str]:
    """Reasons why this user may not say yes to it at this step: whose work it is, and what the checks find."""
    reasons = rules.why_not_approve(
        step=step, user=user.pk, authors=authors_of(page, revision), approvals=Review.objects.approvals_of(revision)
    )
    return reasons + [finding.sentence for finding in page.findings_in(revision)]
