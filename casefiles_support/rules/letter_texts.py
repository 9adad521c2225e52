"""The texts of the letters, and what they say once their gaps are filled.

A text is a file in casefiles_support/letters/: `<code>.<language>.txt`, and `<code>.<version>.<language>.txt` from the
second version on. What was agreed is never changed: new wording is a new file. Each line may begin with what must be
known for it to be said, `[custody !supporter]`; lines without an empty one between them are one paragraph. A gap is
`{name}`; `- {each proofs}` is said once for each. A line that begins with `**` is a heading, `- ` a point, `= ` a
fact, `( ) ` a box to tick, `____ ` a line to write on, `~~~` where they
sign, `===` begins a new page, and `+++` one of the person’s own words, which are printed and kept nowhere.

What fills a gap is put in after all this is read: nothing that somebody typed can become a part of the shape.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "letters"
ENGLISH, WELSH = "en", "cy"
LANGUAGES = {ENGLISH: "English", WELSH: "Welsh"}
Values = Mapping[str, str | list[str]]
LINE = re.compile(r"^(?:\[(?P<if>[^\]]*)\] ?)?(?P<words>.*)$")
GAP = re.compile(r"\{(each )?([a-z_0-9]+)\}")
KINDS = {"- ": "point", "= ": "fact", "( ) ": "tick", "____ ": "write"}
SHEET, OWN = "sheet", "own"
BARE = {"~~~": "sign", "===": SHEET, "+++": OWN}
# How each kind of piece begins in a letter that is kept.
MARKS = {"sender": "@ ", "heading": "# ", "paragraph": "¶ ", "point": "- ", "fact": "= ", "tick": "( ) ",
         "write": "____ ", "sign": "~~~", SHEET: "===", OWN: "+++"}  # fmt: skip


class GapsOpen(Exception):
    """Something that the letter says is not known yet. `names` are the gaps."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        super().__init__(", ".join(names))


@dataclass(frozen=True)
class Block:
    """A piece of a letter: sender, heading, paragraph, point, fact, tick, write, sign or sheet (a page
    begins)."""

    kind: str
    words: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a text, and what has to be known (or not known: `!`) for it to be said."""

    kind: str
    words: str
    asks: tuple[str, ...] = ()

    def said(self, values: Values) -> bool:
        return all(not values.get(one[1:]) if one.startswith("!") else bool(values.get(one)) for one in self.asks)

    @property
    def gaps(self) -> list[str]:
        return [name for _, name in GAP.findall(self.words)]


@dataclass(frozen=True)
class Text:
    """A letter with its gaps. `about` is what the letter does, for the person who sends it."""

    title: str
    about: str
    lines: tuple[Line, ...]
    welsh_read_by: str = ""

    @property
    def gaps(self) -> set[str]:
        return {gap for line in self.lines for gap in line.gaps}

    @property
    def asks(self) -> set[str]:
        """What decides whether a line is said."""
        return {one.lstrip("!") for line in self.lines for one in line.asks}

    @property
    def needs(self) -> set[str]:
        """The gaps that stand open in every such letter until they are filled."""
        return {gap for line in self.lines if not line.asks for gap in line.gaps}

    @property
    def plain(self) -> str:
        """The words with a plain word in each gap, to measure how they read."""
        return "\n".join(GAP.sub("Sam", line.words) for line in self.lines if line.words)


@cache
def load(code: str, language: str, version: int = 1) -> Text:
    """The text of one letter. A letter that was never written raises FileNotFoundError."""
    name = f"{code}.{language}.txt" if version == 1 else f"{code}.{version}.{language}.txt"
    head, _, body = (FOLDER / name).read_text(encoding="utf-8").partition("\n---\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    return Text(said["title"], said["about"], tuple(_lines(body)), said.get("welsh_read_by", ""))


def _lines(body: str) -> Iterator[Line]:
    for raw in body.splitlines():
        found = LINE.match(raw.strip())
        asks, words = tuple((found["if"] or "").split()), found["words"].strip()  # type: ignore[index]
        if words in BARE:
            yield Line(BARE[words], "", asks)
        elif words.startswith("**"):
            yield Line("heading", words.strip("*"), asks)
        else:
            mark = next((one for one in KINDS if words.startswith(one)), "")
            yield Line(KINDS.get(mark, "paragraph" if words else ""), words.removeprefix(mark), asks)


def open_gaps(text: Text, values: Values) -> list[str]:
    """What this letter would say and does not know, each once, in its order."""
    wanted = [gap for line in text.lines if line.said(values) for gap in line.gaps]
    return [gap for gap in dict.fromkeys(wanted) if not values.get(gap)]


def write(text: Text, values: Values) -> list[Block]:
    """The letter as it will be printed. Raises GapsOpen."""
    if missing := open_gaps(text, values):
        raise GapsOpen(missing)
    blocks: list[Block] = []
    paragraph: list[str] = []
    for line in text.lines:
        if line.kind == "paragraph" and line.said(values):
            paragraph.append(_filled(line.words, values))
        elif line.kind != "paragraph":
            if paragraph:
                blocks.append(Block("paragraph", " ".join(paragraph)))
                paragraph = []
            blocks += _blocks(line, values)
    return [*blocks, Block("paragraph", " ".join(paragraph))] if paragraph else blocks


def _blocks(line: Line, values: Values) -> list[Block]:
    if not line.kind or not line.said(values):
        return []
    found = GAP.search(line.words)
    if found and found[1]:
        each = values[found[2]]
        return [Block(line.kind, line.words.replace(found[0], _tidy(one))) for one in each]
    return [Block(line.kind, _filled(line.words, values))]


def _filled(words: str, values: Values) -> str:
    return GAP.sub(lambda gap: _tidy(str(values[gap[2]])), words)


def _tidy(words: str) -> str:
    return " ".join(words.split())


def exact_text(blocks: list[Block], *, sender: list[str]) -> str:
    """All that is printed below the address, as one text: who writes, and each piece behind the mark of its kind."""
    return "\n".join(
        [*(f"{MARKS['sender']}{_tidy(one)}" for one in sender), *(MARKS[b.kind] + b.words for b in blocks)]
    )


def blocks_of(text: str) -> list[Block]:
    """The pieces of an exact text: `exact_text` read back."""
    return [_marked(line) for line in text.splitlines()]


def said_in(kept: str, text: Text) -> set[str]:
    """What was chosen when the exact text `kept` was written: those lines that say one choice and have no gap."""
    found = {one.words for one in blocks_of(kept)}
    return {one.asks[0] for one in text.lines if len(one.asks) == 1 and not one.gaps and one.words in found}


def has_own_page(text: str) -> bool:
    """Whether a page of the person’s own words goes with it."""
    return any(one.kind == OWN for one in blocks_of(text))


def _marked(line: str) -> Block:
    kind, mark = next((kind, mark) for kind, mark in MARKS.items() if line.startswith(mark))
    return Block(kind, line.removeprefix(mark))


def fingerprint(*, address: str, text: str) -> str:
    """Of the exact text and of where it goes. Who agreed to one letter agreed to no other."""
    return sha256(f"{address}\n\n{text}".encode()).hexdigest()
