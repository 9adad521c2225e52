"""What people may do with a page that goes through review: as Wagtail has it, but nobody publishes past the review."""

from wagtail.models import PagePermissionTester


class Reviewed(PagePermissionTester):
    """The editor's buttons, its bulk actions and its API ask here. The last yes of the workflow publishes, and nothing
    else does: whoever may publish takes that step, and superusers with them.
    """

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        """A page begins as a draft, whether it is made or copied here."""
        return False

    def can_unschedule(self) -> bool:
        return bool(super().can_publish())

    def can_set_view_restrictions(self) -> bool:
        return bool(super().can_publish())
