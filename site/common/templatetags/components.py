"""The pieces that pages are made of, as tags. /components/ shows each of them; their templates say what they take."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.contrib.messages import constants
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from common.icons import draw
from common.requests import request_id

register = template.Library()

NOTICE_ICONS = {"sun": "info", "brand": "info", "go": "check", "stop": "warning"}
# A hidden box that is wrong is nobody's fault, and nothing the reader can see to put right.
LOST = "Part of this page did not reach us. Open the page again and send it once more."
MESSAGE_TONES = {constants.SUCCESS: "go", constants.WARNING: "sun", constants.ERROR: "stop"}


# ---------------------------------------------------------------- Pieces that hold other pieces


@register.simple_block_tag
def card(content: str, title: str = "", tone: str = "", level: int = 2) -> SafeString:
    """{% card "Talk to someone" tone="sun" %}…{% endcard %}"""
    return render_to_string("components/card.html", {"content": content, "title": title, "tone": tone, "level": level})


@register.simple_block_tag
def notice(content: str, title: str = "", tone: str = "sun", role: str = "") -> SafeString:
    """{% notice tone="go" title="Saved" %}…{% endnotice %}"""
    context = {"content": content, "title": title, "tone": tone, "role": role, "picture": NOTICE_ICONS[tone]}
    return render_to_string("components/notice.html", context)


@register.simple_block_tag
def details(content: str, title: str, open: bool = False) -> SafeString:
    """{% details "What happens next" %}…{% enddetails %}"""
    return render_to_string("components/details.html", {"content": content, "title": title, "open": open})


@register.simple_block_tag
def care_card(content: str, title: str = "Get help now", urgency: str = "", level: int = 2) -> SafeString:
    """{% care_card "Ring 999 if someone is in danger now" urgency="now" %}…{% endcare_card %}"""
    context = {"content": content, "title": title, "urgency": urgency, "level": level}
    return render_to_string("components/care_card.html", context)


@register.simple_block_tag
def buttons(content: str) -> SafeString:
    """{% buttons %}<button class="btn">Save</button>{% endbuttons %}"""
    return render_to_string("components/buttons.html", {"content": content})


# ---------------------------------------------------------------- Pieces made from what a view gives


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "home" %}"""
    return draw(name)


@register.inclusion_tag("components/tag.html")
def tag(words: str, tone: str = "") -> dict[str, Any]:
    """{% tag "Draft" tone="wait" %}"""
    return {"words": words, "tone": tone}


@register.inclusion_tag("components/tag.html")
def status(record: Any, field: str = "status") -> dict[str, Any]:
    """{% status session %}: the words of the record's status, in the tone that its model names in STATUS_TONES."""
    tones = getattr(record, f"{field.upper()}_TONES", {})
    words = getattr(record, f"get_{field}_display")()
    return {"words": words, "tone": tones.get(getattr(record, field), "")}


@register.inclusion_tag("components/errors.html")
def errors(form: BaseForm | None) -> dict[str, Any]:
    """{% errors form %}: what must be looked at again. Nothing at all while nothing is wrong."""
    if not form or not form.is_bound or not form.errors:
        return {"found": []}
    found = [("", message) for message in form.non_field_errors()]
    for field in form.hidden_fields():
        found += [("", f"{LOST} ({message})") for message in field.errors]
    for field in form.visible_fields():
        place = getattr(field, "first_id", field.id_for_label)
        found += [(place, message) for message in field.errors]
    return {"found": found}


@register.inclusion_tag("components/facts.html")
def facts(rows: Iterable[Any]) -> dict[str, Any]:
    """{% facts rows %}: rows are (name, value) or dicts of name, value and perhaps url and verb, to change it."""
    return {"rows": [row if isinstance(row, dict) else {"name": row[0], "value": row[1]} for row in rows]}


@register.inclusion_tag("components/steps.html")
def steps(number: int, total: int, noun: str = "Step") -> dict[str, Any]:
    """{% steps 3 6 "Question" %}"""
    return {"number": number, "total": total, "noun": noun}


@register.inclusion_tag("components/figure_card.html")
def figure_card(number: Any, words: str, tone: str = "") -> dict[str, Any]:
    """{% figure_card 23 "hours of support this autumn" %}"""
    return {"number": number, "words": words, "tone": tone}


@register.inclusion_tag("components/nothing_yet.html")
def nothing_yet(text: str, url: str = "", action: str = "") -> dict[str, Any]:
    """{% nothing_yet "No sessions yet." url=log_url action="Log a session" %}"""
    return {"text": text, "url": url, "action": action}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, Any]:
    """{% timeline entries %}: each has when (date or datetime), title, and perhaps text, who and url."""
    return {"entries": entries}


@register.inclusion_tag("components/back.html")
def back(url: str, words: str = "Back") -> dict[str, Any]:
    """{% back "/desk/" "Your desk" %}"""
    return {"url": url, "words": words}


# ---------------------------------------------------------------- For the frame


@register.simple_tag
def request_number() -> str:
    """The number of the request that is being answered, or nothing. Needs neither a request nor a context."""
    return request_id.get()


@register.filter
def tone_of(message: Any) -> str:
    """The tone of a flash message."""
    return MESSAGE_TONES.get(message.level, "sun")
