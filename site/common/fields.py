"""A model field whose text is sealed in the database and opens only in its own row."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from common.sealed import Sealed, seal, unseal


def place_of(record: models.Model, field: models.Field) -> str:
    """Where a text belongs: `people.person.family_name:7h2kq09vxt4m`."""
    return f"{record._meta.label_lower}.{field.name}:{record.ref}"  # type: ignore[attr-defined]


class _Opening(DeferredAttribute):
    """Opens the text when it is first read, so that a list that never shows it never opens it."""

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or not isinstance(value, Sealed):
            return value
        plain = unseal(value, place=place_of(instance, self.field))
        instance.__dict__[self.field.attname] = plain
        return plain

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedTextField(models.TextField):
    """Text sealed with the key ring. The model must have a `ref`. An empty text stays empty, which needs no key to see.

    It cannot be searched or sorted: keep a blind index beside it for exact look-ups.
    """

    descriptor_class = _Opening

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Sealed | str | None:
        return Sealed(value) if value else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """A text that nobody has opened goes back as it came; but never into a new row, where it would not open."""
        value = model_instance.__dict__.get(self.attname, "")
        if isinstance(value, Sealed) and add:
            raise FieldError(f"{self.name} is sealed to another row: open it before you copy it.")
        if value and not isinstance(value, Sealed):
            return seal(str(value), place=place_of(model_instance, self))
        return value

    def get_lookup(self, lookup_name: str) -> Any:
        """Only “is it empty?”: whatever else is asked of a sealed text would find nothing and say nothing."""
        return super().get_lookup(lookup_name) if lookup_name in {"exact", "in", "isnull"} else None

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Sealed):
            return value.token
        if value:
            raise FieldError(f"{self.name} is sealed: save it on a record, and look it up by its blind index.")
        return value

    def value_to_string(self, obj: models.Model) -> str:
        """For fixtures: the sealed text, never the open one."""
        return str(self.get_prep_value(self.pre_save(obj, add=False)) or "")

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Sealed) else super().to_python(value)


def sealed_for_update(record: models.Model, changes: dict[str, Any]) -> dict[str, Any]:
    """`changes` with the texts of sealed fields sealed to this record, ready for a QuerySet's update()."""
    sealed = {field.name: field for field in sealed_fields(type(record))}
    return {
        name: seal(str(value), place=place_of(record, sealed[name]))
        if name in sealed and value and not isinstance(value, Sealed)
        else value
        for name, value in changes.items()
    }


def sealed_fields(model: type[models.Model]) -> list[SealedTextField]:
    return [field for field in model._meta.concrete_fields if isinstance(field, SealedTextField)]
