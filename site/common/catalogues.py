"""Catalogues of words in another language: `django.po`, which people write, and `django.mo`, which Django reads.

The second is kept in git beside the first, so that no machine needs the tools of GNU gettext; `manage.py
compile_words` makes it. Ours know no plural forms: say it so that it needs none.
"""

import ast
import struct
from collections.abc import Mapping
from pathlib import Path

BETWEEN = "\x04"  # a context and the words that it belongs to, as GNU gettext stores them
HEAD = 7 * 4
MAGIC = 0x950412DE


class Unreadable(ValueError):
    """A line of a catalogue that we cannot read; the message says which."""


def read(path: Path) -> dict[str, str]:
    """The words of a .po file: English ones (with their context and BETWEEN, where they have one) to the others.

    "" has the head of the file. Raises Unreadable.
    """
    found: dict[str, str] = {}
    entry: dict[str, str] = {}
    field = ""
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], start=1):
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            _keep(found, entry, number)
            entry, field = {}, ""
            continue
        word, _, rest = line.partition(" ")
        if not line.startswith('"'):
            field, line = word, rest
        if field not in {"msgctxt", "msgid", "msgstr"} or not line.startswith('"'):
            raise Unreadable(f"line {number}: {line}")
        entry[field] = entry.get(field, "") + ast.literal_eval(line)
    return found


def _keep(found: dict[str, str], entry: Mapping[str, str], number: int) -> None:
    if not entry:
        return
    if not {"msgid", "msgstr"} <= set(entry):
        raise Unreadable(f"before line {number}: an entry needs msgid and msgstr")
    key = (f"{entry['msgctxt']}{BETWEEN}" if "msgctxt" in entry else "") + entry["msgid"]
    if key in found:
        raise Unreadable(f"before line {number}: twice the same words: {entry['msgid']}")
    found[key] = entry["msgstr"]


def compiled(words: Mapping[str, str]) -> bytes:
    """As a .mo file: little-endian, sorted, without a hash table (GNU gettext manual, “The Format of GNU MO Files”)."""
    pairs = sorted((one.encode(), other.encode()) for one, other in words.items())
    tables = HEAD + 2 * 8 * len(pairs)
    places: list[tuple[int, int]] = []
    body = b""
    for column in (0, 1):
        for pair in pairs:
            places.append((len(pair[column]), tables + len(body)))
            body += pair[column] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, len(pairs), HEAD, HEAD + 8 * len(pairs), 0, 0)
    return head + b"".join(struct.pack("<2I", *place) for place in places) + body
