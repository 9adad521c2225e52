"""Files of the media storage in parts, as players of films and of sound ask for them (RFC 9110, sections 13 and 14).

Safari plays nothing from a server that cannot send a part, and nobody could move forward in a film. Django's
FileResponse always sends the whole file.
"""

import hashlib
import re
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

# One range, from 0 and both ends included; or the last so many bytes. Longer numbers mean no file of ours.
ONE = re.compile(r"bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", re.ASCII | re.IGNORECASE)


class CannotBeMet(Exception):
    """The part that was asked for begins behind the end of the file."""


def wanted(said: str, size: int) -> range | None:
    """The bytes that a Range header asks for, of a file with `size` bytes; None means all.

    What we do not read counts as not said, as the RFC allows: other units, several ranges, a range that ends before it
    begins. Raises CannotBeMet.
    """
    found = ONE.fullmatch(said)
    first, last = found.groups() if found else ("", "")
    if not first and not last:
        return None
    if not first:
        begin, end = max(size - int(last), 0), size
    else:
        begin, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < begin:
            return None
    if begin >= size:
        raise CannotBeMet
    return range(begin, end)


class Part:
    """An opened file from one byte to another, for FileResponse, which reads in pieces and closes what it was given."""

    def __init__(self, opened: File[Any], part: range) -> None:
        opened.seek(part.start)
        self._opened, self._left = opened, len(part)

    def read(self, most: int) -> bytes:
        piece: bytes = self._opened.read(min(most, self._left))
        self._left -= len(piece)
        return piece

    def close(self) -> None:
        self._opened.close()


def send(request: HttpRequest, stored: str, *, content_type: str, save_as: str = "") -> HttpResponseBase:
    """The file kept under the name `stored`, or as much of it as the request asks for: 200, 206, 304, 412 or 416.

    With `save_as` it is saved under that name and never shown. Who may have it is asked before this. Raises
    FileNotFoundError.
    """
    opened = default_storage.open(stored)
    changed, size = int(default_storage.get_modified_time(stored).timestamp()), opened.size
    # The storage gives each file a name of its own and never writes into one: this tells two contents apart.
    etag = f'"{hashlib.sha256(f"{stored} {size} {changed}".encode()).hexdigest()[:32]}"'
    tags = {"Accept-Ranges": "bytes", "ETag": etag, "Last-Modified": http_date(changed)}
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag, last_modified=changed)
    if response is None:
        response = _answer(opened, size, _range_of(request, tags), content_type=content_type, save_as=save_as)
    else:
        opened.close()
    for name, value in tags.items():
        response[name] = value
    return response


def _range_of(request: HttpRequest, tags: dict[str, str]) -> str:
    """The Range header, if it counts: for GET alone, and if the file is still the one that If-Range speaks of."""
    only_if = request.headers.get("If-Range", "")
    counts = request.method == "GET" and only_if in ("", tags["ETag"], tags["Last-Modified"])
    return request.headers.get("Range", "") if counts else ""


def _answer(opened: File[Any], size: int, said: str, *, content_type: str, save_as: str) -> HttpResponseBase:
    try:
        part = wanted(said, size)
    except CannotBeMet:
        opened.close()
        return HttpResponse(status=416, content_type="text/plain", headers={"Content-Range": f"bytes */{size}"})
    how: dict[str, Any] = {"content_type": content_type, "as_attachment": bool(save_as), "filename": save_as}
    if part is None:
        return FileResponse(opened, **how)
    response = FileResponse(Part(opened, part), status=206, **how)
    response["Content-Length"] = str(len(part))
    response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return response
