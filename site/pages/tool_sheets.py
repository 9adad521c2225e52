"""A tool as plain data, kept with each version: from this its page, its PDF and its Word file are made.

{"title", "purpose", "for_whom", "how", "nation", "licence" (a code), "unread" ("" or a sentence), "parts", "sources"};
the parts are those of papers.py and of tool_blocks.py.
"""

from collections.abc import Iterator
from typing import Any

from pages import papers
from pages.models import ToolPage
from pages.rules.tools import UNREAD_TOOL, Part
from pages.tool_blocks import OWN


def content_of(page: ToolPage) -> dict[str, Any]:
    return {
        "title": page.title,
        "purpose": page.summary,
        "for_whom": page.for_whom,
        "how": page.how,
        "nation": page.get_nation_display(),
        "licence": page.licence,
        "unread": UNREAD_TOOL if page.awaits_reading else "",
        "parts": [part for block in page.body for part in _parts_of(block)],
        "sources": [papers.source_of(one.block_type, one.value) for one in page.sources],
    }


def _parts_of(block: Any) -> Iterator[Part]:
    if block.block_type in OWN:
        yield block.block.part(block.value)
    else:
        yield from papers.parts_of(block.block_type, block.value)
