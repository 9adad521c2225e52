"""The style sheets: while somebody works on them a browser reads each by itself, and people get them all as one.

A browser learns only from house.css which others there are, and fetches thirty more before it draws anything: on a slow
telephone that is seconds. So `collectstatic` writes what house.css imports into it, each in its layer.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles import storage as kept
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

HOUSE = "css/house.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')
ADDRESS = re.compile(r'url\("(?!data:)([^"]+)"\)')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
Paths = dict[str, tuple[Any, str]]


class Held:
    """Stands in for the folder that a file came from."""

    def __init__(self, text: str) -> None:
        self.text = text

    def open(self, path: str) -> ContentFile[bytes]:
        return ContentFile(self.text.encode(), name=path)


class OneSheet(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise says nothing of its types
    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if HOUSE in paths and not dry_run:
            paths = {**paths, HOUSE: (Held(joined(paths)), HOUSE)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def joined(paths: Paths) -> str:
    """What house.css imports stands where it was imported, and addresses in it start from house.css."""

    def stand(found: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(HOUSE), found[1]))
        return f"@layer {found[2]} {{\n{_from_house(_read(paths, name), name)}}}"

    return _close(IMPORT.sub(stand, _read(paths, HOUSE)))


def is_joined() -> bool:
    return isinstance(kept.staticfiles_storage, OneSheet)


def _read(paths: Paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())


def _from_house(text: str, name: str) -> str:
    def turn(found: re.Match[str]) -> str:
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1]))
        return f'url("{posixpath.relpath(whole, posixpath.dirname(HOUSE))}")'

    return ADDRESS.sub(turn, text)


def _close(text: str) -> str:
    """Without comments and margins."""
    return re.sub(r"\n\s*", "\n", COMMENT.sub("", text)).strip() + "\n"
