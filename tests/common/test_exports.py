"""Lists as files: what is in them, that they are safe to open, who may have them, and that the trail comes first."""

import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common import listing, spreadsheets
from common.exports import Exported, Sheet, plain, safe
from common.spreadsheets import BOM, csv_pieces, excel_file
from common.tables import HouseTable, TextColumn
from people.models import Person
from places.models import Establishment, Team
from tests.common.lists import TOLD, PersonTable, PrisonTable, coordinators, make_prisons

pytestmark = pytest.mark.usefixtures("doors_of_lists")

PRISONS = "/try/prisons/"
PEOPLE = "/try/people/"
WHY = "For the quarterly report to the board"


@pytest.fixture
def coordinator(client, rosa):
    client.force_login(rosa)
    return client


@pytest.fixture
def ash(db) -> Person:
    return Person.objects.create(
        preferred_name="Ash",
        search_name="ash",
        family_name="Greenwood",
        prison_number="A1234BC",
        team=Team.objects.create(name="North"),
        added_at=datetime(2026, 7, 1, 23, 30, 45, tzinfo=UTC),
    )


def naive(*parts: int) -> datetime:
    """What a clock in London says."""
    return datetime(*parts, tzinfo=UTC).replace(tzinfo=None)


def text(response) -> str:
    return b"".join(response.streaming_content).decode()


def rows(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text(response).removeprefix(BOM))))


def sheet_xml(made: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert parts.testzip() is None
        return parts.read("xl/worksheets/sheet1.xml").decode()


class TestCsv:
    def test_holds_the_list_that_is_shown_and_all_of_it(self, coordinator, council):
        make_prisons("dcab", council)
        make_prisons("e", council, status="closed")
        made = coordinator.get(f"{PRISONS}?format=csv&status=open&sort=-name&after=nosuchref&per_page=1")
        assert rows(made) == [
            ["Name", "Council", "Region", "Kind", "Status"],
            *([name, "Marlow", "", "Prison", "Open"] for name in "dcba"),
        ]

    def test_holds_what_was_searched_for(self, coordinator, council):
        make_prisons(["Ash", "Birch"], council)
        coordinator.post(PRISONS, {"words": "bir"})
        assert [row[0] for row in rows(coordinator.get(f"{PRISONS}?search=on&format=csv"))] == ["Name", "Birch"]

    def test_opens_in_excel_and_says_nothing_in_its_name(self, coordinator, council):
        made = coordinator.get(f"{PRISONS}?format=csv")
        assert made["Content-Type"] == "text/csv; charset=utf-8"
        assert re.fullmatch(r'attachment; filename="prisons-\d{4}-\d\d-\d\d.csv"', made["Content-Disposition"])
        assert text(made).startswith("\ufeffName,")

    def test_opens_sealed_columns_only_where_the_table_says_so(self, ash):
        made = list(Sheet(PersonTable, Person.objects.all()).rows())
        assert made == [["Ash", "Greenwood", "[sealed]", "North", naive(2026, 7, 2, 0, 30, 45)]]

    def test_opens_sealed_columns_of_a_neighbour(self, ash, make_user):
        class Logins(HouseTable):
            export_columns = (Exported("Surname", "person__family_name", opened=True),)

        login = make_user("ash")
        here = type(login).objects.filter(pk=login.pk)
        assert list(Sheet(Logins, here).rows()) == [[None]]
        Person.objects.filter(pk=ash.pk).update(login=login)
        assert list(Sheet(Logins, here).rows()) == [["Greenwood"]]

    def test_says_the_time_in_london(self, ash):
        assert "2026-07-02 00:30" in "".join(csv_pieces(Sheet(PersonTable, Person.objects.all())))

    def test_begins_before_the_rows_are_read(self, council):
        make_prisons("ab", council)
        pieces = csv_pieces(Sheet(PrisonTable, Establishment.objects.order_by("pk")))
        with CaptureQueriesContext(connection) as captured:
            assert next(pieces).startswith(BOM)
            assert len(captured) == 0
            assert "".join(pieces).count("\n") == 2
            assert len(captured) == 1

    def test_comes_in_pieces(self, council, monkeypatch):
        make_prisons("a" * 25, council)
        monkeypatch.setattr(spreadsheets, "SENT_AT_ONCE", 10)
        pieces = list(csv_pieces(Sheet(PrisonTable, Establishment.objects.order_by("pk"))))
        assert [piece.count("\n") for piece in pieces] == [1, 10, 10, 5]

    def test_takes_lists_with_prefetched_rows(self, council):
        make_prisons("a", council)
        found = Establishment.objects.prefetch_related("posts").select_related("authority")
        assert list(Sheet(PrisonTable, found).rows())[0][:2] == ["a", "Marlow"]

    def test_refuses_a_column_that_is_none_of_the_databases(self, db):
        class Odd(HouseTable):
            who = TextColumn(accessor="get_absolute_url")

        with pytest.raises(ImproperlyConfigured, match="export_columns"):
            Sheet(Odd, Establishment.objects.all())


class TestCells:
    @pytest.mark.parametrize(
        "start",
        ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0=", "＝", "＋", "－", "＠", "\x01=", "\u202e="],
    )
    def test_are_never_formulas(self, start):
        made = safe(f"{start}HYPERLINK(1)")
        assert made.startswith("'")

    @pytest.mark.parametrize("text", ["Ash", "a=b", "", "7-8", "(=)", "’=", "ŵ"])
    def test_are_left_alone_where_they_are_harmless(self, text):
        assert safe(text) == text

    def test_hold_no_control_characters(self):
        assert safe("a\x00\x01\x0b\x1f\x7f\x85\ud800\ufffeb\u202ec\r\nd") == "abc\nd"

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None),
            (-5, -5),
            (Decimal("-1.50"), Decimal("-1.50")),
            (True, "Yes"),
            (False, "No"),
            (date(2026, 1, 2), date(2026, 1, 2)),
            (datetime(2026, 1, 2, 12, tzinfo=UTC), naive(2026, 1, 2, 12)),
            (datetime(2026, 7, 2, 12, tzinfo=UTC), naive(2026, 7, 2, 13)),
            (["large_print", "=1"], "large_print, =1"),
            ("-5", "'-5"),
        ],
    )
    def test_keep_numbers_and_days_for_what_they_are(self, value, expected):
        assert plain(value) == expected

    def test_may_be_put_in_other_words(self):
        assert plain(90, lambda minutes: f"{minutes // 60} h {minutes % 60}") == "1 h 30"
        assert plain(None, lambda value: "=none") == "'=none"


class TestExcel:
    def test_holds_real_numbers_and_days(self, council):
        class Kinds(HouseTable):
            export_columns = (
                Exported("Text", "name"),
                Exported("Number", "version"),
                Exported("Day", "version", words=lambda value: date(2026, 11, 22)),
                Exported("Moment", "version", words=lambda value: datetime(2026, 7, 1, 23, 30, tzinfo=UTC)),
            )

        make_prisons(["=1+1", "https://example.org"], council)
        xml = sheet_xml(excel_file(Sheet(Kinds, Establishment.objects.order_by("pk")), title="x").getvalue())
        assert "<f>" not in xml
        assert "<hyperlink" not in xml
        assert "<t>'=1+1</t>" in xml
        assert re.search(r'<c r="B2"><v>1</v></c><c r="C2" s="\d"><v>46348</v></c><c r="D2" s="\d"><v>46205\.02', xml)
        assert '<pane ySplit="1"' in xml
        assert '<autoFilter ref="A1:D3"/>' in xml

    @pytest.mark.parametrize(
        "odd",
        [
            10**18,
            -(10**400),
            float("nan"),
            float("inf"),
            Decimal("NaN"),
            date(1, 1, 1),
            date(1900, 2, 28),
            date(9999, 12, 31),
        ]
        + [datetime(1850, 1, 1, tzinfo=UTC), "x" * 40_000, "\x01", "a\x01b", "", None, "_x0001_", "<&>"],
    )
    def test_takes_whatever_stands_in_the_database(self, council, odd):
        class Odd(HouseTable):
            export_columns = (Exported("Odd", "version", words=lambda value: odd), Exported("Name", "name"))

        make_prisons("a", council)
        xml = sheet_xml(excel_file(Sheet(Odd, Establishment.objects.all()), title="x").getvalue())
        assert "<t>a</t>" in xml
        assert "\x01" not in xml
        if odd not in ("", None, "\x01"):
            assert '<c r="A2"' in xml

    def test_is_a_file_with_a_neutral_name(self, coordinator, council):
        make_prisons("ab", council)
        made = coordinator.get(f"{PRISONS}?format=xlsx")
        assert re.fullmatch(r'attachment; filename="prisons-\d{4}-\d\d-\d\d.xlsx"', made["Content-Disposition"])
        assert "<t>Marlow</t>" in sheet_xml(b"".join(made.streaming_content))

    def test_of_too_long_a_list_is_refused_kindly(self, coordinator, council, monkeypatch):
        monkeypatch.setattr("common.downloads.MOST_IN_EXCEL", 3)
        make_prisons("abcd", council)
        refused = coordinator.get(f"{PRISONS}?format=xlsx&sort=-name")
        html = refused.content.decode()
        assert refused.status_code == 422
        assert "This list is too long for Excel" in html
        assert f'href="{PRISONS}?sort=-name&amp;format=csv"' in html
        assert TOLD == []
        assert coordinator.get(f"{PRISONS}?format=xlsx&status=closed").status_code == 200


class TestLeaving:
    def test_is_for_people_who_may(self, reader, council, ash):
        for url in (f"{PRISONS}?format=csv", f"{PEOPLE}?format=csv", "/try/posts/?format=csv"):
            assert reader.get(url).status_code == 403
            assert reader.post(url, {"reason": WHY}).status_code == 403
        assert TOLD == []
        assert "format=csv" not in reader.get(PRISONS).content.decode()

    def test_is_offered_to_people_who_may(self, coordinator, council):
        html = coordinator.get(f"{PRISONS}?status=open&after=x").content.decode()
        assert f'href="{PRISONS}?status=open&amp;format=csv"' in html
        assert f'href="{PRISONS}?status=open&amp;format=xlsx"' in html

    def test_needs_a_reason_where_it_is_about_people(self, coordinator, ash):
        page = coordinator.get(f"{PEOPLE}?format=csv")
        assert page.status_code == 200
        assert "Why do you need this?" in page.content.decode()
        assert TOLD == []

    @pytest.mark.parametrize("reason", ["", "short", "         a         ", "x" * 301])
    def test_is_refused_without_a_reason(self, coordinator, ash, reason):
        page = coordinator.post(f"{PEOPLE}?format=csv", {"reason": reason})
        assert page.status_code == 422
        assert "field--error" in page.content.decode()
        assert TOLD == []

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_is_told_to_the_trail_first(self, coordinator, ash, kind):
        made = coordinator.post(f"{PEOPLE}?format={kind}", {"reason": WHY})
        assert made.status_code == 200
        (export,) = TOLD
        assert (export.name, export.kind, export.count, export.reason) == ("people", kind, 1, WHY)
        assert list(export.refs()) == [ash.ref]

    def test_does_not_happen_where_the_trail_cannot_be_written(self, coordinator, ash, monkeypatch):
        class Full:
            def append(self, export):
                raise RuntimeError("no room in the trail")

        monkeypatch.setattr("tests.common.lists.TOLD", Full())
        with pytest.raises(RuntimeError):
            coordinator.post(f"{PEOPLE}?format=csv", {"reason": WHY})

    def test_does_not_happen_under_a_wrong_filter(self, coordinator, council):
        page = coordinator.get(f"{PRISONS}?format=csv&version=x")
        assert page.status_code == 422
        assert "The filters need to be put right" in page.content.decode()
        assert TOLD == []

    def test_passes_over_kinds_that_there_are_none_of(self, coordinator, council):
        for kind in ("json", "", "CSV", "csv/../x"):
            assert "<table" in coordinator.get(f"{PRISONS}?format={kind}").content.decode()

    def test_cannot_be_built_without_a_trail(self, rf, rosa):
        request = rf.get("/")
        request.user = rosa
        with pytest.raises(ImproperlyConfigured, match="trail"):
            listing.build(
                request, table=PrisonTable, queryset=Establishment.objects.all(), name="x", export_rule=coordinators
            )
