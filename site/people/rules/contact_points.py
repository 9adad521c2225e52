"""What a number or an address must look like. Plain Python."""

import re

NUMBER = re.compile(r"\+?\d{10,15}")
MOBILE = re.compile(r"(\+44|0)7\d{9}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def tidy(*, kind: str, value: str) -> str:
    """Numbers without spaces, brackets and dashes; everything else as it was typed."""
    return re.sub(r"[\s()\-.]", "", value) if kind in ("mobile", "landline") else value.strip()


def problem(*, kind: str, value: str) -> str:
    """What is wrong with it, in a sentence; empty when nothing is. `value` comes tidied."""
    if not value:
        return "Enter the number or address."
    if kind == "mobile" and not MOBILE.fullmatch(value):
        return "A mobile number looks like 07700 900123."
    if kind == "landline" and not NUMBER.fullmatch(value):
        return "A phone number looks like 020 7946 0123."
    if kind == "email" and not EMAIL.fullmatch(value):
        return "An email address looks like name@example.com."
    return ""
