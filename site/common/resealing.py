"""Sealing texts again with the newest key, while everybody goes on working.

A column of a model is found by itself; texts that are sealed elsewhere (inside JSON, say) are declared with `also`.
Nothing is locked: a row is replaced only while its texts are still the ones that were read, so that somebody who edits
it at the same moment wins, and their text is sealed with the newest key already.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

from django.apps import apps
from django.conf import settings
from django.db import models

from common.fields import place_of, sealed_fields
from common.sealed import Ring, Sealed, seal, unseal

BATCH = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A row with sealed texts: `texts` by name, `places` where each belongs."""

    pk: Any
    texts: dict[str, Sealed]
    places: dict[str, str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One table of sealed texts.

    `read(after, size)` gives the next rows by primary key; `replace(pk, old, new)` puts new texts where the old ones
    still are, and answers whether they were.
    """

    name: str
    read: Callable[[Any, int], list[Row]]
    replace: Callable[[Any, dict[str, Sealed], dict[str, Sealed]], bool]


@dataclass
class Report:
    """What became of a shelf."""

    read: int = 0
    resealed: int = 0
    left: int = 0  # somebody else wrote at the same moment, again and again


_more: dict[str, Shelf] = {}


def also(shelf: Shelf) -> None:
    """Declare a place with sealed texts that no SealedTextField keeps."""
    _more[shelf.name] = shelf


def shelves() -> list[Shelf]:
    models_ = [model for model in apps.get_models() if sealed_fields(model) and not model._meta.proxy]
    return [_shelf_of(model) for model in models_] + list(_more.values())


def _shelf_of(model: type[models.Model]) -> Shelf:
    fields = sealed_fields(model)
    names = [field.name for field in fields]

    def read(after: Any, size: int) -> list[Row]:
        rows = model._base_manager.order_by("pk").values("pk", "ref", *names)
        rows = rows.filter(pk__gt=after) if after is not None else rows
        return [_row(model, values) for values in rows[:size]]

    def replace(pk: Any, old: dict[str, Sealed], new: dict[str, Sealed]) -> bool:
        return bool(model._base_manager.filter(pk=pk, **old).update(**new))

    return Shelf(model._meta.label_lower, read, replace)


def _row(model: type[models.Model], values: dict[str, Any]) -> Row:
    record = cast(models.Model, SimpleNamespace(_meta=model._meta, ref=values["ref"]))
    texts = {field.name: values[field.name] for field in sealed_fields(model)}
    found = {name: text for name, text in texts.items() if isinstance(text, Sealed)}
    return Row(values["pk"], found, {f.name: place_of(record, f) for f in sealed_fields(model) if f.name in found})


def rows_of(shelf: Shelf, *, size: int = BATCH) -> Iterator[list[Row]]:
    """All rows, in batches, by primary key."""
    after = None
    while batch := shelf.read(after, size):
        yield batch
        after = batch[-1].pk


def key_names(shelf: Shelf) -> Counter[str]:
    """How many texts each key has sealed."""
    return Counter(text.key_name for batch in rows_of(shelf) for row in batch for text in row.texts.values())


def reseal(shelf: Shelf, *, tell: Callable[[Report], None], size: int = BATCH, ring: Ring | None = None) -> Report:
    """Seal every text of a shelf with the newest key; `tell` is called after each batch. Raises CannotOpen.

    Killed at any moment it has lost nothing: started again, it passes over what is done.
    """
    keys = settings.FIELD_KEYS if ring is None else ring
    newest, report = next(iter(keys)), Report()
    for batch in rows_of(shelf, size=size):
        for row in batch:
            report.read += 1
            old = {name: text for name, text in row.texts.items() if text.key_name != newest}
            if not old:
                continue
            opened = {name: unseal(text, place=row.places[name], ring=keys) for name, text in old.items()}
            new = {name: seal(plain, place=row.places[name], ring=keys) for name, plain in opened.items()}
            if shelf.replace(row.pk, old, new):
                report.resealed += 1
            else:
                report.left += 1
        tell(report)
    return report
