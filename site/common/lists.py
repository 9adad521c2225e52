"""One list on one request: what is asked for, what is found, and where to go from there (see common.listing)."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

from common import addresses, downloads, paging, sorting
from common.filters import HouseFilterSet
from common.searching import SearchForm, kept
from common.tables import HouseTable, Rows, nouns

PER_PAGE = 25
LOST = "The row you had reached is not in this list any more, so this is the start of it."
FORGOTTEN = "We no longer hold what you searched for. Type it again."
WRONG_FILTERS = "We cannot show the list until the filters are put right."

Search = Callable[[QuerySet, str], QuerySet]


class Listing:
    """Everything is worked out when it is first asked for; `listing.build` says what each part is."""

    def __init__(
        self,
        request: HttpRequest,
        *,
        table: type[HouseTable],
        queryset: QuerySet,
        name: str,
        filterset: type[HouseFilterSet] | None = None,
        search: Search | None = None,
        search_help: str = "",
        per_page: int = PER_PAGE,
        export_rule: Callable[[Any], bool] | None = None,
        on_export: downloads.OnExport | None = None,
        asks_reason: bool = True,
    ) -> None:
        if export_rule is not None and on_export is None:
            raise ImproperlyConfigured(f"{name} can be exported, so it needs on_export to write the trail")
        self.request, self.table_class, self.visible, self.name = request, table, queryset, name
        self.filterset = filterset(request.GET, queryset=queryset, request=request) if filterset else None
        self.search, self.search_help, self.per_page = search, search_help, per_page
        self.may_export = export_rule is not None and export_rule(request.user)
        self.on_export, self.asks_reason = on_export, asks_reason
        self.sorts = sorting.sorts_of(table)

    @property
    def filter_form(self) -> Any:
        return self.filterset.form if self.filterset else None

    @cached_property
    def is_valid(self) -> bool:
        return self.filterset is None or bool(self.filterset.is_valid())

    @cached_property
    def sort(self) -> sorting.Sort:
        return self.sorts.get(self.request.GET.get("sort", "")) or sorting.default_of(self.table_class, self.sorts)

    @cached_property
    def sort_form(self) -> sorting.SortForm:
        return sorting.SortForm(self.sorts, chosen=self.sort.alias)

    @property
    def can_search(self) -> bool:
        return self.search is not None

    @property
    def asks_for_search(self) -> bool:
        return self.can_search and self.request.GET.get("search") == "on"

    @cached_property
    def searching(self) -> str:
        """The words that this list is searched for now, to be shown to the person who typed them and nowhere else."""
        return kept(self.request, name=self.name) if self.asks_for_search else ""

    @cached_property
    def search_form(self) -> SearchForm:
        is_sent = (
            self.request.method == "POST" and "clear" not in self.request.POST and not downloads.wanted(self.request)
        )
        sent = self.request.POST if is_sent else None
        return SearchForm(sent, initial={"words": self.searching}, help_text=self.search_help)

    @cached_property
    def queryset(self) -> QuerySet:
        """All that is found, unsorted. Nothing while a filter is wrong: the rest would look as if it were obeyed."""
        if not self.is_valid:
            return self.visible.none()
        found: QuerySet = self.filterset.qs if self.filterset else self.visible
        return self.search(found, self.searching) if self.search and self.searching else found

    @cached_property
    def keys(self) -> tuple[paging.Key, ...]:
        return self.sort.keys(self.visible)

    @property
    def in_order(self) -> QuerySet:
        return paging.in_order(self.queryset, self.keys)

    @cached_property
    def page(self) -> paging.Page:
        asked = self.request.GET
        at = {"after": asked.get("after", ""), "before": asked.get("before", "")}
        return paging.turn(self.queryset, visible=self.visible, keys=self.keys, size=self.per_page, **at)

    @property
    def refs(self) -> list[str]:
        return [row.ref for row in self.page.rows]

    @cached_property
    def count_in_words(self) -> str:
        """`1 visit`, `25 visits`, `more than 1,000 visits`."""
        count = paging.count_up_to(self.queryset)
        one, many = nouns(self.table_class, self.visible.model)
        if count > paging.MOST_COUNTED:
            return f"more than {paging.MOST_COUNTED:,} {many}"
        return f"{count:,} {one if count == 1 else many}"

    @cached_property
    def table(self) -> HouseTable:
        table = self.table_class(Rows(self.page.rows, self.visible.model))
        table.name, table.caption = self.name, self.count_in_words
        table.sorting = sorting.headings(self.sorts, now=self.sort, url=lambda alias: self.url(sort=alias))
        if self.has_next or self.has_previous:
            table.caption_note = f"{len(self.page.rows)} on this page"
        if not self.is_valid:
            table.empty_text, table.caption = WRONG_FILTERS, capfirst(nouns(self.table_class, self.visible.model)[1])
        return table

    @property
    def notes(self) -> list[str]:
        """Sentences for the person about what became of the request."""
        told = {FORGOTTEN: self.asks_for_search and not self.searching, LOST: self.page.lost}
        return [sentence for sentence, so in told.items() if so]

    @property
    def has_next(self) -> bool:
        return self.page.has_next

    @property
    def has_previous(self) -> bool:
        return self.page.has_previous

    @property
    def next_url(self) -> str:
        return self.url(after=self.page.rows[-1].ref) if self.has_next else ""

    @property
    def previous_url(self) -> str:
        return self.url(before=self.page.rows[0].ref) if self.has_previous else ""

    def url(self, **values: str) -> str:
        """This list from its start, with its filters and its search, and with these parameters set."""
        return addresses.changed(self.request, values)

    @property
    def clear_url(self) -> str:
        """This list without its filters; the search and the sort stay."""
        return addresses.only(self.request, "sort", "search")

    @property
    def export_urls(self) -> list[dict[str, str]]:
        """The `label` and `url` of each kind of file: none for people who may not export."""
        if not (self.may_export and self.is_valid):
            return []
        return [{"label": label, "url": self.url(format=kind)} for kind, label in downloads.KINDS.items()]
