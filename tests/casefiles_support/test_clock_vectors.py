"""The vectors of the law, told to a request fact by fact; and what must hold in whatever order they are told."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from casefiles_support.actions import facts
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest
from law.access_rules import Calendar
from tests.casefiles_support.fixtures_requests import a_minimal_request

AT = datetime(2029, 6, 1, 12, tzinfo=UTC)
KEYS = count()
# Received, what happened, the last day by the Act’s words, by the days that passed, and where the request stands.
VECTORS = {
    "A08": ("2026-11-25", [], "2026-12-29", "2026-12-29", "running"),
    "A17": ("2028-01-31", [], "2028-02-29", "2028-02-29", "running"),
    "A30": ("2026-03-03", [], "2026-04-07", "2026-04-07", "running"),
    "I1": ("2026-09-03", ["id_asked 2026-09-07", "id_received 2026-09-21"], "2026-10-21", "2026-10-21", "running"),
    "I2": ("2026-09-03", ["id_asked 2026-09-07"], None, None, "waiting_for_proof"),
    "I4": ("2026-10-01", ["authority_asked 2026-10-02", "authority_received 2026-10-08"], "2026-11-09", "2026-11-09",
           "running"),
    "E1": ("2026-11-30", ["extension_notice 2026-12-18"], "2027-03-01", "2027-03-01", "running"),
    "E2": ("2026-06-01", ["extension_notice 2026-07-03"], "2026-07-01", "2026-07-01", "running"),
    "P1": ("2026-06-01", ["clarification_asked 2026-06-10", "clarification_answered 2026-06-17"], "2026-07-09",
           "2026-07-08", "running"),
    "P6": ("2026-06-01", ["clarification_asked 2026-06-10"], None, None, "paused"),
    "P7": ("2026-06-01", ["clarification_asked 2026-07-10"], "2026-07-01", "2026-07-01", "running"),
}  # fmt: skip


def day(text):
    return date.fromisoformat(text) if text else None


def tell(request, told):
    for kind, on in told:
        reason = "Three decades of records" if kind == "extension_notice" else ""
        facts.add(
            request=request, kind=kind, on=on, basis="letter", reason=reason, key=f"v{next(KEYS)}", by=None, at=AT
        )
    return AccessRequest.objects.get(pk=request.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("name", VECTORS)
def test_a_request_that_is_told_a_vector_has_its_day(name, yorkshire):
    received, happened, due, earliest, stands = VECTORS[name]
    told = [("received", day(received)), *((kind, day(on)) for kind, on in map(str.split, happened))]

    for order in (told, told[::-1]):
        request = tell(a_minimal_request(yorkshire), order)
        clock = clock_of(request, on=day("2026-06-20"))
        assert (clock.due, clock.earliest, request.status) == (day(due), day(earliest), stands)


@pytest.mark.django_db
def test_prisons_and_the_police_are_held_to_the_later_day(yorkshire):
    request = a_minimal_request(yorkshire, regime="part_3", kind="prison_probation")
    request = tell(request, [("received", day("2026-06-30"))])

    assert clock_of(request, on=day("2026-07-01")).due == day("2026-08-03")


@pytest.mark.django_db
def test_a_day_past_the_list_of_holidays_is_provisional(yorkshire):
    request = tell(a_minimal_request(yorkshire), [("received", day("2028-12-01"))])

    assert clock_of(request, on=day("2028-12-02")).provisional


@pytest.mark.django_db
def test_a_new_holiday_moves_every_open_day_since_none_is_stored(yorkshire, monkeypatch):
    request = tell(a_minimal_request(yorkshire), [("received", day("2026-09-08"))])
    before = clock_of(request, on=day("2026-09-11")).due
    listed = Calendar().holiday
    monkeypatch.setattr(Calendar, "holiday", lambda self, on: "A day of joy" if on == before else listed(on))

    assert clock_of(request, on=day("2026-09-11")).due == before + timedelta(days=1)


DAYS = st.integers(0, 90).map(lambda n: date(2026, 6, 1) + timedelta(days=n))
HAPPENED = st.lists(
    st.tuples(
        st.sampled_from([
            "id_asked", "id_received", "clarification_asked", "clarification_answered", "extension_notice",
            "partial_reply", "full_reply", "no_records",
        ]),
        DAYS,
    ),
    max_size=5, unique=True,
)  # fmt: skip


class TestInAnyOrder(TestCase):
    """A request of its own for each example, put back after it."""

    @settings(max_examples=25, deadline=None)
    @given(HAPPENED, DAYS, st.randoms(use_true_random=False))
    def test_the_order_in_which_facts_are_written_down_changes_nothing(self, happened, received, chance):
        told = [("received", received), *happened]
        mixed = chance.sample(told, len(told))
        seen = set()
        for order in (told, mixed):
            request = tell(a_minimal_request(), order)
            clock = clock_of(request, on=date(2026, 12, 1))
            seen.add((request.status, clock.due, clock.earliest, clock.state, clock.late, clock.steps))

        assert len(seen) == 1
