"""Not handing over today: two names, one working day, once more with a third, and it ends by itself."""

from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import safety_holds
from casefiles_support.models import Duty, Fact, Journey, SafetyHold
from common.transitions import NotAllowed
from messaging.models import Message
from tests.conftest import NOW
from tests.matrix.fixtures_files_parcels import TODAY

NEXT = NOW + timedelta(days=2)


def refused(act, **said):
    with pytest.raises(NotAllowed) as no:
        act(**said)
    return " ".join(no.value.reasons)


def test_it_stands_for_a_working_day_once_two_have_said_so(wait, finn, nadia):
    duty = Duty.objects.get(kind="safety_hold_told")

    assert (wait.asked_by, wait.agreed_by) == (finn, nadia)
    assert wait.ends_at == NOW + timedelta(days=1)  # NOW is a Sunday
    assert (duty.due_on, duty.status) == (TODAY, "open")
    assert list(SafetyHold.objects.standing(NOW)) == [wait]
    assert not SafetyHold.objects.standing(wait.ends_at).exists()
    assert not Fact.objects.exists()
    assert Event.objects.filter(verb="files.safety_hold.agreed").count() == 1


def test_a_question_stands_for_nothing(asked_to_wait):
    assert not SafetyHold.objects.standing(NOW).exists() and not Duty.objects.filter(kind="safety_hold_told").exists()


def test_leads_are_told_that_something_waits_and_not_what(parcel, journey, finn, nadia):
    nadia.email = "nadia@example.org"
    nadia.save()
    Journey.objects.filter(pk=journey.pk).update(status="file_here")
    journey.refresh_from_db()

    safety_holds.ask(journey=journey, because="A threat", by=finn, at=NOW)

    message = Message.objects.get()
    assert message.to == "nadia@example.org"
    assert "Jo" not in message.text and "threat" not in message.text


@pytest.mark.parametrize("status", ["talking", "waiting", "after_care", "resting"])
def test_it_is_only_for_papers_that_are_here(journey, finn, status):
    Journey.objects.filter(pk=journey.pk).update(status=status)
    journey.refresh_from_db()

    assert "Only while the papers are here" in refused(
        safety_holds.ask, journey=journey, because="A threat", by=finn, at=NOW
    )


def test_it_says_why_and_is_asked_once(asked_to_wait, journey, finn):
    said = {"journey": journey, "by": finn, "at": NOW}
    assert "already" in refused(safety_holds.ask, because="A threat", **said)
    safety_holds.lift(hold=asked_to_wait, by=finn, at=NOW)

    assert "Say why" in refused(safety_holds.ask, because="  ", **said)


def test_who_asks_does_not_agree_and_nobody_agrees_twice(asked_to_wait, finn, nadia):
    assert "two names" in refused(safety_holds.agree, hold=asked_to_wait, by=finn, at=NOW)
    safety_holds.agree(hold=asked_to_wait, by=nadia, at=NOW)

    assert "answered" in refused(safety_holds.agree, hold=asked_to_wait, by=nadia, at=NOW)
    assert "no manager" in refused(safety_holds.allow_again, hold=SafetyHold(ref="x", asked_by=finn), by=nadia, at=NOW)


def test_what_was_refused_never_stands(asked_to_wait, nadia):
    safety_holds.lift(hold=asked_to_wait, by=nadia, at=NOW)

    assert refused(safety_holds.agree, hold=asked_to_wait, by=nadia, at=NOW)
    assert refused(safety_holds.lift, hold=asked_to_wait, by=nadia, at=NOW)
    assert not SafetyHold.objects.standing(NOW).exists()


def test_it_need_not_last_to_its_end_and_they_are_told_all_the_same(wait, finn):
    safety_holds.lift(hold=wait, by=finn, at=NOW)

    assert not SafetyHold.objects.standing(NOW).exists()
    assert Duty.objects.get(kind="safety_hold_told").status == "open"


def test_only_telling_them_ends_that_duty(wait, asked_to_wait, finn):
    said = {"hold": wait, "by": finn, "at": NOW}
    assert "between" in refused(safety_holds.tell, on=TODAY - timedelta(days=1), **said)

    safety_holds.tell(on=TODAY, **said)

    assert Duty.objects.get(kind="safety_hold_told").status == "done"
    assert "already" in refused(safety_holds.tell, on=TODAY, **said)


def test_what_nobody_agreed_to_is_not_told(asked_to_wait, finn):
    assert "not been agreed" in refused(safety_holds.tell, hold=asked_to_wait, on=TODAY, by=finn, at=NOW)


def test_once_more_needs_a_lead_and_a_manager_in_any_order(wait_again, nadia, marion):
    safety_holds.allow_again(hold=wait_again, by=marion, at=NOW)
    assert wait_again.ends_at is None

    safety_holds.agree(hold=wait_again, by=nadia, at=NOW)

    assert wait_again.ends_at == NOW + timedelta(days=1) and wait_again.again_by == marion


def test_one_person_is_not_two_of_the_names(wait_again, nadia):
    safety_holds.agree(hold=wait_again, by=nadia, at=NOW)

    assert "two names" in refused(safety_holds.allow_again, hold=wait_again, by=nadia, at=NOW)


def test_there_is_no_third_time(wait, wait_again, journey, finn, nadia, marion):
    assert "third time" in refused(safety_holds.again, hold=wait, because="Again", by=finn, at=NOW)
    safety_holds.allow_again(hold=wait_again, by=marion, at=NOW)
    safety_holds.agree(hold=wait_again, by=nadia, at=NOW)

    assert "third time" in refused(safety_holds.again, hold=wait_again, because="Again", by=finn, at=NEXT)
    assert "programme manager" in refused(safety_holds.ask, journey=journey, because="Again", by=finn, at=NEXT)
