"""Cutting a version of a tool when it is published."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from pages.models import ToolPage, ToolVersion
from pages.rules.tools import canonical, sha256
from pages.tool_sheets import content_of


@transaction.atomic
def cut(*, page: ToolPage, by: Any, at: datetime) -> ToolVersion:
    """The version that readers get from now on. Published again without a change, the last one stays."""
    # Whoever publishes at the same moment waits here, and then finds this version.
    ToolPage.objects.select_for_update().get(pk=page.pk)
    content = content_of(page)
    mine = ToolVersion.objects.of(page).newest_first().first()
    if mine is not None and mine.sha256 == sha256(content):
        return mine
    tool = mine.tool if mine else page.slug
    # Another page may have stood at this address before: its numbers are not given again.
    last = ToolVersion.objects.filter(tool=tool).newest_first().first()
    version = ToolVersion.objects.create(
        page=page, tool=tool, number=last.number + 1 if last else 1, title=page.title, content=canonical(content),
        sha256=sha256(content), words=page.words(), change_note=page.change_note if mine else "",
        is_material=page.is_material and mine is not None, published_at=at, published_by=by,
    )  # fmt: skip
    audit.record(verb="pages.tool.cut", by=by, at=at, subject=version, number=version.number)
    return version
