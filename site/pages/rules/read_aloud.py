"""A guide as a script for somebody who reads it aloud, or records it: short lines, no links, every number in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pages.rules.contents import Block, plain

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
PLACES = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
PHONE = re.compile(r"\b0\d{2,4}(?: \d{3,4}){1,3}\b|\b116 \d{3}\b|\b(?:999|111|101)\b")
MONEY = re.compile(r"£(\d[\d,]*)")
YEAR = re.compile(r"\b(1[89]|20)(\d\d)\b")
NUMBER = re.compile(r"\d+")


def script(*, title: str, summary: str, in_short: str, blocks: Iterable[Block]) -> list[str]:
    """The lines to read, in order. Cards that only lead on are left out."""
    opening = [title, summary, f"In short. {in_short}" if in_short else ""]
    lines = [*opening, *(line for block in blocks for line in _lines(block["type"], block["value"]))]
    return [spoken(line) for line in lines if line.strip()]


def _lines(kind: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (f"Next: {value}.",) if kind == "heading" else plain(value).splitlines()
    elif kind == "steps":
        yield str(value.get("title") or "")
        steps = [str(_item(step)) for step in value.get("steps") or []]
        yield from (f"{_place(n)}: {step}" for n, step in enumerate(steps) if step)
    elif kind == "do_dont":
        yield from (f"Do: {_item(line)}" for line in value.get("do") or [])
        yield from (str(_item(line)) for line in value.get("dont") or [])
    elif kind == "what_to_say":
        yield f"You could say to {value['to']}:" if value.get("to") else "You could say:"
        yield from str(value.get("say") or "").splitlines()
    elif kind in OPENED:
        yield OPENED[kind].format(**{"title": "", "said": "", "name": "", **value})
        yield from _rest(value)


def _rest(value: Mapping[str, Any]) -> Iterator[str]:
    yield from plain(str(value.get("body") or "")).splitlines()
    yield str(value.get("offers") or value.get("says") or "")
    if value.get("phone"):
        yield f"The number is {value['phone']}. {value.get('phone_note') or ''}".strip()


# How a block begins, so that a listener knows what it is.
OPENED = {
    "custody_note": "If you are in prison:",
    "unsure": "What is not certain:",
    "care_card": "{title}.",
    "contact_point": "{name}.",
    "quote": "Somebody said: {said}",
    "line": "",
}


def _item(value: Any) -> Any:
    return value.get("value", "") if isinstance(value, Mapping) else value


def _place(n: int) -> str:
    return PLACES[n] if n < len(PLACES) else "Then"


def spoken(text: str) -> str:
    """“Ring 116 123 before you are 25” → “Ring one one six, one two three before you are twenty-five”."""
    text = PHONE.sub(lambda found: digits(found[0]), text)
    text = MONEY.sub(lambda found: f"{in_words(int(found[1].replace(',', '')))} pounds", text)
    text = YEAR.sub(lambda found: _year(int(found[0])), text)
    return " ".join(NUMBER.sub(lambda found: _apart(found, in_words(int(found[0]))), text).split())


def _apart(found: re.Match[str], words: str) -> str:
    """A number in words, apart from a letter that follows it, as in “section 23C”."""
    following = found.string[found.end() : found.end() + 1]
    return f"{words} " if following.isalpha() else words


def digits(number: str) -> str:
    return ", ".join(" ".join(ONES[int(digit)] for digit in group) for group in number.split())


def in_words(number: int) -> str:
    """Up to a million, which no page of ours reaches: beyond it the digits, one by one."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number >= 1_000_000:
        return digits(str(number))
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = number % size
    join = " and " if rest < 100 else " "
    return f"{in_words(number // size)} {name}" + (f"{join}{in_words(rest)}" if rest else "")


def _year(year: int) -> str:
    if 2000 <= year < 2010 or year % 100 == 0:
        return in_words(year)
    low = year % 100
    return f"{in_words(year // 100)} {f'oh {in_words(low)}' if low < 10 else in_words(low)}"
