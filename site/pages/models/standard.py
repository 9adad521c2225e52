"""Pages about the site itself: accessibility, privacy, contact."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import Body
from pages.models.base import BasePage


class StandardPage(BasePage):
    body = StreamField(Body(), blank=True)

    template = "pages/standard/read.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("body"), *BasePage.facts_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "page about this site"
        verbose_name_plural = "pages about this site"

    def missing(self) -> dict[str, str]:
        return {} if self.checked_on else {"checked_on": "Say when somebody last checked this page."}
