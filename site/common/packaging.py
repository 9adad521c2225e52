"""Pages to take along, for a hub or a stick without a network: no file from outside, no script needed.

The same texts make the same bytes, so that two copies can be compared.
"""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

STYLE = "style.css"
Files = Mapping[str, str | bytes]


def style_sheet() -> str:
    """How such pages look at any width, light and dark, and on paper."""
    return (Path(__file__).with_name("packages") / STYLE).read_text(encoding="utf-8")


def zipped(files: Files, *, at: datetime) -> bytes:
    """The files as a ZIP, each marked with the same moment."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = ZipInfo(name, date_time=at.timetuple()[:6])
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, content.encode() if isinstance(content, str) else content)
    return made.getvalue()
