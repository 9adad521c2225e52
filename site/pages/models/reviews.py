"""Who said of a draft that it is right, or sent it back: kept beside Wagtail's own record, which goes with its page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page, Revision

from common.dates import local_day
from common.refs import new_ref
from pages.rules import reviews as rules


class ReviewQuerySet(models.QuerySet["Review"]):
    def approvals_of(self, revision: Revision) -> dict[str, set[int]]:
        """For each step, who said yes to these very words: a revision can be written over, and then nobody has."""
        found: dict[str, set[int]] = {}
        said = self.filter(revision=revision.pk, fingerprint=fingerprint(revision), outcome=Review.Outcome.APPROVED)
        for step, by in said.values_list("step", "by_id"):
            found.setdefault(step, set()).add(by)
        return found

    def read_on(self, page: Page) -> date | None:
        """The day on which somebody with care experience said yes to the words that readers have now."""
        if not page.live_revision_id:
            return None
        said = self.filter(page=page.pk, revision=page.live_revision_id, outcome=Review.Outcome.APPROVED)
        last = said.filter(step=rules.LIVED).aggregate(at=models.Max("at"))["at"]
        return local_day(last) if last else None

    def approved_before(self, page: Page, revision: int) -> Revision | None:
        """The last revision before this one that everybody had said yes to."""
        said = self.filter(page=page.pk, revision__lt=revision, outcome=Review.Outcome.APPROVED)
        steps = [set(said.filter(step=step).values_list("revision", flat=True)) for step in rules.STEPS]
        agreed = set.intersection(*steps)
        return Revision.objects.filter(pk=max(agreed)).first() if agreed else None


class Review(models.Model):
    """`revision` is a number and no foreign key: Wagtail purges revisions, and what was said stays."""

    class Step(models.TextChoices):
        LIVED = rules.LIVED, "Lived experience"
        PUBLISH = rules.PUBLISH, "Publishing"

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Said yes"
        SENT_BACK = "sent_back", "Sent it back"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="reviews")
    page_title = models.CharField(max_length=255)
    revision = models.PositiveBigIntegerField()
    fingerprint = models.CharField(max_length=64)
    step = models.CharField(max_length=10, choices=Step.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    comment = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ReviewQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(step__in=["lived", "publish"]), name="review_step_is_known"),
            models.CheckConstraint(condition=Q(outcome__in=["approved", "sent_back"]), name="review_outcome_is_known"),
        ]
        indexes = [models.Index(fields=["page", "revision"], name="review_by_page")]

    def __str__(self) -> str:
        return f"review {self.ref}"


def publisher_of(revision: Revision) -> Any:
    """Whoever said the last yes to it; None for what came with Alongside."""
    said = Review.objects.filter(revision=revision.pk, step=rules.PUBLISH, outcome=Review.Outcome.APPROVED)
    last = said.select_related("by").order_by("-pk").first()
    return last.by if last else None


def fingerprint(revision: Revision) -> str:
    """Of all that the revision holds, as it stands in the database now."""
    return rules.fingerprint(revision.content)


def authors_of(page: Any, revision: Revision) -> set[int]:
    """Whoever had a hand in these words since the last time that they were agreed, in the page or in its parts."""
    since = Review.objects.approved_before(page, revision.pk)
    own = _revisions([page.pk]).filter(pk__lte=revision.pk)
    own = own.filter(pk__gt=since.pk) if since else own
    parts = _revisions(part.pk for part in page.parts())
    parts = parts.filter(created_at__gt=since.created_at) if since else parts
    return set((own | parts).exclude(user=None).values_list("user", flat=True))


def _revisions(pages: Iterable[int]) -> models.QuerySet[Revision]:
    return Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages])


def why_not_publish(page: Any, revision: Revision) -> list[str]:
    """Reasons why nobody may publish this revision of the page yet."""
    if str(revision.object_id) != str(page.pk):
        return ["A copy begins as a draft, and is approved on its own."]
    return rules.why_not_publish(authors=authors_of(page, revision), approvals=Review.objects.approvals_of(revision))
