"""Putting the pages that come with Alongside in place, once."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from accounts.models import User
from audit import actions as audit
from pages.models import HomePage, ShippedPage
from pages.rules.shipped import Block, Shipped

WELSH = "cy"
PLAIN = ("slug", "title", "summary", "checked_on", "review_by", "nation", "in_short")

Placed = dict[str, Page]


@transaction.atomic
def place(*, pages: Sequence[Shipped], by: User | None, at: datetime) -> list[str]:
    """Put in place and publish those of `pages` that never were; returns their keys. Parents come first.

    What editors have changed, moved or deleted stays as they left it. Welsh becomes a language of the site, too.
    """
    Locale.objects.get_or_create(language_code=WELSH)
    done = set(ShippedPage.objects.values_list("key", flat=True))
    new = [page for page in pages if page.key not in done]
    placed: Placed = {}
    for page in new:
        if parent := _parent(page, placed):
            placed[page.key] = _add(page, parent)
        ShippedPage.objects.create(key=page.key, loaded_at=at)
    for page in new:
        if page.key in placed and any(block["type"] == "doors" for block in page.body):
            _write_body(placed[page.key], page.body, placed)
    if "home" in placed:
        _open_front_door(placed["home"])
    if placed:
        audit.record(verb="pages.shipped.loaded", by=by, at=at, pages=sorted(placed))
    return sorted(placed)


def _parent(page: Shipped, placed: Placed) -> Page | None:
    """Where it belongs; None when an editor has taken that place away."""
    if not page.under:
        return Page.get_first_root_node()
    if page.under in placed:
        return placed[page.under]
    home = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if home is None or page.under == "home":
        return home
    return home.get_children().filter(slug=page.under).first()


def _add(page: Shipped, parent: Page) -> Page:
    model = apps.get_model("pages", page.model)
    known = {field.name for field in model._meta.get_fields()}
    values: dict[str, Any] = {name: getattr(page, name) for name in PLAIN if name in known}
    if "sources" in known:
        values["sources"] = json.dumps(page.sources)
    if "body" in known:
        values["body"] = json.dumps([block for block in page.body if block["type"] != "doors"])
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    made: Page = parent.add_child(instance=model(seo_title=page.tab, locale=locale, **values))
    made.save_revision().publish()
    return made


def _write_body(page: Page, body: Sequence[Block], placed: Placed) -> None:
    """The body again, with its cards: they lead to pages that have a number only now."""
    fresh = page.specific_class.objects.get(pk=page.pk)
    fresh.body = json.dumps([_cards(block, placed) if block["type"] == "doors" else block for block in body])
    fresh.save_revision().publish()


def _cards(block: Block, placed: Placed) -> Block:
    cards = [{"page": placed[key].pk, "says": placed[key].summary[:200]} for key in block["value"] if key in placed]
    return {"type": "doors", "value": cards}


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
