"""Short words for the blocks of a page, so that its text can be read as text."""

from pages.rules.shipped import Block, Shipped

__all__ = [
    "Block",
    "Shipped",
    "bullets",
    "care_card",
    "contact",
    "do_dont",
    "heading",
    "in_prison",
    "law",
    "other",
    "paragraph",
    "say",
    "steps",
    "unsure",
]


def heading(text: str) -> Block:
    return {"type": "heading", "value": text}


def paragraph(html: str) -> Block:
    return {"type": "paragraph", "value": html}


def bullets(intro: str, *lines: str) -> Block:
    return paragraph(f"<p>{intro}</p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>")


def steps(title: str, *lines: str) -> Block:
    return {"type": "steps", "value": {"title": title, "steps": list(lines)}}


def do_dont(do: list[str], dont: list[str]) -> Block:
    return {"type": "do_dont", "value": {"do": do, "dont": dont}}


def say(to: str, text: str) -> Block:
    return {"type": "what_to_say", "value": {"to": to, "say": text}}


def in_prison(html: str) -> Block:
    return {"type": "custody_note", "value": {"body": html}}


def unsure(html: str) -> Block:
    return {"type": "unsure", "value": {"body": html}}


def care_card(urgency: str, title: str, body: str, phone: str = "", phone_note: str = "") -> Block:
    value = {"urgency": urgency, "title": title, "body": body, "phone": phone, "phone_note": phone_note}
    return {"type": "care_card", "value": value}


def contact(**value: str) -> Block:
    return {"type": "contact_point", "value": value}


def law(statute: str, section: str, nation: str, says: str, address: str = "") -> Block:
    value = {"statute": statute, "section": section, "nation": nation, "says": says, "address": address}
    return {"type": "law", "value": value}


def other(title: str, publisher: str, published: str = "", address: str = "") -> Block:
    value = {"title": title, "publisher": publisher, "published": published, "address": address}
    return {"type": "other", "value": value}
