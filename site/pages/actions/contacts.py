"""Contact points on their way to readers: a second person agrees. And those that come with Alongside."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from audit import actions as audit
from common.transitions import NotAllowed
from pages.models.contacts import ContactPoint
from pages.models.purges import PurgeMark
from pages.models.reviews import Review, fingerprint
from pages.models.shipped import ShippedPage
from pages.rules.reviews import WROTE

VERBS = {Review.Outcome.APPROVED: "pages.contact.agreed", Review.Outcome.SENT_BACK: "pages.contact.sent_back"}


@transaction.atomic
def say(
    *, contact: ContactPoint, revision: Revision, outcome: Review.Outcome, comment: str, by: Any, at: datetime
) -> Review:
    """Write down what somebody said of this change. Nobody says yes to their own work."""
    held = Revision.objects.select_for_update().get(pk=revision.pk)
    if outcome == Review.Outcome.APPROVED and (reasons := why_not_agree(contact=contact, revision=held, user=by)):
        raise NotAllowed(*reasons)
    review = Review.objects.create(
        page=None, page_title=contact.name, revision=held.pk, fingerprint=fingerprint(held),
        step=Review.Step.PUBLISH, outcome=outcome, comment=comment.strip(), by=by, at=at,
    )  # fmt: skip
    if outcome == Review.Outcome.APPROVED:
        PurgeMark.objects.renew()  # a wrong number is gone from every kept page at once
    audit.record(verb=VERBS[outcome], by=by, at=at, subject=review, contact=contact.key)
    return review


def why_not_agree(*, contact: ContactPoint, revision: Revision, user: Any) -> list[str]:
    return [WROTE] if user.pk in contact.authors(revision) else []


@transaction.atomic
def place(*, contacts: Mapping[str, Mapping[str, Any]], by: Any, at: datetime) -> list[str]:
    """Put in place those that never were, by key; returns their keys. What editors did with others stays."""
    names = {f"contact-{key}": key for key in contacts}
    done = set(ShippedPage.objects.filter(key__in=names).values_list("key", flat=True))
    new = [key for name, key in names.items() if name not in done]
    for key in new:
        made = ContactPoint(key=key, live=False, **contacts[key])
        made.full_clean()
        made.save()
        made.save_revision().publish()
        ShippedPage.objects.create(key=f"contact-{key}", loaded_at=at)
    if new:
        audit.record(verb="pages.contact.loaded", by=by, at=at, contacts=sorted(new))
    return sorted(new)
