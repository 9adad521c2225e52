"""All links of what readers have: those that lead nowhere, those that lead out, and those that lead to one page.

Worked out when somebody asks, from what stands in the database: nothing to keep, and nothing that is behind. Texts
come in one query, however many pages. No address outside is ever asked for.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.urls import Resolver404, resolve, reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Page, Site, get_page_models

from pages.models import ContactPoint, Download, LinkCheck
from pages.models.base import BasePage
from pages.rules.links import (
    WEB,
    Kind,
    Known,
    Link,
    anchors_of,
    key_of,
    links_of,
    order_of,
    slashed,
    why_broken,
    why_not_on,
)
from places.models import Offer


@dataclass(frozen=True, slots=True)
class Spot:
    """One text made of blocks, of one page."""

    page: int
    title: str
    blocks: list[dict[str, Any]]

    def edit(self, block: str = "") -> str:
        address = reverse("wagtailadmin_pages:edit", args=[self.page])
        return f"{address}#block-{block}-section" if block else address


@dataclass(frozen=True, slots=True)
class Broken:
    title: str
    edit: str
    why: str


@dataclass(slots=True)
class Outside:
    """An address that is not ours, with each page that has it (title, where to change it), and the last look at it."""

    address: str
    key: str
    spots: dict[str, str] = field(default_factory=dict)
    last: LinkCheck | None = None


def spots() -> list[Spot]:
    """The texts of all live pages, in one query."""
    each = [
        kind.objects.live().order_by().annotate(text=Cast(F(name), TextField())).values_list("pk", "title", "text")
        for kind in get_page_models() if issubclass(kind, BasePage)
        for name in _texts(kind)
    ]  # fmt: skip
    rows = each[0].union(*each[1:], all=True)
    return sorted((Spot(pk, title, json.loads(text or "[]")) for pk, title, text in rows), key=lambda one: one.title)


def _texts(kind: type[BasePage]) -> list[str]:
    return [one.name for one in kind._meta.get_fields() if isinstance(one, StreamField)]


def known(found: list[Spot]) -> Known:
    anchors: dict[int, frozenset[str]] = {}
    live = list(Page.objects.live().order_by().values_list("pk", "url_path"))
    for spot in found:
        anchors[spot.page] = anchors.get(spot.page, frozenset()) | anchors_of(spot.blocks)
    redirects = set(Redirect.objects.values_list("old_path", flat=True))

    def leads(address: str) -> bool:
        return Redirect.normalise_path(address) in redirects or _is_door(address)

    return Known(
        anchors={pk: anchors.get(pk, frozenset()) for pk, _ in live},
        addresses=dict(_addresses(live)),
        leads=leads,
        contacts=frozenset(ContactPoint.objects.filter(live=True).values_list("key", flat=True)),
        files=frozenset(Download.objects.values_list("pk", flat=True)),
    )


def _is_door(address: str) -> bool:
    """Whether something other than a page that editors wrote answers there."""
    try:
        return resolve(address).url_name != "wagtail_serve"
    except Resolver404:
        return False


def _addresses(live: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """The address of each live page, with its slash at the end."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    for home, code in homes.values_list("url_path", "locale__language_code"):
        prefix = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
        yield from ((prefix + path.removeprefix(home), pk) for pk, path in live if path.startswith(home))


def broken() -> list[Broken]:
    found = spots()
    there = known(found)
    in_pages = [
        Broken(spot.title, spot.edit(link.block), why)
        for spot in found
        for link in links_of(spot.blocks)
        if (why := why_broken(link, known=there, on=spot.page))
    ]
    return [*in_pages, *_redirects(there)]


def _redirects(there: Known) -> Iterator[Broken]:
    rows = list(Redirect.objects.order_by("old_path").values_list("pk", "old_path", "redirect_page", "redirect_link"))
    typed = {old: link.partition("#")[0].partition("?")[0] for _, old, page, link in rows if not page}
    for pk, old, page, _ in rows:
        if page:
            why = "" if page in there.anchors else f"{old} leads to a page that readers cannot open."
        else:
            why = why_not_on(old, on=typed, known=there)
        if why:
            yield Broken("A redirect", reverse("wagtailredirects:edit", args=[pk]), why)


def outside() -> list[Outside]:
    """Each address once: those that nobody looked at first, then the oldest look."""
    by_key: dict[str, Outside] = {}
    for address, title, edit in _outside():
        one = by_key.setdefault(key_of(address), Outside(address, key_of(address)))
        one.spots.setdefault(title, edit)
    last = LinkCheck.objects.last_of(list(by_key))
    for key, one in by_key.items():
        one.last = last.get(key)
    return sorted(by_key.values(), key=lambda one: order_of(one.last.on if one.last else None, one.address))


def _outside() -> Iterator[tuple[str, str, str]]:
    """(address, title, where to change it)"""
    for spot in spots():
        for link in links_of(spot.blocks):
            if link.kind == Kind.OUTSIDE:
                yield link.target, spot.title, spot.edit(link.block)
    for pk, name, web in ContactPoint.objects.filter(live=True).exclude(web="").values_list("pk", "name", "web"):
        yield web, name, reverse("wagtailsnippets_pages_contactpoint:edit", args=[pk])
    offers = Offer.objects.filter(source__contains="://").select_related("council")
    for offer in offers:
        where = reverse("pages:offers-page", args=[offer.council.gss_code])
        yield from ((address, offer.council.name, where) for address in WEB.findall(offer.source))


def to(page: Page) -> list[tuple[str, str]]:
    """(title, where to change it) of each live page that has a link to this one or to what stands below it."""
    below = set(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))
    live = list(Page.objects.live().filter(pk__in=below).values_list("pk", "url_path"))
    addresses = {address for address, _ in _addresses(live)}
    pages: dict[int, tuple[str, str]] = {}
    for spot in spots():
        if spot.page not in below:
            hit = next((link for link in links_of(spot.blocks) if _leads_there(link, below, addresses)), None)
            if hit:
                pages.setdefault(spot.page, (spot.title, spot.edit(hit.block)))
    return list(pages.values())


def _leads_there(link: Link, pages: set[int], addresses: set[str]) -> bool:
    if link.kind == Kind.ADDRESS:
        return slashed(link.target.partition("#")[0].partition("?")[0]) in addresses
    return link.kind == Kind.PAGE and int(link.target) in pages
