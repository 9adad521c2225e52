"""The house's columns: how a day, a number or a status looks in a table, and the words for sorting it up and down."""

from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, Field
from django.utils.dateformat import format as in_words
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tables2 import Column
from django_tables2.columns import library
from django_tables2.columns.base import BoundColumn

from common.dates import LONDON, local_day

DAY = "j M Y"
MOMENT = "j M Y, H:i"


class TextColumn(Column):
    """`directions` are the words for sorting up and down."""

    directions = ("A to Z", "Z to A")


@library.register
class DayColumn(Column):
    """17 Nov 2026."""

    directions = ("oldest first", "newest first")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial_sort_descending", True)
        super().__init__(*args, **kwargs)

    def render(self, value: Any) -> str:
        return in_words(value, DAY)

    @classmethod
    def from_field(cls, field: Field, **kwargs: Any) -> Column | None:
        return cls(**kwargs) if isinstance(field, DateField) else None


@library.register
class MomentColumn(DayColumn):
    """17 Nov 2026, 14:30: what the clock in London said."""

    def render(self, value: Any) -> str:
        return in_words(value.astimezone(LONDON), MOMENT)

    @classmethod
    def from_field(cls, field: Field, **kwargs: Any) -> Column | None:
        return cls(**kwargs) if isinstance(field, DateTimeField) else None


class DaysColumn(Column):
    """“70 days”: how long since the moment in the column. The table is told what `today` is."""

    directions = ("longest first", "shortest first")

    def render(self, value: Any, table: Any) -> str:
        days = (table.today - local_day(value)).days if table.today else 0
        return "1 day" if days == 1 else f"{days} days"


@library.register
class YesNoColumn(Column):
    directions = ("no first", "yes first")

    def render(self, value: bool) -> str:
        return "Yes" if value else "No"

    @classmethod
    def from_field(cls, field: Field, **kwargs: Any) -> Column | None:
        return cls(**kwargs) if isinstance(field, BooleanField) else None


class NumberColumn(Column):
    """12,345, set to the right."""

    directions = ("smallest first", "largest first")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("attrs", {"th": {"class": "num"}, "td": {"class": "num"}})
        super().__init__(*args, **kwargs)

    def render(self, value: Any) -> str:
        return f"{value:,}"


class TagColumn(Column):
    """A status as a tag, in the tone (go, wait, stop, brand) that `tones` or the model's STATUS_TONES names for it."""

    directions = ("A to Z", "Z to A")

    def __init__(self, *args: Any, tones: dict[str, str] | None = None, **kwargs: Any) -> None:
        self.tones = tones or {}
        super().__init__(*args, **kwargs)

    def render(self, value: Any, raw: Any, record: Any, bound_column: BoundColumn) -> SafeString:
        tones = self.tones or getattr(record, f"{bound_column.accessor.upper()}_TONES", {})
        tone = tones.get(raw)
        return format_html('<span class="tag{}">{}</span>', f" tag--{tone}" if tone else "", value)


def directions(column: Column) -> tuple[str, str]:
    return getattr(column, "directions", TextColumn.directions)
