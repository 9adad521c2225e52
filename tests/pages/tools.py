"""Tools, as they are put in place and published anew, and an organisation that uses one."""

import json
from typing import Any

from pages.models import ToolPage, ToolVersion

KEYS = {"home", "tools", "tool-who-does-what", "tool-consent-to-share"}
TOLD = {
    "organisation": "HMP Made Up",
    "kind": "prison",
    "change": "some",
    "how": "Shorter.",
    "email": "team@example.org",
}


def publish(tool: ToolPage, words: str = "Ask everyone, twice.", **changes: Any) -> ToolVersion | None:
    """The next version, as the workflow would publish it; nobody wrote it, so nobody need agree."""
    tool = ToolPage.objects.get(pk=tool.pk)
    tool.body = json.dumps([{"type": "paragraph", "value": f"<p>{words}</p>"}])
    for name, value in changes.items():
        setattr(tool, name, value)
    tool.save_revision().publish()
    return ToolVersion.objects.of(tool).newest_first().first()
