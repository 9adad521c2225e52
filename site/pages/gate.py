"""The editor's form for a page: easy on drafts, firm when the page goes to readers."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class GatedForm(WagtailAdminPageForm):
    """Tells the page whether a draft or a publication is being checked; the page itself knows what it needs."""

    def _post_clean(self) -> Any:
        self.instance.is_draft_being_checked = self.is_deferred_validation
        try:
            return super()._post_clean()
        finally:
            self.instance.is_draft_being_checked = None
