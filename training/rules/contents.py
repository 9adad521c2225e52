"""A block of a lesson as plain data, the same for marking, printing and a zip: from what Wagtail stores of it."""

from collections.abc import Mapping
from typing import Any

Raw = Mapping[str, Any]


def block_content(raw: Raw) -> dict[str, Any]:
    """{"id", "type", "value"}; the items of a list keep the ids that Wagtail gave them, as ids of their own."""
    return {"id": raw["id"], "type": raw["type"], "value": _plain(raw["value"])}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_item(inner) for inner in value]
    return value


def _item(inner: Any) -> Any:
    is_item = isinstance(inner, Mapping) and set(inner) == {"type", "value", "id"}
    if not is_item:
        return _plain(inner)
    value = _plain(inner["value"])
    return {"id": inner["id"], **value} if isinstance(value, dict) else {"id": inner["id"], "says": value}
