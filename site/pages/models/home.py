"""The front door."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pages.blocks import Body
from pages.heads import whole_site
from pages.models.base import BasePage

WAYS_ON = {"doors"}
HELP = {"helpline", "care_card"}


class HomePage(BasePage):
    body = StreamField(Body(), blank=True)

    template = "pages/home/read.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.GuideIndexPage",
        "pages.NewsIndexPage",
        "pages.StandardPage",
        "pages.StoryIndexPage",
        "pages.ToolIndexPage",
    ]
    content_panels = [*BasePage.content_panels, FieldPanel("body"), *BasePage.facts_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "home page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What it says first, then the ways on, and help that is always there at the end."""
        says = [block for block in self.body if block.block_type not in {*WAYS_ON, *HELP}]
        ways_on = [block for block in self.body if block.block_type in WAYS_ON]
        help_ = [block for block in self.body if block.block_type in HELP]
        parts = {"says": says, "ways_on": ways_on, "help": help_}
        return super().get_context(request, *args, **kwargs) | parts

    def more_data(self) -> list[dict[str, Any]]:
        return whole_site()

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Look the whole address up at once; Wagtail's own way asks twice for each of its parts."""
        if path_components:
            address = f"{self.url_path}{'/'.join(path_components)}/"
            if found := Page.objects.filter(url_path=address).specific().first():
                return found.route(request, [])
        return super().route(request, path_components)
