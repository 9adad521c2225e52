"""The text of a shipped page, as its writers type it, made into blocks. An empty line ends a piece.

| a piece | becomes |
|---|---|
| `# Words` | a heading |
| lines that begin with `- `, perhaps after a line that leads in | a list |
| lines that begin with `1. `, `2. `, perhaps after a title | steps |
| lines that begin with `+ ` and `x ` | do, and don’t |
| `say WHOM`, `prison` or `unsure`, then lines that begin with `|` | those blocks; a bare `|` starts a paragraph |
| `@name` | a block that several pages share |
| `@doors key key` | cards that lead to those pages |
| `@call key` | a contact point, by its key |
| `@line symbol words` lines | sentences of easy read, each with its symbol |
| lines that begin with `[] `, or with `_ ` | of a tool: things to tick, or lines to fill in |
| `room 3 Words` | of a tool: three empty lines under a heading |
| lines that begin with `|| ` | of a tool: a table, headings first; `|| +6` are six empty rows |
| anything else | a paragraph |

Within a piece, `**words**` are bold and `[words](address)` is a link. A line that begins
with a space goes on from the last.
"""

import re
from collections.abc import Mapping
from typing import Any

Block = dict[str, Any]
Shared = Mapping[str, Block]

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
STEP = re.compile(r"\d+\. ")
SHEET = ("[] ", "_ ", "|| ")
ROOM = re.compile(r"room (\d+) (.+)")
BARRED = {"prison": "custody_note", "unsure": "unsure"}


def blocks(text: str, *, shared: Shared) -> list[Block]:
    """Raises KeyError where a piece names a shared block that nobody wrote."""
    return [block for piece in re.split(r"\n\s*\n", text.strip()) for block in _of(_lines(piece), shared)]


def _lines(piece: str) -> list[str]:
    lines: list[str] = []
    for line in piece.splitlines():
        if line.startswith(" ") and lines:
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return lines


def _of(lines: list[str], shared: Shared) -> list[Block]:
    first = lines[0]
    if first.startswith("# "):
        return [_block("heading", first[2:])]
    if first.startswith("@"):
        return [_named(line, shared) for line in lines]
    if first.startswith(SHEET):
        return [_of_sheet(lines)]
    if room := ROOM.fullmatch(first):
        return [_block("room", {"title": room[2], "lines": int(room[1])})]
    if len(lines) > 1 and lines[1].startswith("|"):
        return [_barred(first, [line.removeprefix("|").strip() for line in lines[1:]])]
    if first.startswith(("+ ", "x ")):
        return [_block("do_dont", {"do": _begun("+ ", lines), "dont": _begun("x ", lines)})]
    return [_listed(lines)]


def _of_sheet(lines: list[str]) -> Block:
    """Raises ValueError where two kinds of line stand in one piece."""
    mark = next(mark for mark in SHEET if lines[0].startswith(mark))
    if strays := [line for line in lines if not line.startswith(mark)]:
        raise ValueError(f"This line belongs to another piece: {strays[0]}")
    said = [line.removeprefix(mark).strip() for line in lines]
    if mark != "|| ":
        return _block("ticks" if mark == "[] " else "blanks", said)
    rows = [row for row in said[1:] if not row.startswith("+")]
    empty = sum(int(row[1:]) for row in said[1:] if row.startswith("+"))
    return _block("grid", {"title": "", "headings": said[0], "rows": "\n".join(rows), "empty": empty})


def _listed(lines: list[str]) -> Block:
    lead = "" if lines[0].startswith("- ") or STEP.match(lines[0]) else lines[0]
    rest = lines[1:] if lead else lines
    if rest and all(line.startswith("- ") for line in rest):
        items = "".join(f"<li>{_marked(line[2:])}</li>" for line in rest)
        return _block("paragraph", f"{f'<p>{_marked(lead)}</p>' if lead else ''}<ul>{items}</ul>")
    if rest and all(STEP.match(line) for line in rest):
        return _block("steps", {"title": lead, "steps": [STEP.sub("", line, count=1) for line in rest]})
    return _block("paragraph", f"<p>{_marked(' '.join(lines))}</p>")


def _barred(first: str, lines: list[str]) -> Block:
    word, _, rest = first.partition(" ")
    if word == "say":
        return _block("what_to_say", {"to": rest, "say": "\n\n".join(_paragraphs(lines))})
    return _block(BARRED[first], {"body": "".join(f"<p>{_marked(one)}</p>" for one in _paragraphs(lines))})


def _paragraphs(lines: list[str]) -> list[str]:
    return [" ".join(one.split("\n")) for one in "\n".join(lines).split("\n\n")]


def _named(line: str, shared: Shared) -> Block:
    word, _, rest = line[1:].partition(" ")
    if word == "doors":
        return _block("doors", rest.split())
    if word == "call":
        return _block("helpline", {"contact": rest.strip(), "urgency": "card"})
    if word == "line":
        symbol, _, says = rest.partition(" ")
        return _block("line", {"symbol": "" if symbol == "-" else symbol, "says": says})
    return dict(shared[word])


def _begun(mark: str, lines: list[str]) -> list[str]:
    return [line.removeprefix(mark) for line in lines if line.startswith(mark)]


def _marked(text: str) -> str:
    return LINK.sub(r'<a href="\2">\1</a>', BOLD.sub(r"<b>\1</b>", text))


def _block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value}
