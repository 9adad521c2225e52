"""What a tool is made of: words, and places to write and to tick. Each block of its own kind says what it is on paper.

| kind of part | what it holds |
|---|---|
| ticks | lines, each with a box |
| blanks | labels, each with a line to write on |
| room | title, lines: how many there are to write on |
| table | title, headings, rows of cells |
"""

from collections.abc import Callable
from typing import Any

from wagtail import blocks

from pages.blocks import RICH, DoDont, Heading, Paragraph, Steps, Unsure, WhatToSay, words
from pages.helplines import Helpline
from pages.rules.tools import Part, cells_of


class OnPaper:
    """Gives a block's template its part, the same that goes into the files; each block says how it makes it."""

    part: Callable[[Any], Part]

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)  # type: ignore[misc]  # a mixin of blocks
        return context | {"part": self.part(value)}


class Ticks(OnPaper, blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(words("What to tick", longest=200), **kwargs)

    class Meta:
        icon = "tick"
        label = "Things to tick"
        template = "blocks/sheet_part.html"
        description = "Lines, each with a box to tick."

    def part(self, value: Any) -> Part:
        return {"kind": "ticks", "lines": [str(line) for line in value if line]}


class Blanks(OnPaper, blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(blocks.CharBlock(label="What to write", max_length=120), **kwargs)

    class Meta:
        icon = "edit"
        label = "Lines to fill in"
        template = "blocks/sheet_part.html"
        description = "Labels, each with a line to write on."

    def part(self, value: Any) -> Part:
        return {"kind": "blanks", "labels": [str(label) for label in value if label]}


class Room(OnPaper, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    lines = blocks.IntegerBlock(min_value=1, max_value=20, default=3)

    class Meta:
        icon = "edit"
        label = "Room to write"
        template = "blocks/sheet_part.html"
        description = "A heading, and empty lines below it."

    def part(self, value: Any) -> Part:
        return {"kind": "room", "title": value["title"] or "", "lines": value["lines"] or 1}


class Grid(OnPaper, blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=120)
    headings = blocks.CharBlock(max_length=300, help_text="With | between them.")
    rows = blocks.TextBlock(required=False, help_text="Each row on a line of its own, with | between its cells.")
    empty = blocks.IntegerBlock(required=False, min_value=0, max_value=20, label="How many empty rows")

    class Meta:
        icon = "table"
        label = "Table"
        template = "blocks/sheet_part.html"
        description = "A table, filled or to fill in."

    def part(self, value: Any) -> Part:
        headings = cells_of(value["headings"] or "")
        rows = [cells_of(row, width=len(headings)) for row in (value["rows"] or "").splitlines() if row.strip()]
        rows += [[""] * len(headings) for _ in range(value["empty"] or 0)]
        return {"kind": "table", "title": value["title"] or "", "headings": headings, "rows": rows}


class ToolBody(blocks.StreamBlock):
    heading = Heading(max_length=120)
    paragraph = Paragraph(features=RICH)
    steps = Steps()
    do_dont = DoDont()
    what_to_say = WhatToSay()
    unsure = Unsure()
    ticks = Ticks()
    blanks = Blanks()
    room = Room()
    grid = Grid()
    helpline = Helpline()

    class Meta:
        required = False


OWN = ("ticks", "blanks", "room", "grid")
