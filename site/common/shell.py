"""What a page needs besides itself, so that a phone can show it without signal."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from common.styles import HOUSE, is_joined

FONTS = ("fonts/atkinson/AtkinsonHyperlegible-Regular.ttf", "fonts/atkinson/AtkinsonHyperlegible-Bold.ttf")


def styles() -> list[str]:
    """The names of all our style sheets: one imports the others."""
    home = Path(settings.ROOT) / "static"
    return sorted(path.relative_to(home).as_posix() for path in (home / "css").rglob("*.css"))


def addresses(names: Iterable[str]) -> list[str]:
    """Where the browser finds these static files; hashed, where the house hashes them, and the styles as one."""
    left_out = set(styles()) - {HOUSE} if is_joined() else set()
    return [static(name) for name in names if name not in left_out]


def fingerprint(names: Iterable[str], *pages: str) -> str:
    """Another one whenever a file or a page says something else."""
    together = hashlib.sha256()
    for name in names:
        together.update((_read_again if settings.DEBUG else _read_once)(name))
    for page in pages:
        together.update(page.encode())
    return together.hexdigest()[:16]


def _read_again(name: str) -> bytes:
    found = finders.find(name)
    return Path(found).read_bytes() if isinstance(found, str) else name.encode()


@cache
def _read_once(name: str) -> bytes:
    return hashlib.sha256(_read_again(name)).digest()
