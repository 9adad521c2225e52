"""The house's tables: what a cell says, and what a table says to people who cannot see it."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.html import format_html

from common.sorting import default_of, sorts_of
from common.tables import (
    A,
    DayColumn,
    DaysColumn,
    HouseTable,
    MomentColumn,
    NumberColumn,
    Rows,
    TagColumn,
    TextColumn,
    YesNoColumn,
)
from places.models import Establishment, LocalAuthority


class VisitTable(HouseTable):
    one = "visit"
    who = TextColumn("Who")
    on = DayColumn("Day")
    at = MomentColumn("Began")
    minutes = NumberColumn("Minutes")
    is_first = YesNoColumn("First?", empty_values=(None,))
    note = TextColumn("Note", default="Nothing")


def visit(**said) -> SimpleNamespace:
    usual = {"who": "Jo", "on": date(2026, 3, 9), "at": datetime(2026, 7, 1, 23, 30, tzinfo=UTC)}
    return SimpleNamespace(**{**usual, "minutes": 1234, "is_first": False, "note": "", **said})


def cells(table: HouseTable) -> list[list[str]]:
    return [[str(cell.content(record)) for cell in table.cells] for record in table.data]


def drawn(table: HouseTable) -> str:
    return render_to_string("components/table.html", {"table": table})


def test_a_cell_says_it_in_words():
    assert cells(VisitTable([visit()])) == [["Jo", "9 Mar 2026", "2 Jul 2026, 00:30", "1,234", "No", "Nothing"]]


def test_what_is_not_known_is_a_dash():
    empty = visit(who=None, on=None, at=None, minutes=None, is_first=None)
    assert cells(VisitTable([empty])) == [["—"] * 5 + ["Nothing"]]


def test_a_nought_is_a_number():
    assert cells(VisitTable([visit(minutes=0)]))[0][3] == "0"


def test_what_people_write_is_never_markup():
    class Linked(HouseTable):
        who = TextColumn('<i>"Who"</i>', linkify=lambda value: f"/people/{value}")
        status = TagColumn(tones={"<b>": '"x'})

    html = drawn(Linked([{"who": '<script>"', "status": "<b>"}]))
    assert "<script" not in html
    assert "<i>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html


def test_choices_are_in_words_and_a_status_has_its_tone():
    class Prisons(HouseTable):
        name = TextColumn(linkify=("places:places-page", {"kind": "prisons", "ref": A("ref")}))
        kind = TextColumn()
        council = TextColumn(accessor="authority__name")
        status = TagColumn(tones={"closed": "stop"})

    council = LocalAuthority(name="Marlow")
    prison = Establishment(name="Ash", kind="yoi", authority=council, status="closed", ref="abc")
    name, kind, place, status = cells(Prisons(Rows([prison], Establishment)))[0]
    assert (kind, place) == ("Young offender institution", "Marlow")
    assert status == '<span class="tag tag--stop">Closed</span>'
    assert name == f'<a href="{prison.get_absolute_url()}">Ash</a>'


def test_a_model_may_name_the_tones():
    class Statuses(HouseTable):
        status = TagColumn()

    record = SimpleNamespace(status="open", STATUS_TONES={"open": "go"})
    assert cells(Statuses([record])) == [['<span class="tag tag--go">open</span>']]


def test_a_table_may_draw_its_own_cells():
    class Own(HouseTable):
        who = TextColumn()
        twice = TextColumn(accessor="who")

        def render_who(self, value, record):
            return format_html("<em>{}</em>{}", value, record.minutes)

        def render_twice(self, value, bound_column, **rest):
            return f"{bound_column.name} {value} {sorted(rest)}"

    assert cells(Own([visit()])) == [
        ["<em>Jo</em>1234", "twice Jo ['bound_row', 'column', 'raw', 'record', 'table']"],
    ]


def test_a_column_that_reads_nothing_is_found_out():
    class Wrong(HouseTable):
        whom = TextColumn()

    with pytest.raises(AttributeError):
        list(Wrong([visit()]).body)


def test_a_table_speaks_to_people_who_cannot_see_it():
    table = VisitTable([visit()])
    table.caption, table.sorting = "1 visit", {"who": ("?sort=-who", "ascending"), "on": ("?sort=-on", "")}
    html = " ".join(drawn(table).split())
    assert '<table role="table" class="table table--stack">' in html
    assert 'tabindex="0" role="region" aria-labelledby="table-caption"' in html
    assert '<caption id="table-caption"> 1 visit' in html
    assert html.count('scope="col"') == 6
    assert html.count('aria-sort="ascending"') == html.count("aria-sort") == 1
    assert '<a href="?sort=-who">Who</a>' in html
    assert '<th scope="row" role="rowheader" data-label="Who">Jo</th>' in html
    assert '<td role="cell" data-label="Minutes" class="num">1,234</td>' in html


def test_an_empty_table_says_so():
    assert "There are no visits here." in drawn(VisitTable([]))
    assert "There are no prisons here." in drawn(HouseTable([], model=Establishment))
    assert "Nobody has come yet." in drawn(VisitTable([], empty_text="Nobody has come yet."))


def test_rows_keep_the_order_they_came_in():
    table = VisitTable([visit(who="b"), visit(who="a")], order_by="who")
    assert [row[0] for row in cells(table)] == ["b", "a"]


def test_a_table_that_is_told_the_day_keeps_its_order_and_its_words():
    class Due(HouseTable):
        on = DayColumn("Due", order_by="on")

        class Meta:
            order_by = "on"
            empty_text = "Nothing is due."

    told = Due.told(today=date(2026, 11, 22))

    assert told.today == date(2026, 11, 22)
    assert default_of(told, sorts_of(told)).alias == "on"
    assert told([]).empty_sentence == "Nothing is due."


def test_days_are_counted_in_words():
    class Waiting(HouseTable):
        since = DaysColumn("Waits for")

    told = Waiting.told(today=date(2026, 11, 22))
    table = told([{"since": datetime(2026, 11, day, 23, 30, tzinfo=UTC)} for day in (21, 2)])

    assert [re.sub("<[^>]+>", "", row).strip() for row in table.body] == ["1 day", "20 days"]
