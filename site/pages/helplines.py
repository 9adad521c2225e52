"""Contact points on pages: a page names one by its key, and shows it as it stands now."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from wagtail import blocks

from pages.rules.contents import Block

# A picker that shows a short text, and a card: what stands in between is a page's own words.
URGENCY = [("card", "A plain card"), ("now", "Get help now"), ("soon", "Get help today"), ("talk", "Talk to someone")]


def find(key: str) -> Any:
    """The contact point, or None when editors have taken it away."""
    return apps.get_model("pages", "ContactPoint").objects.filter(key=key, live=True).first()


def known_to(request: Any) -> dict[str, Any]:
    """All of them by key, in one query for a whole page however many it names."""
    known: dict[str, Any] | None = getattr(request, "contact_points", None)
    if known is None:
        found = apps.get_model("pages", "ContactPoint").objects.filter(live=True)
        known = {contact.key: contact for contact in found}
        if request is not None:
            request.contact_points = known
    return known


def choices() -> list[tuple[str, str]]:
    return list(apps.get_model("pages", "ContactPoint").objects.for_readers().values_list("key", "name"))


class ContactChoice(blocks.ChoiceBlock):
    """A key is a text already: Wagtail's own way would ask the database for all choices at every value it reads."""

    def normalize_choice(self, value: Any) -> Any:
        return value


class Helpline(blocks.StructBlock):
    """Somebody to turn to, from the list of contact points."""

    contact = ContactChoice(choices=choices)
    urgency = blocks.ChoiceBlock(choices=URGENCY, default="card", label="How it looks")
    title = blocks.CharBlock(required=False, max_length=120, help_text="Left empty, it is the name.")
    body = blocks.RichTextBlock(
        required=False, features=["bold", "italic", "ul", "link"], help_text="Left empty, it is what they do."
    )
    about = blocks.CharBlock(
        required=False, max_length=160, label="About the number", help_text="Left empty, it is when they are open."
    )

    class Meta:
        icon = "mail"
        label = "Contact point"
        template = "blocks/helpline.html"
        description = "A number from the list of contact points. When it changes, every page changes."

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        request = context.get("request")
        contact = known_to(request).get(value["contact"])
        today = getattr(request, "today", None)
        freshness = contact.freshness(today) if contact and today else None
        return context | {"contact": contact, "freshness": freshness}


def written_out(written: Iterable[Block]) -> Iterator[Block]:
    """Blocks as Wagtail stores them, with each contact point as plain words: for whoever reads a page aloud."""
    for block in written:
        if block["type"] != "helpline":
            yield block
            continue
        value = block["value"]
        if contact := find(value.get("contact") or ""):
            said = {
                "title": value.get("title") or contact.name,
                "body": value.get("body") or contact.offers,
                "phone": contact.phone,
                "phone_note": value.get("about") or contact.hours_in_words,
            }
            yield {**block, "type": "care_card", "value": said}
