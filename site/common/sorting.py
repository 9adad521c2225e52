"""What a list may be sorted by: the columns that say so with `order_by`, each both ways; nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet

from common.columns import directions
from common.forms import HouseForm
from common.paging import Key, keys_for
from common.tables import HouseTable, sortable


@dataclass(frozen=True, slots=True)
class Sort:
    """`alias` is what stands in the address: `name` or `-name`."""

    alias: str
    label: str
    paths: Sequence[str]

    @property
    def column(self) -> str:
        return self.alias.lstrip("-")

    def keys(self, queryset: QuerySet) -> tuple[Key, ...]:
        return keys_for(queryset, self.paths)


class SortForm(HouseForm):
    """The "Sort by" of the filters: on a phone the headings of the table are not shown."""

    marks_optional = False
    sort = forms.ChoiceField(label="Sort by", required=False)

    def __init__(self, sorts: dict[str, Sort], *, chosen: str) -> None:
        super().__init__(initial={"sort": chosen})
        self.fields["sort"].choices = [(sort.alias, sort.label) for sort in sorts.values()]  # type: ignore[attr-defined]


def sorts_of(table: type[HouseTable]) -> dict[str, Sort]:
    """Every way to sort this table, by its alias."""
    sorts: dict[str, Sort] = {}
    for name, column in sortable(table).items():
        paths = [str(path) for path in column.order_by]
        header = str(column.verbose_name or name.replace("_", " ").capitalize())
        up, down = directions(column)
        ways = {
            name: Sort(name, f"{header}, {up}", paths),
            f"-{name}": Sort(f"-{name}", f"{header}, {down}", [_opposite(path) for path in paths]),
        }
        sorts.update(reversed(ways.items()) if column.initial_sort_descending else ways)
    return sorts


def default_of(table: type[HouseTable], sorts: dict[str, Sort]) -> Sort:
    """What `Meta.order_by` of the table says, else the first; without any, what was added last comes first."""
    for alias in table._meta.order_by or ():
        if alias in sorts:
            return sorts[alias]
    return next(iter(sorts.values()), Sort("", "", ()))


def headings(sorts: dict[str, Sort], *, now: Sort, url: Callable[[str], str]) -> dict[str, tuple[str, str]]:
    """For each column the address that its heading leads to, and its aria-sort.

    A heading sorts first by the way that stands first in "Sort by", then the other way round.
    """
    found: dict[str, tuple[str, str]] = {}
    for alias, sort in sorts.items():
        if sort.column == now.column:
            found[sort.column] = (url(_opposite(now.alias)), "descending" if now.alias.startswith("-") else "ascending")
        else:
            found.setdefault(sort.column, (url(alias), ""))
    return found


def _opposite(alias: str) -> str:
    return alias[1:] if alias.startswith("-") else f"-{alias}"
