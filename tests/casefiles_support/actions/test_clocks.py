from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casefiles_support.actions import clocks, facts, stops
from casefiles_support.models import Duty
from tests.casefiles_support.fixtures_requests import RECEIVED_ON, SENT_ON, TODAY, happened
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LONG = NOW + timedelta(days=60)


def owed(at=NOW):
    clocks.raise_due(by=None, at=at)
    return sorted(Duty.objects.open().filter(kind__in=clocks.rules.KINDS).values_list("kind", flat=True))


def test_a_question_without_an_answer_is_asked_for_after_three_days(a_running_request, finn):
    happened(a_running_request, "clarification_asked", TODAY - timedelta(days=2), by=finn)

    assert owed() == []
    assert owed(NOW + timedelta(days=1)) == ["answer_the_question"]


def test_when_it_came_is_asked_for_after_fourteen_days(a_sent_request):
    before = NOW - (TODAY - SENT_ON) + timedelta(days=13)

    assert owed(before) == []
    assert owed(before + timedelta(days=1)) == ["confirm_receipt"]


def test_a_day_that_is_assumed_is_still_asked_for(a_sent_request, finn):
    happened(a_sent_request, "received", RECEIVED_ON, by=finn, basis="assumed")

    assert owed(LONG) == ["confirm_receipt"]


def test_a_holder_is_late_only_once_the_later_reading_has_passed(a_running_request, finn):
    asked = RECEIVED_ON + timedelta(days=2)
    happened(a_running_request, "clarification_asked", asked, by=finn)
    happened(a_running_request, "clarification_answered", asked + timedelta(days=5), by=finn)
    clock = clocks.clock_of(a_running_request, on=TODAY)
    assert clock.earliest < clock.due

    on_the_day = NOW + (clock.due - TODAY)
    assert owed(on_the_day) == []
    assert owed(on_the_day + timedelta(days=1)) == ["holder_is_late"]


def test_more_time_without_a_reason_is_asked_about(a_running_request, finn):
    happened(a_running_request, "extension_notice", TODAY, by=finn)

    assert owed() == ["extension_not_valid"]


def test_more_time_in_time_and_with_a_reason_is_not(a_running_request, finn):
    happened(a_running_request, "extension_notice", TODAY, by=finn, reason="Many boxes")

    assert owed() == []


def test_what_is_owed_is_asked_for_once(a_sent_request):
    assert owed() == owed() == ["confirm_receipt"]
    assert Duty.objects.filter(kind="confirm_receipt").count() == 1


def test_writing_down_what_it_asks_for_does_it(a_sent_request, finn):
    owed()
    happened(a_sent_request, "received", RECEIVED_ON, by=finn)

    done = Duty.objects.get(kind="confirm_receipt")
    assert (done.status, done.done_by) == ("done", finn)


def test_putting_a_fact_right_takes_back_what_was_owed_for_it(a_running_request, finn):
    wrong = happened(a_running_request, "extension_notice", TODAY, by=finn)
    owed()
    facts.put_right(
        fact=wrong, kind="extension_notice", on=TODAY, basis="letter", reason="Many boxes", because="It gave one",
        key="r1", by=finn, at=NOW,
    )  # fmt: skip

    assert owed() == []


def test_nothing_is_owed_for_what_is_over(a_sent_request, finn):
    stops.withdraw(request=a_sent_request, by=finn, at=NOW)

    assert owed(LONG) == []


def test_a_pause_of_theirs_touches_no_fact_and_stops_no_clock(a_running_request, journey):
    before = list(a_running_request.facts.values())
    type(journey).objects.filter(pk=journey.pk).update(status="paused_by_person", back_to="waiting")

    assert list(a_running_request.facts.values()) == before
    assert owed(LONG) == ["holder_is_late"]


def test_it_goes_through_all_in_batches(a_sent_request, monkeypatch):
    monkeypatch.setattr(clocks, "BATCH", 1)

    assert clocks.raise_due(by=None, at=NOW) == a_sent_request.pk
    assert clocks.raise_due(by=None, at=NOW, after=a_sent_request.pk) == 0


def test_a_batch_that_owes_nothing_asks_the_database_little(a_running_request):
    with CaptureQueriesContext(connection) as asked:
        clocks.raise_due(by=None, at=NOW)

    assert sum(query["sql"].startswith("SELECT") for query in asked) <= 3
