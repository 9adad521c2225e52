from datetime import timedelta

import pytest

from casefiles_support import falling_due
from casefiles_support.actions import complaints
from casefiles_support.models import Complaint, Duty
from common.transitions import NotAllowed, Stale
from tests.casefiles_support.fixtures_after import TODAY, answered_by, closed, stand
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def after(days):
    return NOW + timedelta(days=days)


def send(request, finn, *, key="s", at=NOW):
    return complaints.send(request=request, about="covered", on=at.date(), key=key, by=finn, at=at)


def further(request, finn, *, key="r", at=NOW):
    return complaints.take_further(request=request, about="covered", on=at.date(), key=key, by=finn, at=at)


def take(verb, complaint, finn, *, at=NOW, **more):
    complaint.refresh_from_db()
    act = getattr(complaints, verb)
    return act(complaint=complaint, on=at.date(), seen=complaint.version, by=finn, at=at, **more)


def status(request):
    request.refresh_from_db()
    return request.status


def owed(kind):
    return list(Duty.objects.filter(kind=kind).values_list("status", flat=True))


@pytest.mark.parametrize("state", ["answered", "part_answered", "none_found", "refused", "lapsed"])
def test_a_complaint_goes_to_the_holder_and_the_request_says_so(answered, finn, state):
    sent = send(stand(answered, state), finn)

    assert (sent.to, sent.status, status(answered)) == ("holder", "sent", "in_complaint")
    assert send(answered, finn) == sent
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("state", ["drafting", "sent", "paused", "withdrawn", "closed", "with_ico"])
def test_there_is_nothing_to_complain_about_yet_or_any_more(answered, finn, state):
    if state == "closed":
        type(answered).objects.filter(pk=answered.pk).update(before="answered", closed_on=TODAY, status=state)
    else:
        stand(answered, state)

    with pytest.raises(NotAllowed):
        send(answered, finn)


def test_who_is_not_late_is_not_complained_about(journey, finn):
    in_time = answered_by(journey, "York", finn, status="running", received_on=TODAY)
    late = answered_by(journey, "Hull", finn, status="running")

    with pytest.raises(NotAllowed, match="still have time"):
        send(in_time, finn)
    assert send(late, finn, key="late").status == "sent"


def test_a_second_complaint_waits_for_the_first(complaint, answered, finn):
    with pytest.raises(NotAllowed):
        send(answered, finn, key="other")


def test_it_is_received_acknowledged_and_answered(complaint, answered, finn):
    take("receive", complaint, finn)
    take("acknowledge", complaint, finn, at=after(2))
    take("answer", complaint, finn, at=after(9), outcome="not_upheld")

    assert (complaint.status, complaint.outcome, status(answered)) == ("answered", "not_upheld", "refused")
    assert answered.last_contact_on == after(9).date()


@pytest.mark.parametrize(
    ("outcome", "came", "stands"),
    [("upheld", True, "answered"), ("partly", False, "answered"), ("no_action", False, "refused")],
)  # fmt: skip
def test_where_the_request_stands_after_an_answer(complaint, answered, finn, outcome, came, stands):
    take("answer", complaint, finn, outcome=outcome, records_came=came)

    assert status(answered) == stands


def test_records_that_came_with_the_answer_are_told_to_the_clock(journey, finn):
    late = answered_by(journey, "Hull", finn, status="running")
    sent = send(late, finn)

    take("answer", sent, finn, at=after(3), outcome="upheld", records_came=True)

    assert late.facts.get(kind="full_reply").on == after(3).date()
    assert status(late) == "answered"


def test_nobody_goes_to_the_regulator_before_the_holder_had_its_time(complaint, answered, finn):
    with pytest.raises(NotAllowed, match="to say that they have the complaint"):
        further(answered, finn)

    assert further(answered, finn, at=after(60)).to == "regulator"
    assert status(answered) == "with_ico"


def test_whoever_was_refused_complains_to_the_holder_first(answered, finn):
    with pytest.raises(NotAllowed, match="holder first"):
        further(stand(answered, "refused"), finn)


def test_an_answer_that_does_not_help_opens_the_way_at_once(complaint, answered, finn):
    take("answer", complaint, finn, outcome="not_upheld")

    assert further(answered, finn) == further(answered, finn)
    assert status(answered) == "with_ico"


def test_whom_the_regulator_sends_back_asks_the_holder_first(complaint, answered, finn):
    take("answer", complaint, finn, outcome="not_upheld")
    asked = further(answered, finn, at=after(1))

    take("answer", asked, finn, at=after(20), outcome="ask_holder_first")

    assert status(answered) == "refused"
    with pytest.raises(NotAllowed, match="holder first"):
        further(answered, finn, key="again", at=after(21))
    send(answered, finn, key="anew", at=after(21))
    assert status(answered) == "in_complaint"


def test_sent_back_while_the_holder_still_looks_at_it_waits_for_the_holder(complaint, answered, finn):
    asked = further(answered, finn, at=after(60))

    take("answer", asked, finn, at=after(70), outcome="ask_holder_first")

    assert status(answered) == "in_complaint"


def test_an_answer_of_the_holder_does_not_take_it_from_the_regulator(complaint, answered, finn):
    further(answered, finn, at=after(60))

    take("answer", complaint, finn, at=after(61), outcome="partly")

    assert status(answered) == "with_ico"


def test_each_step_refuses_what_comes_twice(complaint, finn):
    take("receive", complaint, finn)
    with pytest.raises(NotAllowed, match="already"):
        take("receive", complaint, finn)
    take("acknowledge", complaint, finn)
    with pytest.raises(NotAllowed, match="already"):
        take("acknowledge", complaint, finn)
    with pytest.raises(NotAllowed, match="Choose"):
        take("answer", complaint, finn, outcome="ask_holder_first")
    take("answer", complaint, finn, outcome="upheld")
    with pytest.raises(NotAllowed, match="already"):
        take("answer", complaint, finn, outcome="upheld")


def test_whoever_was_first_is_not_written_over(complaint, finn):
    take("receive", complaint, finn)

    with pytest.raises(Stale):
        complaints.acknowledge(complaint=complaint, on=TODAY, seen=1, by=finn, at=NOW)


# ---------------------------------------------------------------- What comes due


def test_who_did_not_acknowledge_it_in_time_is_late_and_only_then(complaint, finn):
    take("receive", complaint, finn)  # on Sunday 22 November: until Tuesday 22 December

    assert falling_due.raise_due(by=None, at=after(30)) == 0
    assert falling_due.raise_due(by=None, at=after(31)) == 1
    assert falling_due.raise_due(by=None, at=after(31)) == 1
    assert owed("acknowledge_due") == ["open"]

    take("acknowledge", complaint, finn, at=after(32))
    assert owed("acknowledge_due") == ["settled"]


def test_where_nobody_knows_if_it_came_somebody_asks_and_nobody_is_late(complaint, finn):
    assert falling_due.raise_due(by=None, at=after(13)) == 0
    falling_due.raise_due(by=None, at=after(50))

    assert (owed("confirm_receipt"), owed("acknowledge_due")) == (["open"], [])
    take("receive", complaint, finn, at=after(50))
    assert owed("confirm_receipt") == ["done"]


def test_the_time_for_the_regulator_is_said_before_it_ends(complaint, answered, finn):
    take("answer", complaint, finn, outcome="not_upheld")  # until 22 February

    assert falling_due.raise_due(by=None, at=after(60)) == 0
    assert falling_due.raise_due(by=None, at=after(70)) == 1
    further(answered, finn, at=after(71))
    assert owed("regulator_soon") == ["done"]
    assert falling_due.raise_due(by=None, at=after(72)) == 0


def test_somebody_who_does_not_want_to_go_further_is_not_asked_again(complaint, answered, finn):
    take("answer", complaint, finn, outcome="not_upheld")
    falling_due.raise_due(by=None, at=after(70))

    complaints.let_be(request=answered, by=finn, at=after(71))
    falling_due.raise_due(by=None, at=after(72))

    assert owed("regulator_soon") == ["settled"]


def test_a_closed_journey_owes_nothing_more(complaint, journey, finn):
    take("receive", complaint, finn)
    closed(journey)

    assert falling_due.raise_due(by=None, at=after(60)) == 0
