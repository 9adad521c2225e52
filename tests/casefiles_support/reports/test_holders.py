"""Figures of holders. Everyone here is made up."""

from datetime import date, timedelta
from itertools import count

import pytest

from casefiles_support.models import AccessRequest, Evaluation, Fact, Holder, Journey, Redaction, Timing
from casefiles_support.reports.holders import rows, totals, years
from people.actions import persons
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
RECEIVED = date(2026, 9, 1)
NUMBER = count()


@pytest.fixture
def leeds_city(db):
    return Holder.objects.create(kind="council", name="Leeds City Council", nation="E", added_at=NOW)


@pytest.fixture
def asked(leeds_city, finn, yorkshire):
    """`asked(received, answered)`: a request of somebody new, with the two facts; `notice` says why more time."""

    def asked(received=RECEIVED, answered=None, *, notice=None, basis="letter", journey="waiting", **fields):
        n = next(NUMBER)
        person = persons.add(preferred_name=f"P{n}", team=yorkshire, by=None, at=NOW)
        back_to = {"back_to": "waiting"} if journey in ("not_now", "paused_by_person") else {}
        whose = Journey.objects.create(
            person=person, team=yorkshire, status=journey, key=f"j{n}", opened_at=NOW, opened_by=finn, **back_to
        )
        fields = {"status": "answered" if answered else "running", **fields}
        request = AccessRequest.objects.create(
            journey=whose, holder=leeds_city, key=f"r{n}", scope="everything", deliver_to="supporter", opened_at=NOW,
            opened_by=finn, **fields,
        )  # fmt: skip
        note(request, "received", received, basis=basis)
        if notice is not None:
            note(request, "extension_notice", received + timedelta(days=20), reason=notice)
        if answered:
            note(request, "full_reply", answered)
        return request

    return asked


def note(request, kind, on, **more):
    return Fact.objects.create(request=request, kind=kind, on=on, key=f"{kind}{on}", entered_at=NOW, **more)


def of_leeds(year=2026, on=TODAY):
    return next((row for row in rows(year=year, on=on) if row.holder.name == "Leeds City Council"), None)


def many(asked, number, *args, **kwargs):
    return [asked(*args, **kwargs) for _ in range(number)]


def test_answers_in_time_and_late_are_counted_by_the_reading_that_gives_most_time(asked):
    many(asked, 11, answered=RECEIVED + timedelta(days=30))  # the last day
    many(asked, 12, answered=RECEIVED + timedelta(days=31))
    row = of_leeds()

    assert (row.received, row.in_time, row.late, row.waiting) == (23, 11, 12, 0)
    assert row.days == 31


def test_what_is_not_answered_is_late_once_the_last_day_has_passed(asked):
    many(asked, 10, received=date(2026, 11, 10))
    many(asked, 10)
    row = of_leeds()

    assert (row.in_time, row.late, row.waiting) == (0, 10, 10)


def test_a_question_stops_the_clock_in_the_figures_too(asked):
    for request in many(asked, 10, answered=RECEIVED + timedelta(days=40)):
        note(request, "clarification_asked", RECEIVED + timedelta(days=5))
        note(request, "clarification_answered", RECEIVED + timedelta(days=25))

    assert of_leeds().late == 0


def test_a_day_that_is_only_assumed_makes_nobody_late(asked):
    many(asked, 10, basis="assumed")
    row = of_leeds()

    assert (row.late, row.waiting) == (0, 10)


def test_more_time_counts_with_a_reason_and_without_apart(asked):
    many(asked, 10, notice="Two boxes are stored elsewhere.")
    many(asked, 11, notice="")
    many(asked, 12)
    row = of_leeds()

    assert (row.extended, row.not_valid) == (10, 11)


@pytest.mark.parametrize(
    "good_end",
    [
        {"status": "withdrawn"},
        {"status": "closed", "before": "withdrawn", "closed_on": TODAY},
        {"journey": "not_now"},
    ],
)
def test_good_ends_are_in_no_figure_of_what_went_wrong(asked, good_end):
    many(asked, 20, answered=RECEIVED + timedelta(days=3))
    many(asked, 15, **good_end)  # long past the last day
    row = of_leeds()

    assert (row.received, row.late, row.waiting) == (20, 0, 0)


def test_papers_put_away_unread_change_nothing(asked):
    for request in many(asked, 10, answered=RECEIVED + timedelta(days=3), journey="resting"):
        request.parcels.create(key="p", arrived_on=TODAY, status="in_stored_property", logged_at=NOW, opened="no",
                               logged_by=request.opened_by)  # fmt: skip
    row = of_leeds()

    assert (row.received, row.in_time, row.late) == (10, 10, 0)


def test_a_pause_of_the_person_is_no_excuse_for_the_holder(asked):
    many(asked, 10, journey="paused_by_person")

    assert of_leeds().late == 10


def test_what_was_covered_is_counted_by_request(asked, finn):
    requests = many(asked, 22, answered=RECEIVED + timedelta(days=3))
    for request in requests[:12]:
        for n in range(2):
            Redaction.objects.create(request=request, key=f"k{n}", category="known_family", pages=3, noted_at=NOW,
                                     noted_by=finn)  # fmt: skip
    row = of_leeds()

    assert row.covered["known_family"] == 12
    assert row.covered["court"] == 0


def test_no_support_offered_is_counted_with_what_is_left_of_deleted_journeys(asked, leeds_city, finn):
    for request in many(asked, 15, answered=RECEIVED + timedelta(days=3))[:6]:
        Evaluation.objects.create(
            request=request, key="e", on=TODAY, holder_offered_support="no", holder_explained="no", kept_informed="no",
            recorded_at=NOW, recorded_by=finn,
        )  # fmt: skip
    for late in (0, 9, 9, 9, 9, 9):
        Timing.objects.create(
            holder=leeds_city, year=2026, quarter=3, days_taken=40, days_late=late, outcome="answered",
            offered_support="no", covered={"health": 4},
        )  # fmt: skip
    Timing.objects.create(holder=leeds_city, year=2026, quarter=3, days_late=80, outcome="withdrawn")
    row = of_leeds()

    assert row.received == 21
    assert row.no_support is None  # 12 said so, and 9 are left over: those would be told
    assert (row.in_time, row.late) == (None, None)  # 16 and 5


def test_a_holder_of_fewer_than_ten_is_named_and_nothing_is_said_of_it(asked):
    many(asked, 9, answered=RECEIVED + timedelta(days=60))
    row = of_leeds()

    assert {row.received, row.in_time, row.late, row.waiting, row.days, row.no_support, *row.covered.values()} == {None}
    assert totals([row]) == {"holders": 1, "shown": 0}


def test_a_request_stands_in_the_year_in_which_it_was_received(asked):
    request = asked(received=date(2025, 12, 31))
    fact = request.facts.get()
    note(request, "received", date(2026, 1, 2), supersedes=fact, superseding_because="A wrong day")

    assert of_leeds(2025) is None
    assert of_leeds(2026) is not None
    assert years(on=TODAY) == [2026, 2025]


def test_the_questions_do_not_grow_with_the_requests(asked, django_assert_num_queries):
    many(asked, 12, answered=RECEIVED + timedelta(days=3))

    with django_assert_num_queries(4):
        rows(year=2026, on=TODAY)
