"""Where the links of a page lead, and why one leads nowhere. Plain Python over the blocks of pages, as Wagtail stores
them.
"""

import hashlib
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from pages.rules.contents import Block

ANCHOR = re.compile(r"<a\s([^>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
WEB = re.compile(r"https?://[^\s<>\"]+")
# The parts of a block that hold no words but an address, a page or a file; blocks.py and sources.py have them.
ADDRESSES, FILES = {"web", "address"}, {"file", "captions"}
ALWAYS_THERE = frozenset({"main", "sources"})


class Kind(StrEnum):
    PAGE = "page"  # chosen from the tree: its number
    ADDRESS = "address"  # typed, and ours: /help/#part-…
    OUTSIDE = "outside"
    CONTACT = "contact"  # a contact point, by its key
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Link:
    """`block` is the id of the outermost block that holds it."""

    kind: Kind
    target: str
    block: str = ""


@dataclass(frozen=True)
class Known:
    """What there is: live pages by number, with the places within each that a link may name; their addresses; whether
    a door of the house or a redirect answers an address; keys of contact points and numbers of files.
    """

    anchors: Mapping[int, frozenset[str]] = field(default_factory=dict)
    addresses: Mapping[str, int] = field(default_factory=dict)
    leads: Callable[[str], bool] = lambda address: False
    contacts: frozenset[str] = frozenset()
    files: frozenset[int] = frozenset()


def links_of(blocks: Iterable[Block]) -> Iterator[Link]:
    for block in blocks:
        for kind, target in _within(block.get("value")):
            yield Link(kind, target, str(block.get("id") or ""))


def _within(value: Any, name: str = "") -> Iterator[tuple[Kind, str]]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _within(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from _within(one, name)
    elif isinstance(value, int) and not isinstance(value, bool):
        if name == "page" or name in FILES:
            yield (Kind.PAGE if name == "page" else Kind.FILE), str(value)
    elif isinstance(value, str) and value:
        yield from _in_text(value, name)


def _in_text(text: str, name: str) -> Iterator[tuple[Kind, str]]:
    if name == "contact":
        yield Kind.CONTACT, text
    elif name in ADDRESSES and WEB.match(text):
        yield Kind.OUTSIDE, text
    for tag in ANCHOR.findall(text):
        said = dict(ATTRIBUTE.findall(tag))
        to, number, address = said.get("linktype"), said.get("id", ""), html.unescape(said.get("href", ""))
        if to in ("page", "document") and number:
            yield (Kind.PAGE if to == "page" else Kind.FILE), number
        elif WEB.match(address):
            yield Kind.OUTSIDE, address
        elif address.startswith(("/", "#")) and not address.startswith("//"):
            yield Kind.ADDRESS, address


def anchors_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The places within a page that a link may name (templates/blocks/heading.html)."""
    return ALWAYS_THERE | {f"part-{block['id']}" for block in blocks if block["type"] == "heading" and block.get("id")}


def why_broken(link: Link, *, known: Known, on: int) -> str:
    """What an editor is told of a link on the page of this number; "" where it leads somewhere."""
    if link.kind == Kind.PAGE:
        return "" if int(link.target) in known.anchors else "It leads to a page that readers cannot open."
    if link.kind == Kind.CONTACT:
        return "" if link.target in known.contacts else f"The contact point “{link.target}” is no longer there."
    if link.kind == Kind.FILE:
        return "" if int(link.target) in known.files else "It leads to a file that is no longer there."
    return _why_no_address(link.target, known, on) if link.kind == Kind.ADDRESS else ""


def _why_no_address(target: str, known: Known, on: int) -> str:
    address, _, part = target.partition("#")
    address = address.partition("?")[0]
    page = known.addresses.get(slashed(address)) if address else on
    if page is None:
        return "" if known.leads(address) else f"{address} leads nowhere."
    return (
        ""
        if not part or part in known.anchors.get(page, ())
        else f"There is no “#{part}” on the page that it leads to."
    )


def why_not_on(old: str, *, on: Mapping[str, str], known: Known) -> str:
    """Why a redirect from this address leads nowhere; "" where it leads somewhere. `on` has, for each old address
    without the slash at its end, where it leads on to. A live page answers before any redirect does.
    """
    seen, address = {old}, on[old]
    while address.startswith("/") and slashed(address) not in known.addresses:
        bare = address.rstrip("/")
        if bare in seen:
            return f"{old} leads round in a circle."
        if bare not in on:
            return "" if known.leads(address) else f"{old} leads nowhere."
        seen.add(bare)
        address = on[bare]
    return ""


def slashed(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"


def key_of(address: str) -> str:
    """What an address outside is known by, in ours: never the address itself, which may be long."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def order_of(last: date | None, address: str) -> tuple[date, str]:
    """Those that nobody looked at first, then the oldest look."""
    return last or date.min, address
