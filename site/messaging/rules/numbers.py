"""Which numbers a text may go to: mobile phones of the United Kingdom and the islands."""

import re

SPACES = re.compile(r"[\s().\-\u00a0]")
# 070 forwards to somebody else, at a price; 076 are pagers, but for 07624 on the Isle of Man.
MOBILE = re.compile(r"(?:\+44|0044|0)(7(?:[1-57-9]\d{8}|624\d{6}))")


def mobile(written: str) -> str:
    """`07700 900 123` to `+447700900123`; empty when it is not a mobile number."""
    found = MOBILE.fullmatch(SPACES.sub("", written))
    return f"+44{found.group(1)}" if found else ""


def masked(number: str) -> str:
    """`…123`: all that staff and logs may see."""
    return f"…{number[-3:]}" if number else "…"
