"""How a page that comes with Alongside is written down: a TOML file, with its words as rules/prose.py reads them.

title, tab, summary, slug      of every page
model, under                   of a page that is no guide: the page model, and the key of its parent
topic, nation, in_short        of a guide
sources                        of a guide: names in sources.toml
sensitive                      true where it gives its reader away (models/base.py)
law_read                       true once somebody whose work the law is has read it; until then the page says so
for_whom, how, licence         of a tool (rules/tools.py), and `for_staff`: true where it may ask for an older reader
body                           the words
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pages.rules import prose

Block = dict[str, Any]
Written = Mapping[str, Any]

ENGLISH = "en-gb"
WELSH = "cy"
LAW = ("statute", "section", "nation", "says", "address")
OTHER = ("title", "publisher", "published", "address")


@dataclass(frozen=True, slots=True)
class Shipped:
    """`key` names it for ever; `model` is a page model's name; `under` is the key of its parent, "" for the root.

    In the body, a block {"type": "doors", "value": [keys]} becomes cards that lead to those pages. `follows` is the key
    of the page of which this is another format or language; `based_on` is the version of it that it follows.
    """

    key: str
    model: str
    under: str
    slug: str
    title: str
    tab: str
    summary: str
    body: list[Block] = field(default_factory=list)
    sources: list[Block] = field(default_factory=list)
    nation: str = ""
    topic: str = ""
    in_short: str = ""
    awaits_reading: bool = False
    sensitive: bool = False
    language: str = ENGLISH
    follows: str = ""
    based_on: int | None = None
    # What only pages of one model have, by the names of their fields.
    more: Mapping[str, Any] = field(default_factory=dict)
    # When the facts were last checked, and when they are due again.
    checked_on: date = date(2026, 11, 20)
    review_by: date = date(2027, 5, 20)


def standard(key: str, written: Written, *, sources: Mapping[str, Written], shared: prose.Shared) -> Shipped:
    """Raises KeyError for what is left out, or for a source or a shared block that nobody wrote."""
    return Shipped(
        key=key,
        model=written.get("model", "GuidePage"),
        under=written.get("under", "help"),
        slug=written["slug"],
        sources=[source(sources[name]) for name in written.get("sources", [])],
        nation=written.get("nation", ""),
        topic=written.get("topic", ""),
        sensitive=written.get("sensitive", False),
        awaits_reading=_cites_law(written, sources) and not written.get("law_read", False),
        **_words(written, shared),
    )


def tool(key: str, written: Written, *, sources: Mapping[str, Written], shared: prose.Shared) -> Shipped:
    """A sheet that services take along. Raises KeyError for what is left out."""
    more = {name: " ".join(written[name].split()) for name in ("for_whom", "how", "licence")}
    page = standard(f"tool-{key}", {"model": "ToolPage", "under": "tools", **written}, sources=sources, shared=shared)
    return replace(page, more={**more, "for_staff": written["for_staff"]})


def news(key: str, written: Written, *, sources: Mapping[str, Written], shared: prose.Shared) -> Shipped:
    """Something new. Its day is the one on which it is put in place."""
    return standard(f"news-{key}", {"model": "NewsPage", "under": "news", **written}, sources=sources, shared=shared)


def _cites_law(written: Written, sources: Mapping[str, Written]) -> bool:
    return any("statute" in sources[name] for name in written.get("sources", []))


def easy_read(guide: Shipped, written: Written, *, shared: prose.Shared) -> Shipped:
    """The same guide in short sentences: a page below it, at an address that says so."""
    return Shipped(
        key=f"easy-{guide.key}",
        model="EasyReadPage",
        under=guide.key,
        slug="easy-read",
        follows=guide.key,
        based_on=written.get("based_on", 1),
        **_words(written, shared) | {"tab": guide.tab},
    )


def welsh(page: Shipped, written: Written, *, sources: Sequence[Written], shared: prose.Shared) -> Shipped:
    """The same page in Welsh; its law is where the English page says it is, in the words of `sources`."""
    return replace(
        page,
        key=f"cy-{page.key}",
        under=page.under and f"cy-{page.under}",
        slug=written["slug"],
        sources=[source(one) for one in sources],
        language=WELSH,
        follows=page.key,
        based_on=written.get("based_on", 1),
        **_words(written, shared),
    )


def _words(written: Written, shared: prose.Shared) -> dict[str, Any]:
    texts = {name: " ".join(written.get(name, "").split()) for name in ("title", "tab", "summary", "in_short")}
    body = written.get("body", "")
    return {**texts, "body": prose.blocks(body, shared=shared) if body else []}


def source(written: Written) -> Block:
    """Every field is there, if only empty, as the editor's form expects it."""
    kind, names = ("law", LAW) if "statute" in written else ("other", OTHER)
    return {"type": kind, "value": {name: written.get(name, "") for name in names}}
