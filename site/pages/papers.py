"""A guide as parts for paper: nothing that only a screen has, every number written out, every page named by its own.

Each guide comes in its own language, whatever the page from which somebody asks for it.

| kind | what it holds |
|---|---|
| heading | words |
| prose | nodes (common/prose.py) |
| box | title, nodes |
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext, override, pgettext

from common import prose
from common.dates import MONTHS
from common.languages import is_english, tag_of
from pages import helplines
from pages.models import ContactPoint, Edition, GuidePage, NewsPage
from pages.rules.contacts import NOBODY_RANG
from pages.rules.guides import UNREAD_LAW
from pages.rules.numbers import number_of

Part = dict[str, Any]
FROM_PRISON = "Can you call from prison?"


def paper_of(guide: GuidePage | NewsPage) -> dict[str, Any]:
    """All of a guide or of news that goes on paper, and the `words` around it."""
    language = str(guide.locale.language_code)
    with override(language):
        return _paper(guide) | {"lang": tag_of(language)[:2]}


def _paper(guide: GuidePage | NewsPage) -> dict[str, Any]:
    checked = month_of(guide.checked_on) if guide.checked_on and not guide.awaits_reading else ""
    return {
        "title": guide.title,
        "summary": guide.summary,
        "in_short": getattr(guide, "in_short", ""),
        "number": number_of(guide.pk),
        "checked": checked,
        "unread": f"{gettext(UNREAD_LAW)} {gettext('Ask before you rely on it.')}" if guide.awaits_reading else "",
        "words": _around(checked, Edition.objects.current(guide.pk)),
        "parts": [part for block in guide.body for part in parts_of(block.block_type, block.value)],
        "sources": [source_of(one.block_type, one.value) for one in guide.sources],
    }


def _around(checked: str, edition: int | None) -> dict[str, str]:
    """What stands around a guide; `checked` is a month, or "" where nothing may be said of it."""
    told = gettext("We checked these facts in {month}. Things change: ask before you rely on them.")
    return {
        "in_short": gettext("In short"),
        "sources": gettext("Where this comes from"),
        "checked": told.format(month=checked) if checked else "",
        "version": gettext("Version %(edition)s of this guide.") % {"edition": edition} if edition else "",
        "number": gettext("The number of this page is"),
        "of_use": gettext("Was it of use? Tell your mentor, or whoever gave it to you, under that number."),
    }


def month_of(day: date) -> str:
    return f"{gettext(MONTHS[day.month - 1])} {day.year}"


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
    yield box(value["title"] or gettext("What to do"), listed("ol", value["steps"]))


def _do_dont(value: Any) -> Iterator[Part]:
    yield box(gettext("Do"), listed("ul", value["do"]))
    yield box(gettext("Do not"), listed("ul", value["dont"]))


def _care_card(value: Any) -> Iterator[Part]:
    told = [*prose.nodes(value["body"].source if value["body"] else "")]
    phone = value["phone"] and f"{gettext('Phone')}: {value['phone']}"
    told += prose.lines("\n".join(filter(None, [phone, value["phone_note"]])))
    yield box(value["title"] or gettext("Talk to someone"), told)


def _what_to_say(value: Any) -> Iterator[Part]:
    to = gettext("What to say to {to}").format(to=value["to"]) if value["to"] else gettext("What to say")
    yield box(to, prose.lines(value["say"] or ""))


def _quote(value: Any) -> Iterator[Part]:
    yield {"kind": "prose", "nodes": prose.lines(f"“{value['said']}” {value['who']}")}


def _boxed(title: str) -> Callable[[Any], Iterator[Part]]:
    def write(value: Any) -> Iterator[Part]:
        yield box(gettext(title), prose.nodes(value["body"].source if value["body"] else ""))

    return write


def _contact_point(value: Any) -> Iterator[Part]:
    choices = dict(value.block.child_blocks["from_prison"].field.choices)
    rows = [
        ("", value["offers"]), (gettext("Phone"), value["phone"]), (gettext("Letters"), value["post"]),
        (gettext("Email"), value["email"]), (gettext("Website"), value["web"]), (gettext("When"), value["hours"]),
        (gettext("Cost"), value["cost"]), (gettext(FROM_PRISON), _choice(choices.get(value["from_prison"], ""))),
    ]  # fmt: skip
    told = [
        f"{name} {says}" if name.endswith("?") else f"{name}: {says}" if name else says for name, says in rows if says
    ]
    yield box(value["name"], prose.lines("\n".join(told)))


def _choice(words: str) -> str:
    return pgettext("choice", words) if words else ""


def _helpline(value: Any) -> Iterator[Part]:
    contact = helplines.find(value["contact"]) if value["contact"] else None
    if contact:
        yield contact_paper(contact, title=value["title"], body=value["body"].source if value["body"] else "")


def contact_paper(contact: ContactPoint, *, title: str = "", body: str = "") -> Part:
    """A contact point in a box; its number in words too, for whoever copies it by hand."""
    spelled = f" ({contact.spelled})" if is_english() else ""  # its numbers are English words
    rows = [
        contact.phone and f"{gettext('Phone')}: {contact.phone}{spelled}",
        contact.cost and f"{gettext('Cost')}: {contact.cost}",
        contact.phone and f"{gettext('When')}: {contact.hours_in_words}",
        contact.text_relay,
        contact.phone and f"{gettext(FROM_PRISON)} {contact.from_prison_in_words}",
        contact.post and f"{gettext('Letters')}: {contact.post}",
        contact.email and f"{gettext('Email')}: {contact.email}",
        contact.web and f"{gettext('Website')}: {contact.web}",
        _checked(contact),
    ]
    told = prose.nodes(body) or prose.lines(contact.offers)
    return box(title or contact.name, [*told, *prose.lines("\n".join(filter(None, rows)))])


def _checked(contact: ContactPoint) -> str:
    if contact.checked_on is None:
        return gettext(NOBODY_RANG)
    return gettext("We checked this in {month}.").format(month=month_of(contact.checked_on))


def _doors(value: Any) -> Iterator[Part]:
    named = gettext("{title} (page {number})")
    pages = [named.format(title=one["page"].title, number=number_of(one["page"].pk)) for one in value if one["page"]]
    if pages:
        yield box(gettext("More of our pages. Ask whoever gave you this."), listed("ul", pages))


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
