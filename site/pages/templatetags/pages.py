"""Small helps for the templates of the public site."""

from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.translation import pgettext

from pages.rules.numbers import number_of

register = template.Library()


@register.filter
def number(page: Any) -> str:
    """The number by which whoever has the page on paper can name it."""
    return number_of(page.pk)


@register.filter
def bare_address(address: str) -> str:
    """`https://www.example.org/help/` as people write it: `www.example.org/help`."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


@register.filter
def choice(value: str, block: Any) -> str:
    """The words of a choice, as its block gives them; the value itself when the choice has gone since."""
    return pgettext("choice", str(dict(block.field.choices).get(value, value)))


@register.filter
def only_now(urgency: str) -> str:
    """Only "now" has a look of its own: it stands for danger to life."""
    return "now" if urgency == "now" else ""
