"""What people paste, what phones mangle and what attackers send; and the forms of a page to send it to."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from urllib.parse import quote_plus

MARK = "<script>alert('let in')</script>"
TEXTS = {
    "nothing": "",
    "spaces": " \t\n ",
    "markup": f'">{MARK}',
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "one quote": '"',
    "quotes": "'\"`;--",
    "sql": "1' OR '1'='1",
    "search operators": '" AND NOT (NEAR * ^ col:',
    "percent": "%",
    "percent nul": "%00",
    "nul": "a\x00b",
    "control": "a\x01\x1b[31mb",
    "lines": "a\r\nSet-Cookie: let=in\r\n\r\nb",
    "lone surrogate": "a\ud800b",
    "not a character": "a\uffffb\ufdd0",
    "turned text": "a\u202egnp.exe",
    "emoji": "👩🏽‍⚕️🏴󠁧󠁢󠁷󠁬󠁳󠁿🫶🏿",
    "many marks": "e" + "\u0301" * 500,
    "long": "ab " * 34_000,
    "formula": "=HYPERLINK(\"http://example.org\")",
    "huge number": "9" * 400,
    "past 64 bits": str(2**63),
    "minus": "-1",
    "fraction": "1e309",
    "not a number": "NaN",
    "other digits": "١٢٣",
    "year 0": "0000-00-00",
    "year 10000": "10000-01-01",
    "no such day": "2026-02-30",
    "no such time": "25:61",
    "deep json": "[" * 5_000,
    "path": "../../../etc/passwd",
    "address": "javascript:alert(1)//http://[::1",
}  # fmt: skip


def encoded(fields: list[tuple[str, str]]) -> str:
    """As a form sends them, whatever they hold: a lone surrogate goes as the bytes that are not UTF-8."""
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields)


@cache
def _quoted(text: str) -> str:
    return quote_plus(text.encode("utf-8", "surrogatepass"))


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)  # of several, one is pressed


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        name, value = found.get("name", ""), found.get("value", "")
        if tag == "form":
            self.forms.append(Form(found.get("action", ""), found.get("method", "get").lower()))
        elif tag == "option" and self.forms and self.select:
            if "selected" in found or not self.forms[-1].fields[self.select]:
                self.forms[-1].fields[self.select] = value
        elif tag in {"input", "textarea", "select", "button"} and self.forms and name:
            self.select = name if tag == "select" else ""
            if tag == "button" or found.get("type") == "submit":
                self.forms[-1].buttons[name] = value
            elif found.get("type") == "file":
                self.forms[-1].files.append(name)
            elif found.get("type") not in {"radio", "checkbox"} or "checked" in found:
                self.forms[-1].fields[name] = value
            else:
                self.forms[-1].fields.setdefault(name, value)


def forms_of(page: str) -> list[Form]:
    """The forms of a page with what each of their fields holds, but not the token against forgery."""
    reader = _Reader()
    reader.feed(page)
    for form in reader.forms:
        form.fields.pop("csrfmiddlewaretoken", None)
    return reader.forms
