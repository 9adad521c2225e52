"""The smallest parts of a page."""

from typing import Any

Block = dict[str, Any]


def text(words: str) -> Block:
    return {"kind": "text", "words": words}


def heading(words: str) -> Block:
    return {"kind": "heading", "words": words}
