"""Reading what Twilio posts, once its signature was found good: it may still be odd, and never breaks anything."""

import re

from django.http import HttpRequest

from common.refs import is_ref

WORD = re.compile(r"[\w+:.-]+", re.ASCII)


def word(request: HttpRequest, name: str, most: int) -> str:
    """One word in plain ASCII, or nothing when it is missing, too long or something else."""
    value = request.POST.get(name, "").strip()
    return value if len(value) <= most and WORD.fullmatch(value) else ""


def code_of(request: HttpRequest) -> int | None:
    value = request.POST.get("ErrorCode", "")
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) <= 6 else None


def ref_of(request: HttpRequest) -> str:
    """The reference that we gave with the text; it stands in the address."""
    value = request.GET.get("ref", "")
    return value if is_ref(value) else ""
