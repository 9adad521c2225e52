"""What is wrong with a page before it goes to readers, found by looking at its blocks. Plain Python over plain values.

A block is {"id", "type", "value"}, as Wagtail stores it. A finding names the block, so that an editor can go there.
"""

import html
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common.reading_age import reading_age

Block = Mapping[str, Any]

_WORDS = tomllib.loads((Path(__file__).resolve().parents[1] / "banned.toml").read_text(encoding="utf-8"))
BANNED = [(re.compile(one["pattern"], re.IGNORECASE), one["name"]) for one in _WORDS["words"]]
OFFICIAL = re.compile("|".join(map(re.escape, _WORDS["official"])), re.IGNORECASE)
# A formula says nothing of fewer words than these.
FEWEST_WORDS = 60
# So many words without a heading are a wall.
MOST_WITHOUT_HEADING = 350
WITHIN = re.compile(r'href="(/[^"#?]*)')
TO_PAGE = re.compile(r'<a[^>]*linktype="page"[^>]*>')
NUMBER = re.compile(r'\bid="(\d+)"')
EMPTY_LINK = re.compile(r"<a[^>]*>\s*</a>")
VAGUE = {"here", "click here", "this", "link", "read more", "more"}
LINK = re.compile(r"<a[^>]*>(.*?)</a>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Finding:
    """`sentence` is for editors; `block` is the id of the block that it is about, "" for the whole page. `page` is the
    number of the page that holds the block, where it is not the one that was looked at.
    """

    sentence: str
    block: str = ""
    page: int = 0


@dataclass(frozen=True)
class House:
    """What there is to link to: ids of pages that readers can open, and whether an address of ours leads somewhere."""

    pages: frozenset[int] = frozenset()
    leads: Callable[[str], bool] = lambda address: True


def findings(*, blocks: Iterable[Block], words: str, oldest: int, house: House) -> list[Finding]:
    """Everything that keeps a page from its readers. `words` is what stands outside the blocks (title, summary),
    `oldest` the reading age that it may ask for; 0 where none is measured, as in Welsh.
    """
    blocks = list(blocks)
    found = [finding for block in blocks for finding in _of_block(block, house)]
    found += [Finding(unwanted(name)) for name in banned(words)]
    return [*found, *_headings(blocks), *too_hard(blocks, words=words, oldest=oldest)]


def _of_block(block: Block, house: House) -> Iterator[Finding]:
    where = block["id"]
    if block["type"] == "picture" and (why := _of_picture(block["value"])):
        yield Finding(why, where)
    if block["type"] == "heading" and not str(block["value"] or "").strip():
        yield Finding("A heading is empty.", where)
    for text in strings(block["value"]):
        yield from (Finding(unwanted(name), where) for name in banned(plain(text)))
        yield from (Finding(why, where) for why in _links(text, house))
    if block["type"] == "doors":
        gone = [card for card in _cards(block["value"]) if card and card not in house.pages]
        yield from (Finding("A card leads to a page that readers cannot open.", where) for _ in gone)


def _of_picture(value: Any) -> str:
    if not isinstance(value, Mapping) or value.get("decorative"):
        return ""
    return "" if str(value.get("alt_text") or "").strip() else "A picture does not say what it shows."


def _links(text: str, house: House) -> Iterator[str]:
    for tag in TO_PAGE.findall(text):
        number = NUMBER.search(tag)
        if number and int(number[1]) not in house.pages:
            yield "A link leads to a page that readers cannot open."
    for address in WITHIN.findall(text):
        if not house.leads(html.unescape(address)):
            yield f"The link to {address} leads nowhere."
    said = [plain(words).strip().casefold() for words in LINK.findall(text)]
    if "" in said:
        yield "A link has no words."
    yield from (f"A link says only “{words}”. Say where it leads." for words in said if words in VAGUE)


def _cards(value: Any) -> Iterator[int]:
    for item in value or []:
        card = item.get("value", item) if isinstance(item, Mapping) else {}
        if isinstance(card, Mapping) and isinstance(card.get("page"), int):
            yield card["page"]


def _headings(blocks: list[Block]) -> Iterator[Finding]:
    """A heading starts something, no two say the same, and nobody meets a wall."""
    seen: set[str] = set()
    length = 0
    for n, block in enumerate(blocks):
        if block["type"] == "paragraph":
            length += len(said([block]).split())
            if length > MOST_WITHOUT_HEADING:
                yield Finding("There is a lot to read here in one piece. Put a heading before this.", block["id"])
                length = 0
            continue
        length = 0
        if block["type"] == "heading":
            yield from _of_heading(blocks, n, seen)


def _of_heading(blocks: list[Block], n: int, seen: set[str]) -> Iterator[Finding]:
    block = blocks[n]
    words = " ".join(str(block["value"] or "").casefold().split())
    if words and words in seen:
        yield Finding(f"Two headings say “{block['value']}”.", block["id"])
    seen.add(words)
    if n + 1 == len(blocks) or blocks[n + 1]["type"] == "heading":
        yield Finding(f"Nothing stands under the heading “{block['value']}”.", block["id"])


def too_hard(blocks: Iterable[Block], *, words: str, oldest: int) -> Iterator[Finding]:
    """One finding, where it asks for an older reader than it may."""
    text = f"{words}\n{said(blocks)}"
    if oldest and len(text.split()) >= FEWEST_WORDS and (age := reading_age(text)) > oldest:
        yield Finding(
            f"It asks for a reading age of {age}. Make it {oldest} or less: shorter sentences, shorter words."
        )


def said(blocks: Iterable[Block]) -> str:
    """What readers read of these blocks, a line for each piece."""
    return "\n".join(plain(text) for block in blocks for text in strings(block["value"]))


def strings(value: Any, name: str = "") -> Iterator[str]:
    """Every text within a block that people read, wherever it stands: no ids, no addresses, no choices. The parts of a
    block come by their names, since PostgreSQL keeps them in an order of its own.
    """
    if isinstance(value, str):
        if name not in NOT_READ:
            yield value
    elif isinstance(value, Mapping):
        wrapped = set(value) == {"type", "value", "id"}
        inner = [("", value["value"])] if wrapped else sorted(value.items())
        for key, one in inner:
            yield from strings(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


NOT_READ = {
    "id", "type", "kind", "when", "urgency", "from_prison", "nation", "phone", "email", "web", "address", "read_by",
    "contact",
}  # fmt: skip


def plain(text: str) -> str:
    """Without its tags; what ends a paragraph or a line of a list ends a line."""
    return html.unescape(TAG.sub("", re.sub(r"</(p|li|h\d)>|<br\s*/?>", "\n", text)))


def banned(text: str) -> list[str]:
    """The unwanted words in it, as an editor is told of them."""
    rest = OFFICIAL.sub("", text)
    return [name for pattern, name in BANNED if pattern.search(rest)]


def unwanted(name: str) -> str:
    return f"It says “{name}”. Say who somebody is, not what a system calls them."
