"""Documents for paper: tagged PDF (PDF/UA-1), set by Typst from a template in templates/typst/ and plain values.

    made = documents.pdf("sheets", title="Session sheets", at=now, large=False, sheets=[…])
    return documents.respond(made, name="sheets", at=now)

What people typed reaches a template only as a value, never as a part of it: `#eval("1")` prints as it stands.
Typst runs in a process of its own, which is stopped when it takes too long, reaches no network and reads no file
outside templates/typst/.
"""

import io
import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible
import segno
from django.conf import settings
from django.http import FileResponse

from common.dates import local_day
from common.text import clean

PDF = "application/pdf"
TYPESETTING = Path(__file__).with_name("typesetting.py")
FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
SECONDS = 20
# A stack of fifty large-print sheets is far below it.
LARGEST = 2_000_000
# Nothing listens there: were a template ever to name a package of the network, it would not come.
SHUT_IN = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}


class CannotMake(Exception):
    """The document could not be made: the template is wrong, or it took too long. The message is for the log."""


def pdf(template: str, *, title: str, at: datetime, large: bool = False, **values: Any) -> bytes:
    """The document as a PDF. `title` says what it is and names nobody: it stands in the file's own description.

    `values` are text, numbers, booleans, lists and mappings of these. Raises CannotMake.
    """
    data = json.dumps(_plain({"title": title, "large": large, **values}))
    if len(data) > LARGEST:
        raise CannotMake(f"{template}: {len(data)} characters are too many for one document")
    job = {
        "template": str(settings.ROOT / "templates" / "typst" / f"{template}.typ"),
        "root": str(settings.ROOT / "templates" / "typst"),
        "fonts": str(FONTS),
        "made_at": int(at.timestamp()),
        "data": data,
    }
    return _typeset(template, json.dumps(job).encode())


def _typeset(template: str, job: bytes) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  our own Python and our own file; what people typed travels as input
            [sys.executable, "-I", TYPESETTING],
            input=job, capture_output=True, timeout=SECONDS, check=False, env=SHUT_IN,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise CannotMake(f"{template} took longer than {SECONDS} seconds") from None
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise CannotMake(f"{template}: {done.stderr.decode(errors='replace')[-500:]}")
    return done.stdout


def _plain(value: Any) -> Any:
    """Values that JSON can carry, their texts without control characters."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return clean(str(value))


def qr(words: str) -> str:
    """A QR code that holds exactly `words`, as SVG text for a template to draw."""
    drawn = io.BytesIO()
    segno.make_qr(words, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def respond(made: bytes, *, name: str, at: datetime) -> FileResponse:
    """The PDF in pieces, to be read in the browser. `name` names nobody: it ends up in a folder of downloads."""
    file_name = f"{name}-{local_day(at):%Y-%m-%d}.pdf"
    response = FileResponse(io.BytesIO(made), as_attachment=False, filename=file_name, content_type=PDF)
    response["X-Content-Type-Options"] = "nosniff"
    return response
