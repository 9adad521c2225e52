"""What Wagtail's editor is told of this house."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from common.access import allow
from pages.caching import purge
from pages.models import Alert, StoryPage
from pages.models.base import BasePage
from pages.permissions import can_keep_consents, can_open_editor
from pages.reports.behind import BehindReport
from pages.reports.reading import ReadingReport
from pages.snippet_editing import BY_TWO, TO_READERS, AlertViewSet, ByTwoPolicy, ContactViewSet


@hooks.register("insert_global_admin_js")
def editor_script() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/editor.js"))


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def before_it_is_published(page: Any, user: Any, next_url: str = "", **kwargs: Any) -> Iterator[Button]:
    """In the menu of each page: what stands between its draft and its readers."""
    kind = page.specific_class
    if kind and issubclass(kind, BasePage) and page.latest_revision_id:
        address = reverse("pages:reviews-show", args=[page.translation_key, page.locale.language_code])
        yield Button("Before it is published", address, icon_name="tasks", priority=5)


@hooks.register("register_page_header_buttons")
def who_links_here(page: Any, user: Any, next_url: str = "", **kwargs: Any) -> Iterator[Button]:
    kind = page.specific_class
    if kind and issubclass(kind, BasePage):
        address = reverse("pages:links-to", args=[page.translation_key, page.locale.language_code])
        yield Button("Who links here", address, icon_name="link", priority=6)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def who_said_yes(page: Any, user: Any, next_url: str = "", **kwargs: Any) -> Iterator[Button]:
    """In the menu of a story: what the person who told it agreed to."""
    if page.specific_class is StoryPage and can_keep_consents(user):
        address = reverse("pages:story_consents-give", args=[page.translation_key, page.locale.language_code])
        yield Button("Who said yes", address, icon_name="user", priority=6)


@hooks.register("register_admin_menu_item")
def how_to_write() -> MenuItem:
    return MenuItem("How to write here", reverse("pages:guidance-show"), icon_name="help", order=9000)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    found = []
    for name, report in (("behind", BehindReport), ("reading", ReadingReport)):
        whole, results = report.as_view(), report.as_view(results_only=True)
        found += [
            path(f"reports/{name}/", allow(can_open_editor)(whole), name=f"pages_{name}"),
            path(f"reports/{name}/results/", allow(can_open_editor)(results), name=f"pages_{name}_results"),
        ]
    return found


for kind in BY_TWO:
    register_permission_policy(kind, ByTwoPolicy(kind))
register_snippet(AlertViewSet)
register_snippet(ContactViewSet)


@hooks.register("construct_snippet_action_menu")
def a_second_person_publishes(items: list[Any], request: Any, context: dict[str, Any]) -> None:
    if context["model"] in BY_TWO:
        items[:] = [item for item in items if item.name not in TO_READERS]


@hooks.register("after_delete_snippet")
def an_alert_is_gone(request: Any, instances: Iterable[Any]) -> None:
    """Of a page that is deleted we are told, of a snippet we are not."""
    if any(isinstance(one, Alert) for one in instances):
        purge()


@hooks.register("register_reports_menu_item")
def alerts() -> MenuItem:
    return MenuItem("Alerts and until when", reverse("pages:alerts-index"), icon_name="warning", order=1205)


@hooks.register("register_reports_menu_item")
def ageing() -> MenuItem:
    return MenuItem("Pages to check", reverse("pages:ageing-index"), icon_name="history", order=1190)


@hooks.register("register_reports_menu_item")
def links() -> MenuItem:
    return MenuItem("Links", reverse("pages:links-index"), icon_name="link", order=1195)


@hooks.register("register_reports_menu_item")
def searches() -> MenuItem:
    return MenuItem("What people look for", reverse("pages:searches-index"), icon_name="search", order=1197)


@hooks.register("register_reports_menu_item")
def to_check() -> MenuItem:
    return MenuItem("Contact points to check", reverse("pages:contacts-due"), icon_name="mail", order=1210)


@hooks.register("register_reports_menu_item")
def behind() -> MenuItem:
    return MenuItem("Formats that are behind", reverse("pages_behind"), icon_name="history", order=1200)


@hooks.register("register_reports_menu_item")
def reading_ages() -> MenuItem:
    return MenuItem("Reading ages", reverse("pages_reading"), icon_name="openquote", order=1210)
