from datetime import UTC, date, datetime, timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import corrections
from casefiles_support.clocks_after import clock_of_correction
from casefiles_support.models import Correction, Duty
from common.transitions import NotAllowed, Stale
from tests.casefiles_support.fixtures_after import TODAY, closed, stand
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def at(day):
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def take(verb, correction, finn, on=TODAY, **more):
    correction.refresh_from_db()
    act = getattr(corrections, verb)
    return act(correction=correction, on=on, seen=correction.version, by=finn, at=at(on), **more)


def test_it_is_begun_sent_received_and_answered(correction, finn):
    for verb, more in (("send", {}), ("receive", {}), ("answer", {"result": "note_added"})):
        take(verb, correction, finn, **more)

    assert (correction.asked_on, correction.received_on, correction.answered_on) == (TODAY, TODAY, TODAY)
    assert correction.result == "note_added"
    verbs = list(
        Event.objects.filter(verb__startswith="files.correction").values_list("verb", flat=True).order_by("pk")
    )
    assert verbs == [f"files.correction.{one}" for one in ("begun", "sent", "received", "answered")]


def test_beginning_twice_from_one_form_begins_once(answered, correction, finn):
    again = corrections.begin(request=answered, kind="statement", key="k1", by=finn, at=NOW)

    assert again == correction
    assert Correction.objects.count() == 1


def test_it_begins_once_something_came_and_while_the_journey_is_open(answered, journey, finn):
    with pytest.raises(NotAllowed, match="once something has come"):
        corrections.begin(request=stand(answered, "running"), kind="fact", key="a", by=finn, at=NOW)
    closed(journey)
    with pytest.raises(NotAllowed, match="closed"):
        corrections.begin(request=stand(answered, "answered"), kind="fact", key="b", by=finn, at=NOW)


def test_the_month_is_counted_as_the_law_counts_every_month(correction, finn):
    take("send", correction, finn)
    assert clock_of_correction(correction, on=TODAY).due is None
    Correction.objects.filter(pk=correction.pk).update(asked_on=date(2026, 11, 1))
    take("receive", correction, finn, on=date(2026, 11, 25))

    clock = clock_of_correction(correction, on=date(2026, 12, 1))

    # 25 December, then Boxing Day in lieu on Monday the 28th.
    assert (clock.due, clock.late) == (date(2026, 12, 29), False)
    assert clock_of_correction(correction, on=date(2026, 12, 30)).late


def test_who_does_not_answer_in_their_month_is_late_and_only_then(correction, finn):
    take("send", correction, finn)
    take("receive", correction, finn)
    last = clock_of_correction(correction, on=TODAY).due

    assert corrections.raise_late(by=None, at=at(last)) == 0
    assert corrections.raise_late(by=None, at=at(last + timedelta(days=1))) == 1
    assert corrections.raise_late(by=None, at=at(last + timedelta(days=1))) == 1
    assert Duty.objects.get(about_ref=correction.ref).kind == "holder_is_late"

    take("answer", correction, finn, on=last + timedelta(days=2), result="refused")
    assert Duty.objects.get(about_ref=correction.ref).status == "settled"
    assert corrections.raise_late(by=None, at=at(last + timedelta(days=3))) == 0


def test_each_step_refuses_what_comes_too_soon_or_twice(correction, finn):
    with pytest.raises(NotAllowed, match="not been sent"):
        take("receive", correction, finn)
    with pytest.raises(NotAllowed, match="not been sent"):
        take("answer", correction, finn, result="done")
    take("send", correction, finn)
    with pytest.raises(NotAllowed, match="already"):
        take("send", correction, finn)
    with pytest.raises(NotAllowed, match="Choose"):
        take("answer", correction, finn, result="something else")


def test_the_person_may_stop_it_before_it_was_sent(correction, finn):
    assert take("answer", correction, finn, result="withdrawn").result == "withdrawn"


def test_whoever_was_first_is_not_written_over(correction, finn):
    take("send", correction, finn)

    with pytest.raises(Stale):
        corrections.receive(correction=correction, on=TODAY, seen=1, by=finn, at=NOW)
