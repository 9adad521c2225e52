"""What the sitemap lists: each page that anybody may read and that gives no reader away, with its languages."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from pages.heads import alternates
from pages.models import StoryConsent, StoryPage
from pages.models.base import BasePage
from pages.models.translated import address_of
from places.models import LocalAuthority

VIEWS = (
    "pages:rights-ask", "pages:dates-ask", "pages:packs-make", "pages:offers-index", "pages:contacts-index",
    "pages:hand_overs-index",
)  # fmt: skip


class Pages(Sitemap):
    """Those that editors wrote. Four queries and one for each kind of page, however many there are."""

    def items(self) -> Sequence[Any]:
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        keys = Page.objects.filter(translation_key=site.root_page.translation_key)
        found = Page.objects.live().public().filter(depth__gt=1).order_by("path").defer_streamfields().specific()
        homes = tuple(keys.values_list("path", flat=True))
        shared = set(StoryConsent.objects.shared().values_list("story", flat=True))
        return [
            page
            for page in found
            if isinstance(page, BasePage)
            and page.path.startswith(homes)
            and (not isinstance(page, StoryPage) or page.translation_key in shared)
        ]

    def get_urls(self, page: Any = 1, site: Any = None, protocol: Any = None) -> list[dict[str, Any]]:
        items = self.items()
        quiet = tuple(one.path for one in items if one.sensitive)  # and what stands below them
        listed = [one for one in items if not one.path.startswith(quiet)]
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        versions: dict[Any, dict[str, str]] = defaultdict(dict)
        for one in listed:
            versions[one.translation_key][codes[one.locale_id]] = address_of(one)
        return [
            {**entry, "alternates": _ways(versions[one.translation_key])}
            for one in listed
            for entry in one.get_sitemap_urls()
        ]


class Doors(Sitemap):
    """Those that no editor wrote: what can be worked out, whom to turn to, and what each council does."""

    def get_urls(self, page: Any = 1, site: Any = None, protocol: Any = None) -> list[dict[str, Any]]:
        codes = LocalAuthority.objects.order_by("gss_code").values_list("gss_code", flat=True)
        paths = [reverse(name) for name in VIEWS] + [reverse("pages:offers-page", args=[code]) for code in codes]
        return [{"location": f"{settings.PUBLIC_BASE_URL}{path}"} for path in paths]


def _ways(versions: dict[str, str]) -> list[dict[str, str]]:
    return [{"lang_code": code, "location": address} for code, address in alternates(versions)]


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {"pages": Pages, "doors": Doors}
