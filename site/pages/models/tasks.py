"""The steps of the workflow, which Wagtail calls tasks. Who may say yes is asked here each time, of superusers too."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask, TaskState

from common.transitions import NotAllowed
from pages.actions import agreed, reviews
from pages.models.reviews import Review
from pages.rules.reviews import LIVED, PUBLISH

OUTCOMES = {"approve": Review.Outcome.APPROVED, "reject": Review.Outcome.SENT_BACK}

# Two windows, or a save on its way while it was sent on.
CHANGED = "It was changed after it was sent on. Send it back, so that it comes as it is now."


class ReviewTask(AbstractGroupApprovalTask):
    """A step taken by the members of a group, none of whom wrote what they look at. Meanwhile nobody changes it: what
    was read is what is approved. Whoever wants it changed sends it back, or takes it back.
    """

    step: ClassVar[str]

    class Meta:
        abstract = True

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return bool(self._user_in_groups(user))

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return True

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        if not self._user_in_groups(user):
            return []
        back = [("reject", "Send it back", True)]
        if self.why_not(obj, user):
            return back
        return [*back, ("approve", "Say yes", False), ("approve", "Say yes, with a word", True)]

    def why_not(self, obj: Any, user: Any) -> list[str]:
        """Reasons why this user may not say yes at this step."""
        page = obj.specific
        state = page.current_workflow_task_state
        if state and state.revision_id != page.latest_revision_id:
            return [CHANGED]
        return reviews.why_not_approve(page=page, revision=page.get_latest_revision(), step=self.step, user=user)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Written down before Wagtail moves on, since the last yes publishes."""
        if not self._user_in_groups(user):
            raise PermissionDenied
        try:
            self.say(task_state, outcome=OUTCOMES[action_name], comment=kwargs.get("comment", ""), by=user)
            return super().on_action(task_state, user, action_name, **kwargs)
        except (NotAllowed, ValidationError) as refusal:
            raise PermissionDenied(str(refusal)) from refusal

    def say(self, task_state: TaskState, **said: Any) -> None:
        page = task_state.workflow_state.content_object.specific
        reviews.say(page=page, revision=task_state.revision, step=self.step, at=timezone.now(), **said)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        open_ones = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return open_ones if self._user_in_groups(user) else open_ones.none()


class LivedExperienceReview(ReviewTask):
    step = LIVED

    class Meta:
        verbose_name = "review by somebody with care experience"

    @classmethod
    def get_description(cls) -> str:
        return "Somebody with care experience, who did not write it, says whether it is right."


class PublisherApproval(ReviewTask):
    step = PUBLISH

    class Meta:
        verbose_name = "publisher's approval"

    @classmethod
    def get_description(cls) -> str:
        return "Somebody who may publish, and did not write it, answers for it."


class SecondPerson(ReviewTask):
    """The one step of a snippet that two people agree on."""

    step = PUBLISH

    class Meta:
        abstract = True

    def why_not(self, obj: Any, user: Any) -> list[str]:
        state = obj.current_workflow_task_state
        if state and state.revision_id != obj.latest_revision_id:
            return [CHANGED]
        found: list[str] = obj.why_not_agree(obj.get_latest_revision(), user)
        return found

    def say(self, task_state: TaskState, **said: Any) -> None:
        thing = task_state.workflow_state.content_object
        agreed.say(thing=thing, revision=task_state.revision, at=timezone.now(), **said)


class ContactCheck(SecondPerson):
    """A number that somebody wrote down is looked at by a second person before readers ring it."""

    class Meta:
        verbose_name = "check of a contact point"

    @classmethod
    def get_description(cls) -> str:
        return "A second person checks the number, and answers for it."


class AlertCheck(SecondPerson):
    """What is about to stand on many pages is read by a second person first."""

    class Meta:
        verbose_name = "check of an alert"

    @classmethod
    def get_description(cls) -> str:
        return "A second person reads the alert, and answers for it."
