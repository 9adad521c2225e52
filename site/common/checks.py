"""What `manage.py check --database default` and `migrate` find wrong with the sealed texts before anybody meets it."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from common.resealing import Shelf, shelves
from common.sealed import CannotOpen, unseal


@checks.register(checks.Tags.database)
def keys_open_what_is_sealed(
    app_configs: Any = None, databases: Any = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """The first sealed text of each table opens with the keys that are set. The text is shown to nobody."""
    if not databases:
        return []
    if not settings.FIELD_KEYS:
        return [checks.Error("FIELD_KEYS is empty: sealed texts cannot be opened.", id="common.E001")]
    return [problem for shelf in shelves() if (problem := _why_shut(shelf))]


def _why_shut(shelf: Shelf) -> checks.CheckMessage | None:
    try:
        for row in shelf.read(None, 20):
            for name, text in row.texts.items():
                unseal(text, place=row.places[name])
                return None
    except CannotOpen as fault:
        hint = "Put back the key that sealed it. `manage.py reseal --check` says which keys are in use."
        return checks.Error(f"{shelf.name} does not open: {fault}", hint=hint, id="common.E002")
    except DatabaseError:
        return None  # its table is not there yet
    return None
