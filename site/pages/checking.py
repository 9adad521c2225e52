"""What the house knows when it looks at a page before its readers do: which pages are open, which addresses lead
somewhere. What counts as wrong is in rules/contents.py.
"""

from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from pages.rules.contents import House

WELSH = "/cy/"


def house() -> House:
    return House(pages=frozenset(Page.objects.live().values_list("pk", flat=True)), leads=leads)


def leads(address: str) -> bool:
    """Whether an address of ours (`/help/`) is answered: by a door of the house, a live page or a redirect."""
    try:
        door = resolve(address)
    except Resolver404:
        return False
    return door.url_name != "wagtail_serve" or _is_page(address) or _is_redirect(address)


def _is_page(address: str) -> bool:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return False
    code = "cy" if address.startswith(WELSH) else settings.LANGUAGE_CODE
    rest = address.removeprefix(WELSH if code == "cy" else "/").strip("/")
    homes = Page.objects.filter(translation_key=site.root_page.translation_key, locale__language_code=code)
    paths = [f"{home}{rest}/" if rest else home for home in homes.values_list("url_path", flat=True)]
    return bool(Page.objects.live().filter(url_path__in=paths).exists())


def _is_redirect(address: str) -> bool:
    return bool(Redirect.objects.filter(old_path=Redirect.normalise_path(address)).exists())
