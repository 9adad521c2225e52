"""A guide as parts for paper: nothing that only a screen has, every number written out, every page named by its own.

| kind | what it holds |
|---|---|
| heading | words |
| prose | nodes (common/prose.py) |
| box | title, nodes |
"""

from collections.abc import Callable, Iterator
from typing import Any

from common import prose
from pages import helplines
from pages.models import ContactPoint, GuidePage
from pages.rules.contacts import NOBODY_RANG
from pages.rules.guides import UNREAD_LAW
from pages.rules.numbers import number_of

Part = dict[str, Any]
FROM_PRISON = "Can you call from prison?"


def paper_of(guide: GuidePage) -> dict[str, Any]:
    """All of a guide that goes on paper."""
    return {
        "title": guide.title,
        "summary": guide.summary,
        "in_short": guide.in_short,
        "number": number_of(guide.pk),
        "checked": f"{guide.checked_on:%B %Y}" if guide.checked_on and not guide.awaits_reading else "",
        "unread": f"{UNREAD_LAW} Ask before you rely on it." if guide.awaits_reading else "",
        "parts": [part for block in guide.body for part in parts_of(block.block_type, block.value)],
        "sources": [source_of(one.block_type, one.value) for one in guide.sources],
    }


def parts_of(kind: str, value: Any) -> Iterator[Part]:
    """The parts of one block. A picture has none: it never says what the words do not."""
    if value and kind in WRITERS:
        yield from WRITERS[kind](value)


def source_of(kind: str, value: Any) -> str:
    if kind == "law":
        told = ", ".join(filter(None, [value["statute"], value["section"]]))
        return f"{told}: {value['says']}" if value["says"] else told
    return ", ".join(filter(None, [value["title"], value["publisher"], value["published"]]))


def box(title: str, nodes: list[prose.Node]) -> Part:
    return {"kind": "box", "title": title, "nodes": nodes}


def listed(kind: str, lines: Any) -> list[prose.Node]:
    items = [[{"text": line}] for line in lines if line]
    return [{"kind": kind, "items": items}] if items else []


def _heading(value: Any) -> Iterator[Part]:
    yield {"kind": "heading", "words": str(value)}


def _paragraph(value: Any) -> Iterator[Part]:
    yield {"kind": "prose", "nodes": prose.nodes(value.source)}


def _steps(value: Any) -> Iterator[Part]:
    yield box(value["title"] or "What to do", listed("ol", value["steps"]))


def _do_dont(value: Any) -> Iterator[Part]:
    yield box("Do", listed("ul", value["do"]))
    yield box("Do not", listed("ul", value["dont"]))


def _care_card(value: Any) -> Iterator[Part]:
    told = [*prose.nodes(value["body"].source if value["body"] else "")]
    told += prose.lines("\n".join(filter(None, [value["phone"] and f"Phone: {value['phone']}", value["phone_note"]])))
    yield box(value["title"] or "Talk to someone", told)


def _what_to_say(value: Any) -> Iterator[Part]:
    to = f"What to say to {value['to']}" if value["to"] else "What to say"
    yield box(to, prose.lines(value["say"] or ""))


def _quote(value: Any) -> Iterator[Part]:
    yield {"kind": "prose", "nodes": prose.lines(f"“{value['said']}” {value['who']}")}


def _boxed(title: str) -> Callable[[Any], Iterator[Part]]:
    def write(value: Any) -> Iterator[Part]:
        yield box(title, prose.nodes(value["body"].source if value["body"] else ""))

    return write


def _contact_point(value: Any) -> Iterator[Part]:
    choices = dict(value.block.child_blocks["from_prison"].field.choices)
    rows = [
        ("", value["offers"]), ("Phone:", value["phone"]), ("Letters:", value["post"]), ("Email:", value["email"]),
        ("Website:", value["web"]), ("When:", value["hours"]), ("Cost:", value["cost"]),
        (FROM_PRISON, choices.get(value["from_prison"], "")),
    ]  # fmt: skip
    told = [
        f"{name} {says}" if name.endswith("?") else f"{name}: {says}" if name else says for name, says in rows if says
    ]
    yield box(value["name"], prose.lines("\n".join(told)))


def _helpline(value: Any) -> Iterator[Part]:
    contact = helplines.find(value["contact"]) if value["contact"] else None
    if contact:
        yield contact_paper(contact, title=value["title"], body=value["body"].source if value["body"] else "")


def contact_paper(contact: ContactPoint, *, title: str = "", body: str = "") -> Part:
    """A contact point in a box; its number in words too, for whoever copies it by hand."""
    phone = f"Phone: {contact.phone} ({contact.spelled})" if contact.phone else ""
    rows = [
        phone, contact.cost and f"Cost: {contact.cost}", f"When: {contact.hours_in_words}" if contact.phone else "",
        contact.text_relay, contact.phone and f"{FROM_PRISON} {contact.from_prison_in_words}",
        contact.post and f"Letters: {contact.post}", contact.email and f"Email: {contact.email}",
        contact.web and f"Website: {contact.web}", f"We checked this in {contact.checked_on:%B %Y}."
        if contact.checked_on else NOBODY_RANG,
    ]  # fmt: skip
    told = prose.nodes(body) or prose.lines(contact.offers)
    return box(title or contact.name, [*told, *prose.lines("\n".join(filter(None, rows)))])


def _doors(value: Any) -> Iterator[Part]:
    pages = [f"{one['page'].title} (page {number_of(one['page'].pk)})" for one in value if one["page"]]
    if pages:
        yield box("More of our pages. Ask whoever gave you this.", listed("ul", pages))


WRITERS: dict[str, Callable[[Any], Iterator[Part]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "steps": _steps,
    "do_dont": _do_dont,
    "care_card": _care_card,
    "what_to_say": _what_to_say,
    "quote": _quote,
    "custody_note": _boxed("If you are in prison"),
    "unsure": _boxed("What is not certain"),
    "contact_point": _contact_point,
    "helpline": _helpline,
    "doors": _doors,
}
