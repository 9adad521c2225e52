import csv
import json
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from audit.models import Event
from casefiles_support.models import Holder, Timing
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
URL = "casefiles_support:figures-holders"


@pytest.fixture
def figures(client, sign_in):
    return lambda user, **asked: sign_in(client, user).get(reverse(URL), asked)


@pytest.fixture
def kept(now):
    """One holder with many requests, one with a few."""
    for name, number in (("Leeds City Council", 24), ("Barnardo’s", 7)):
        holder = Holder.objects.create(kind="council", name=name, nation="E", has_clearmark=True, added_at=NOW)
        for n in range(number):
            Timing.objects.create(holder=holder, year=now.year, quarter=1, days_taken=30 + n,
                                  days_late=1 if n < 11 else 0, outcome="answered")  # fmt: skip
    return holder


def test_the_page_shows_large_numbers_and_hides_small_ones(figures, marion, kept):
    text = figures(marion).text

    assert "Leeds City Council" in text
    assert "fewer than 10" in text
    assert ">24<" in text
    assert ">7<" not in text
    assert "Days from receipt to an answer" in text


def test_no_sum_of_all_holders_is_shown(figures, marion, kept):
    assert ">31<" not in figures(marion).text


def test_another_year_can_be_chosen_and_nonsense_is_said(figures, marion, kept, now):
    assert "No holder received a request" not in figures(marion, year=str(now.year)).text
    assert figures(marion, year="1066").status_code == 422


def test_the_csv_says_what_the_page_says(figures, marion, kept):
    answer = figures(marion, format="csv")
    found = list(csv.DictReader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))

    assert [(row["Holder"], row["Received"], row["Late"]) for row in found] == [
        ("Barnardo’s", "fewer than 10", "not shown"), ("Leeds City Council", "24", "11")
    ]  # fmt: skip


def test_the_excel_file_says_it_too(figures, marion, kept):
    answer = figures(marion, format="xlsx")
    page = load_workbook(BytesIO(b"".join(answer.streaming_content))).active

    assert [cell.value for cell in page[3]][:5] == ["Leeds City Council", "England", "Yes", "Not known", 24]


def test_the_file_for_a_website_has_null_for_what_is_not_shown(figures, an_editor, kept):
    told = json.loads(figures(an_editor, format="json").content)

    assert [(one["holder"], one["received"]) for one in told["holders"]] == [("Barnardo’s", None),
                                                                            ("Leeds City Council", 24)]  # fmt: skip
    assert told["numbers_below_are_null"] == 10


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_each_file_is_in_the_trail(figures, marion, kept, kind):
    figures(marion, format=kind)

    assert Event.objects.get(verb="files.figures.exported").detail["kind"] == kind


def test_a_coordinator_and_a_mentor_have_no_figures(figures, rosa, sam):
    assert [figures(user).status_code for user in (rosa, sam)] == [403, 403]


@pytest.fixture
def an_editor(make_user):
    return make_user("edie", "editor", name="Edie")
