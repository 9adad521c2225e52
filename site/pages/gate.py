"""The editor's form for a page: easy on drafts, firm when the page goes to readers."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.admin.forms import WagtailAdminPageForm


class GatedForm(WagtailAdminPageForm):
    """Tells the page whether a draft or a publication is being checked; the page itself knows what it needs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A page is kept right by somebody who may open the editor; nobody else's name is listed here."""
        super().__init__(*args, **kwargs)
        for name in {"keeper", "stand_in"} & set(self.fields):
            may = Q(groups__permissions__codename="access_admin", is_active=True) | Q(
                pk=getattr(self.instance, f"{name}_id")
            )
            self.fields[name].queryset = get_user_model().objects.filter(may).distinct()

    def _post_clean(self) -> Any:
        self.instance.is_draft_being_checked = self.is_deferred_validation
        try:
            return super()._post_clean()
        finally:
            self.instance.is_draft_being_checked = None
