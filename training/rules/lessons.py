"""The pages on which a module is read: each lesson, cut where something hard comes next.

A page ends before a pause, so that nobody meets what comes after it without choosing to. What is asked in the test
stands among the lessons, where editors write it, and is shown in the test alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from training.rules.versions import Block, counts

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """One page. `blocks` are all that stand on it, in order; `ahead` is the pause after it, if one comes."""

    number: int
    lesson: Mapping[str, Any]
    blocks: list[Block]
    ahead: Block | None
    is_first: bool

    @property
    def shown(self) -> list[Block]:
        return [block for block in self.blocks if not is_of_the_test(block)]

    @property
    def ids(self) -> list[str]:
        """What counts as read once somebody goes on: a reflection that must be written waits until it is."""
        return [block["id"] for block in self.blocks if not must_be_written(block)]

    def is_read(self, seen: Collection[str]) -> bool:
        return all(block["id"] in seen for block in self.blocks if counts(block) and not must_be_written(block))


def is_of_the_test(block: Block) -> bool:
    return bool(block["type"] == "question" and block["value"].get("when") == "test")


def must_be_written(block: Block) -> bool:
    return bool(block["type"] == "reflection" and not block["value"].get("may_skip"))


def parts(content: Content, only: Collection[str] | None = None) -> list[Part]:
    """All pages in order; with `only`, those alone on which one of these blocks is shown, and nothing else on them."""
    found: list[Part] = []
    for lesson in content["lessons"]:
        pages = _of_lesson(lesson, only)
        for place, (_, blocks) in enumerate(pages):
            ahead = pages[place + 1][0] if place + 1 < len(pages) else None
            found.append(Part(len(found) + 1, lesson, blocks, ahead, place == 0))
    return found


def _of_lesson(lesson: Mapping[str, Any], only: Collection[str] | None) -> list[tuple[Block | None, list[Block]]]:
    """Pairs of the pause before a page, if any, and what stands on it. A page with nothing to show is left out."""
    pages: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in lesson["blocks"]:
        if block["type"] == "pause":
            pages.append((block, []))
        elif only is None or block["id"] in only:
            pages[-1][1].append(block)
    kept = [(before, blocks) for before, blocks in pages if any(not is_of_the_test(block) for block in blocks)]
    # Where the very first thing is hard, there is a page to stop on before it.
    return [(None, []), *kept] if kept and kept[0][0] is not None else kept


def resume_at(pages: Sequence[Part], seen: Collection[str]) -> Part | None:
    """The first that is not read; None where all are."""
    return next((page for page in pages if not page.is_read(seen)), None)


def to_write(content: Content, seen: Collection[str]) -> list[Block]:
    """Reflections that must be written and are not yet."""
    blocks = [block for lesson in content["lessons"] for block in lesson["blocks"]]
    return [block for block in blocks if must_be_written(block) and block["id"] not in seen]


def page_of(pages: Sequence[Part], block_id: str) -> Part | None:
    return next((page for page in pages if any(block["id"] == block_id for block in page.blocks)), None)


def story_before(content: Content, block_id: str) -> Block | None:
    """The scenario that a question of the test is about: the one before it, with nothing but questions between."""
    for lesson in content["lessons"]:
        story: Block | None = None
        for block in lesson["blocks"]:
            if block["id"] == block_id:
                return story
            if block["type"] != "question":
                story = block if block["type"] == "scenario" else None
    return None
