"""The ways to read one guide, as links at its top. The address says which one it is: nothing is remembered."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext

WITHIN = re.compile(r'href="(/[^"#?]*)')


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    address: str
    is_current: bool


def formats(address: str, *, easy: str, current: str) -> list[Format]:
    """Of the guide at `address`; `easy` is where its easy read stands, "" where nobody has written one."""
    known = [
        ("standard", gettext("Guide"), address),
        ("easy-read", gettext("Easy read"), easy),
        ("large-print", gettext("Large print"), f"{address}large-print/"),
        ("read-aloud", gettext("To read aloud"), f"{address}read-aloud/"),
    ]
    return [Format(name, where, code == current) for code, name, where in known if where]


def staying_large(text: str, guides: Collection[str]) -> str:
    """Blocks of a page, whose links to the guides at these addresses lead to their large print."""

    def there(link: re.Match[str]) -> str:
        return f"{link[0]}large-print/" if link[1] in guides else link[0]

    return WITHIN.sub(there, text)
