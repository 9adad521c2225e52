"""The house's filter sets: forms read with GET, whose every bad value is answered with a sentence beside the field.

What is typed here stands in the address, so filter only by what says nothing about a person: a status, a place, a day.
For names and numbers give the list a `search` (see common.searching).
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import DateTimeField, QuerySet
from django_filters import ChoiceFilter, DateFilter, FilterSet, ModelChoiceFilter, MultipleChoiceFilter
from django_filters.utils import get_model_field

from common.dates import LONDON
from common.forms import HouseForm

ANY = "Any"
DASHES = "---------"
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
YEARS = f"Enter a year between {FIRST_DAY.year} and {LAST_DAY.year}."


class HouseFilterSet(FilterSet):
    """A django-filter FilterSet that wears the house's form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for wanted in self.filters.values():
            if isinstance(wanted, ChoiceFilter) and wanted.extra.get("empty_label", DASHES) == DASHES:
                wanted.extra["empty_label"] = ANY

    def get_form_class(self) -> type[forms.Form]:
        base = HouseForm if self._meta.form is forms.Form else self._meta.form
        fields = {name: wanted.field for name, wanted in self.filters.items()}
        return type("FilterForm", (base,), {"marks_optional": False, **fields})


class OneOf(ModelChoiceFilter):
    """One record of `queryset`, named in the address by its ref."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("to_field_name", "ref")
        if kwargs.get("empty_label", DASHES) == DASHES:
            kwargs["empty_label"] = ANY
        super().__init__(*args, **kwargs)


class AnyOf(MultipleChoiceFilter):
    """Tick boxes: rows with any of the ticked values. The column must be the row's own, not one of several."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        kwargs.setdefault("distinct", False)
        super().__init__(*args, **kwargs)


class _DayFilter(DateFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault(
            "validators", [MinValueValidator(FIRST_DAY, message=YEARS), MaxValueValidator(LAST_DAY, message=YEARS)]
        )
        super().__init__(*args, **kwargs)

    def bound(self, day: date) -> date | datetime:
        """The day itself for a day's column; for a moment's column the midnight in London at which it starts."""
        if isinstance(get_model_field(self.model, self.field_name), DateTimeField):
            return datetime.combine(day, time.min, tzinfo=LONDON)
        return day


class FromDay(_DayFilter):
    """This day and later. Written so that an index on the column is used."""

    def filter(self, queryset: QuerySet, value: date | None) -> QuerySet:
        return queryset.filter(**{f"{self.field_name}__gte": self.bound(value)}) if value else queryset


class ToDay(_DayFilter):
    """This day and earlier, the whole of it."""

    def filter(self, queryset: QuerySet, value: date | None) -> QuerySet:
        if not value:
            return queryset
        return queryset.filter(**{f"{self.field_name}__lt": self.bound(value + timedelta(days=1))})
