"""Small helps for the templates of the public site."""

import json
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from pages import alerting, formats, heads, links
from pages.rules.numbers import number_of

register = template.Library()
UNSAFE = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def number(page: Any) -> str:
    """The number by which whoever has the page on paper can name it."""
    return number_of(page.pk)


@register.inclusion_tag("pages/_head.html", takes_context=True)
def public_head(context: Any, title: str, summary: str) -> dict[str, Any]:
    """The head of a page that no editor wrote."""
    return {"head": heads.of_view(title=title, summary=summary, path=context["request"].path)}


@register.inclusion_tag("pages/links/_warning.html")
def links_to(page: Any, moves: bool = False) -> dict[str, Any]:
    """In the editor, before a page goes away or moves: who links to it."""
    return {"spots": links.to(page), "moves": moves}


@register.inclusion_tag("pages/alerts/_standing.html", takes_context=True)
def alerts(context: Any) -> dict[str, Any]:
    """What must be known soon, at the top of the page that it concerns."""
    request = context.get("request")
    if getattr(request, "now", None) is None:
        return {}  # a page that says that something went wrong, before the house has looked at what was asked
    return {"alerts": alerting.on_page(request, context.get("page")), "today": request.today}


@register.inclusion_tag("pages/alerts/_standing.html", takes_context=True)
def alert_as_it_will_be(context: Any, alert: Any) -> dict[str, Any]:
    """A draft, as readers would have it."""
    return {"alerts": [alerting.said(alerting.standing(alert, {}, {}))], "today": context["request"].today}


@register.filter
def json_ld(data: Any) -> SafeString:
    """Data for search engines. No browser runs it, so the policy lets it stand; no text in it can end it."""
    text = json.dumps(data, ensure_ascii=False).translate(UNSAFE)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.filter
def bare_address(address: str) -> str:
    """`https://www.example.org/help/` as people write it: `www.example.org/help`."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


@register.filter(is_safe=True)
def staying_large(text: str, guides: Collection[str]) -> SafeString:
    """{% filter staying_large:addresses %}: links to these guides lead to their large print; without any, no change."""
    return mark_safe(formats.staying_large(text, guides) if guides else text)


@register.filter
def choice(value: str, block: Any) -> str:
    """The words of a choice, as its block gives them; the value itself when the choice has gone since."""
    return pgettext("choice", str(dict(block.field.choices).get(value, value)))


@register.filter
def only_now(urgency: str) -> str:
    """Only "now" has a look of its own: it stands for danger to life."""
    return "now" if urgency == "now" else ""
