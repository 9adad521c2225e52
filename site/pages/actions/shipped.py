"""Putting the pages that come with Alongside in place, once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from accounts.models import User
from audit import actions as audit
from common.dates import local_day
from pages.models import ShippedPage
from pages.rules.shipped import WELSH, Block, Shipped

PLAIN = (
    "slug", "title", "summary", "checked_on", "review_by", "nation", "topic", "in_short", "based_on", "awaits_reading",
    "sensitive",
)  # fmt: skip


@dataclass
class Placing:
    """What is to be placed (`pages`, by key), what has been in this run (`placed`), and on which day it is."""

    pages: dict[str, Shipped]
    day: date
    placed: dict[str, Page] = field(default_factory=dict)

    def find(self, key: str) -> Page | None:
        """Where a page stands, also one that was placed long ago; None when an editor has taken it away."""
        if key in self.placed or key not in self.pages:
            return self.placed.get(key)
        known = self.pages[key]
        found = apps.get_model("pages", known.model).objects.filter(locale__language_code=known.language)
        page: Page | None = (found.filter(slug=known.slug) if known.under else found).first()
        return page


@transaction.atomic
def place(*, pages: Sequence[Shipped], by: User | None, at: datetime) -> list[str]:
    """Put in place and publish those of `pages` that never were; returns their keys. Parents come first.

    What editors have changed, moved or deleted stays as they left it. Welsh becomes a language of the site, too.
    """
    Locale.objects.get_or_create(language_code=WELSH)
    done = set(ShippedPage.objects.values_list("key", flat=True))
    new = [page for page in pages if page.key not in done]
    here = Placing({page.key: page for page in pages}, local_day(at))
    for page in new:
        if parent := _parent(page, here):
            here.placed[page.key] = _add(page, parent, here)
        ShippedPage.objects.create(key=page.key, loaded_at=at)
    for page in new:
        if page.key in here.placed and any(block["type"] == "doors" for block in page.body):
            _write_body(here.placed[page.key], page.body, here)
    if "home" in here.placed:
        _open_front_door(here.placed["home"])
    if here.placed:
        audit.record(verb="pages.shipped.loaded", by=by, at=at, pages=sorted(here.placed))
    return sorted(here.placed)


def _parent(page: Shipped, here: Placing) -> Page | None:
    """Where it belongs; None when an editor has taken that place away, or the page that it follows."""
    if page.follows and here.find(page.follows) is None:
        return None
    return here.find(page.under) if page.under else Page.get_first_root_node()


def _add(page: Shipped, parent: Page, here: Placing) -> Page:
    model = apps.get_model("pages", page.model)
    known = {one.name for one in model._meta.get_fields()}
    values: dict[str, Any] = {name: getattr(page, name) for name in PLAIN if name in known}
    if "day" in known:
        values["day"] = here.day
    if "sources" in known:
        values["sources"] = json.dumps(page.sources)
    if "body" in known:
        values["body"] = json.dumps([block for block in page.body if block["type"] != "doors"])
    if page.language == WELSH and (english := here.find(page.follows)):
        values["translation_key"] = english.translation_key
    locale = Locale.objects.get(language_code=page.language)
    made: Page = parent.add_child(instance=model(seo_title=page.tab, locale=locale, **values, **page.more))
    made.save_revision().publish()
    return made


def _write_body(page: Page, body: Sequence[Block], here: Placing) -> None:
    """The body again, with its cards: they lead to pages that have a number only now."""
    fresh = page.specific_class.objects.get(pk=page.pk)
    fresh.body = json.dumps([_cards(block, here) if block["type"] == "doors" else block for block in body])
    fresh.save_revision().publish()


def _cards(block: Block, here: Placing) -> Block:
    """Those that readers can open; the others are left out."""
    found = [page for page in map(here.find, block["value"]) if page is not None and page.live]
    return {"type": "doors", "value": [{"page": page.pk, "says": page.specific.summary[:200]} for page in found]}


def _open_front_door(home: Page) -> None:
    """The site answers with our home page; Wagtail's own first page goes, unless somebody has put pages under it."""
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, hostname="localhost", port=80
    )
    old = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
    site.save()
    if old is not None and old.specific_class is Page and not old.get_children().exists():
        old.delete()
