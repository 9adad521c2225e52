from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from casefiles_support.actions import facts
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Fact
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_requests import RECEIVED_ON, TODAY, happened
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def test_a_fact_moves_the_request_and_starts_its_clock(a_sent_request, finn):
    fact = happened(a_sent_request, "received", RECEIVED_ON, by=finn)

    assert (fact.entered_by, fact.entered_at, a_sent_request.status) == (finn, NOW, "running")
    assert a_sent_request.rule_version == "uk-gdpr-2026"
    assert not clock_of(a_sent_request, on=TODAY).estimated


def test_an_assumed_day_gives_an_estimate_and_is_never_late(a_sent_request, finn):
    happened(a_sent_request, "received", RECEIVED_ON, by=finn, basis="assumed")

    clock = clock_of(a_sent_request, on=TODAY + timedelta(days=90))
    assert (clock.estimated, clock.late) == (True, False)


def test_a_question_pauses_and_its_answer_goes_on(a_running_request, finn):
    happened(a_running_request, "clarification_asked", TODAY - timedelta(days=4), by=finn)
    assert (a_running_request.status, a_running_request.last_contact_on) == ("paused", TODAY - timedelta(days=4))
    assert clock_of(a_running_request, on=TODAY).due is None

    happened(a_running_request, "clarification_answered", TODAY - timedelta(days=1), by=finn)
    assert a_running_request.status == "running"


def test_a_reason_is_sealed(a_running_request, finn):
    fact = happened(a_running_request, "extension_notice", TODAY, by=finn, reason="Three boxes")

    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM casefiles_support_fact WHERE id = %s", [fact.pk])
        assert "boxes" not in str(cursor.fetchone()[0])
    assert clock_of(a_running_request, on=TODAY).extension_valid


def test_what_was_wrong_is_put_right_and_both_stay(a_running_request, finn):
    asked = happened(a_running_request, "id_asked", TODAY, by=finn)
    assert a_running_request.status == "waiting_for_proof"

    facts.put_right(
        fact=asked, kind="mistake", on=TODAY, basis="letter", because="That was another council", key="r1", by=finn,
        at=NOW,
    )  # fmt: skip
    a_running_request.refresh_from_db()
    assert a_running_request.status == "running"
    assert Fact.objects.filter(request=a_running_request).count() == 4
    assert asked not in a_running_request.facts.standing()


def test_a_request_that_was_not_sent_takes_no_fact(a_request, finn):
    with pytest.raises(NotAllowed, match="has not been sent yet"):
        happened(a_request, "received", TODAY, by=finn)

    assert not a_request.facts.exists()


def test_nothing_is_in_the_future(a_sent_request, finn):
    with pytest.raises(NotAllowed, match="in the future"):
        happened(a_sent_request, "received", TODAY + timedelta(days=1), by=finn)


@pytest.mark.parametrize("regime", ["adoption", "court"])
def test_what_is_asked_for_elsewhere_has_no_clock(a_sent_request, finn, regime):
    a_sent_request.holder.regime = regime
    a_sent_request.holder.save()

    with pytest.raises(NotAllowed, match="No time of this kind runs here"):
        happened(a_sent_request, "received", TODAY, by=finn)
    clock = clock_of(a_sent_request, on=TODAY)
    assert (clock.state, clock.due, len(clock.steps)) == ("not_started", None, 1)


def test_what_was_put_right_once_is_not_put_right_again(a_running_request, finn):
    wrong = a_running_request.facts.get(kind="received")
    told = {"kind": "received", "on": TODAY, "basis": "phone", "because": "They rang", "by": finn, "at": NOW}
    facts.put_right(fact=wrong, key="r1", **told)

    with pytest.raises(NotAllowed, match="put right already"):
        facts.put_right(fact=wrong, key="r2", **told)


def last_word(request):
    return AccessRequest.objects.get(pk=request.pk).last_contact_on


def test_the_last_word_from_them_never_goes_back(a_running_request, finn):
    happened(a_running_request, "partial_reply", TODAY - timedelta(days=1), by=finn)
    happened(a_running_request, "extension_notice", TODAY - timedelta(days=5), by=finn, reason="Many boxes")

    assert last_word(a_running_request) == TODAY - timedelta(days=1)


def put_right(fact, finn, *, on=TODAY - timedelta(days=9), kind="partial_reply"):
    return facts.put_right(
        fact=fact, kind=kind, on=on, basis="letter", because="A wrong day", key=f"p{on}", by=finn, at=NOW
    )


def test_it_goes_back_where_the_day_itself_was_wrong(a_running_request, finn):
    """Else they would be told that they may go to the regulator for longer than they may."""
    put_right(happened(a_running_request, "partial_reply", TODAY, by=finn), finn)

    assert last_word(a_running_request) == TODAY - timedelta(days=9)


@pytest.mark.parametrize("kept", ["reply", "complaint", "another_fact"])
def test_but_not_past_another_word_of_theirs(a_running_request, finn, kept):
    heard, wrong = TODAY - timedelta(days=3), happened(a_running_request, "partial_reply", TODAY, by=finn)
    if kept == "reply":
        a_running_request.replies.create(kind="other", way="phone", on=heard, key="r", written_at=NOW, written_by=finn)
    elif kept == "complaint":
        a_running_request.complaints.create(
            to="holder", about="late", key="c", sent_on=heard, acknowledged_on=heard, status="acknowledged",
            written_at=NOW, written_by=finn,
        )  # fmt: skip
    else:
        happened(a_running_request, "extension_notice", heard, by=finn, reason="Many boxes")
    put_right(wrong, finn)

    assert last_word(a_running_request) == heard


def test_the_same_form_twice_is_one_fact_and_so_is_the_same_thing_told_by_two(a_sent_request, finn, wyn):
    told = {"request": a_sent_request, "kind": "received", "on": TODAY, "basis": "phone", "at": NOW}
    first = facts.add(key="f1", by=finn, **told)

    assert facts.add(key="f1", by=finn, **told) == facts.add(key="f2", by=wyn, **told) == first


def test_after_it_was_stopped_a_fact_is_kept_and_moves_nothing(a_running_request, finn):
    AccessRequest.objects.filter(pk=a_running_request.pk).update(status="withdrawn")
    happened(a_running_request, "full_reply", TODAY, by=finn)

    assert a_running_request.status == "withdrawn"


def test_the_trail_says_where_the_request_stands(a_sent_request, finn):
    fact = happened(a_sent_request, "received", RECEIVED_ON, by=finn)

    said = Event.objects.get(verb="files.fact.added", subject_ref=fact.ref)
    assert (said.actor_ref, said.about_ref, said.detail["was"], said.detail["stands"]) == (
        finn.ref, a_sent_request.journey.person.ref, "sent", "running",
    )  # fmt: skip
