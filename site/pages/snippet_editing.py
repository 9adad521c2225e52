"""Contact points and alerts in Wagtail's editor: who may do what, and how they are listed."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.models import Alert, ContactPoint

TO_READERS = {"action-publish", "action-unpublish"}
# A second person agrees to each change of these.
BY_TWO = (Alert, ContactPoint)


class ByTwoPolicy(ModelPermissionPolicy):
    """As the groups say, but nobody publishes or takes down past the second person, superusers neither."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "publish" and bool(super().user_has_permission(user, action))


class ContactViewSet(SnippetViewSet):
    model = ContactPoint
    icon = "mail"
    menu_label = "Contact points"
    menu_order = 450
    add_to_admin_menu = True
    list_display = ["name", "phone", "from_prison", "checked_on"]
    list_filter = ["from_prison", "for_young", "nation"]
    search_fields = ["name", "offers"]
    ordering = ["order", "name"]
    copy_view_enabled = False


class AlertViewSet(SnippetViewSet):
    model = Alert
    icon = "warning"
    menu_label = "Alerts"
    menu_order = 440
    add_to_admin_menu = True
    list_display = ["title", "level", "shown_on", "begins_at", "ends_at"]
    list_filter = ["level", "shown_on"]
    search_fields = ["title", "words"]
    ordering = ["-ends_at"]
    copy_view_enabled = False
