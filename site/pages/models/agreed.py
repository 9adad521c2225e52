"""What a second person agrees to before readers have it: a snippet whose every change is looked at by somebody else."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import DraftStateMixin, LockableMixin, Revision, RevisionMixin, WorkflowMixin

from pages.models.reviews import Review
from pages.rules import reviews


class AgreedByTwo(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin):
    """A change goes to readers when whoever did not write it has said yes, and by no other way.

    `known_as` is what an audited sentence names it by: a reference, never its words.
    """

    known_as: dict[str, str]

    class Meta:
        abstract = True

    def authors(self, revision: Revision) -> set[int]:
        """Whoever changed it since it last went to readers, up to this revision."""
        since = self.revisions.filter(pk__gt=self.live_revision_id or 0, pk__lte=revision.pk)
        return set(since.exclude(user=None).values_list("user", flat=True))

    def why_not_agree(self, revision: Revision, user: Any) -> list[str]:
        """Reasons why this user may not say yes to it."""
        return [reviews.WROTE] if user.pk in self.authors(revision) else []

    def why_not_publish(self, revision: Revision) -> list[str]:
        """A second person has said yes to these very words. What came with Alongside has no author here."""
        authors = self.authors(revision)
        said = Review.objects.approvals_of(revision).get(reviews.PUBLISH, set())
        return [] if not authors or said - authors else ["A second person has not agreed to this yet."]

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Whichever way it is published: by the last step of its workflow, and by nothing else."""
        if reasons := self.why_not_publish(revision):
            raise ValidationError(reasons)
        return super().publish(revision, user=user, **{**kwargs, "skip_permission_checks": True})
