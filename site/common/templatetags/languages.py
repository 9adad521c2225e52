"""For pages in another language than English: what on them is English, and what they lead to."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from common.languages import is_english, tag_of

register = template.Library()


@register.simple_tag
def page_language() -> str:
    """<html lang="{% page_language %}">"""
    return tag_of(get_language())


@register.simple_tag
def leads_to_english() -> SafeString:
    """<a href="/packs/"{% leads_to_english %}>: nothing on a page that is English itself."""
    return mark_safe("" if is_english() else ' hreflang="en"')


@register.simple_tag
def is_in_english() -> SafeString:
    """<p{% is_in_english %}>: so that a screen reader reads English words in a Welsh page as English."""
    return mark_safe("" if is_english() else ' lang="en"')


@register.simple_tag
def note(words: str) -> str:
    """{% note _("(English)") %}: words, after a space, that only pages in another language need."""
    return "" if is_english() else format_html(" {}", words)
