"""The ways to read one guide, as links at its top. The address says which one it is: nothing is remembered."""

from dataclasses import dataclass

from django.utils.translation import gettext


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
