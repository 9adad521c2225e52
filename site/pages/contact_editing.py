"""Contact points in Wagtail's editor: who may do what, and how they are listed."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.models import ContactPoint

TO_READERS = {"action-publish", "action-unpublish"}


class ContactPolicy(ModelPermissionPolicy):
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
