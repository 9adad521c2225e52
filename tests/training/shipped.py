"""The modules that come with Alongside, each as a version that stands in no database."""

import tomllib
from datetime import UTC, datetime
from uuid import UUID

from tests.house.survey import ROOT
from training.models import ModuleVersion
from training.rules.contents import block_content
from training.rules.shipped import body, outcomes, sources
from training.rules.versions import canonical, sha256

HOME = ROOT / "training" / "content"
KEYS = [key for course in tomllib.loads((HOME / "courses.toml").read_text())["courses"] for key in course["modules"]]


def version_of(key: str) -> ModuleVersion:
    said = tomllib.loads((HOME / f"{key}.toml").read_text())
    content = {
        "title": said["title"], "summary": said["summary"], "minutes": said["minutes"],
        "outcomes": [one["value"] for one in outcomes(key, said)], "warning": said.get("warning", ""),
        "sources": sources(key, said), "pass_mark": 70, "most_tries": None, "test_minutes": None,
        "valid_months": said.get("valid_months"),
        "lessons": [
            {"id": one["slug"], "title": one["title"], "summary": one["summary"], "minutes": one["minutes"],
             "blocks": [block_content(raw) for raw in body(key, one)]}
            for one in said["lessons"]
        ],
    }  # fmt: skip
    return ModuleVersion(
        title=said["title"], number=3, language="en-gb", content=canonical(content), sha256=sha256(content),
        module_key=UUID("5e1f0f54-7f5c-4d0f-8d7b-3a6f0a2b9c11"), published_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    )  # fmt: skip
