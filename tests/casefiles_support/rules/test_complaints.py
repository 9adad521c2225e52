from datetime import date, timedelta

import pytest

from casefiles_support.models import Complaint
from casefiles_support.rules import complaints as rules
from casefiles_support.rules.complaints import Told

DAY = date(2026, 11, 2)
LATER = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("received", "by"),
    [
        (date(2026, 6, 19), date(2026, 7, 20)),
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2027, 2, 24), date(2027, 3, 30)),
    ],
)
def test_thirty_days_begin_on_the_day_after_and_end_on_a_working_day(received, by):
    assert rules.acknowledge_by(sent_on=received, received_on=received) == by


def test_nobody_is_late_by_a_day_that_we_assume():
    long_after = DAY + timedelta(days=90)

    assert not rules.is_unacknowledged(sent_on=DAY, received_on=None, acknowledged=False, on=long_after)
    assert rules.is_unacknowledged(sent_on=DAY, received_on=DAY, acknowledged=False, on=long_after)
    assert not rules.is_unacknowledged(sent_on=DAY, received_on=DAY, acknowledged=True, on=long_after)


def test_they_are_late_on_the_day_after_and_not_on_the_last_day():
    last = rules.acknowledge_by(sent_on=DAY, received_on=DAY)

    assert not rules.is_unacknowledged(sent_on=DAY, received_on=DAY, acknowledged=False, on=last)
    assert rules.is_unacknowledged(sent_on=DAY, received_on=DAY, acknowledged=False, on=last + timedelta(days=1))


def test_the_regulator_comes_after_the_holder():
    waited = DAY + timedelta(days=60)

    def why(*told, back=None, on=LATER):
        return rules.first_ask_the_holder(told=list(told), sent_back_on=back, on=on)

    assert why() == ["The regulator asks you to complain to the holder first."]
    assert why(Told(DAY, DAY, answered=True)) == []
    assert "2 December 2026" in why(Told(DAY, DAY))[0]
    assert why(Told(DAY, DAY), on=waited) == []
    assert why(Told(DAY), on=waited) == []


def test_whom_the_regulator_sent_back_complains_anew():
    before = Told(DAY, DAY, answered=True)
    back = DAY + timedelta(days=10)

    assert rules.first_ask_the_holder(told=[before], sent_back_on=back, on=back)
    after = Told(back, back, answered=True)
    assert not rules.first_ask_the_holder(told=[before, after], sent_back_on=back, on=back)


def test_the_last_weeks_are_four_and_end_with_the_last_day():
    contact = date(2026, 11, 30)  # until 28 February 2027

    assert not rules.is_soon(last_contact=contact, on=date(2027, 1, 30))
    assert rules.is_soon(last_contact=contact, on=date(2027, 1, 31))
    assert rules.is_soon(last_contact=contact, on=date(2027, 2, 28))
    assert not rules.is_soon(last_contact=contact, on=date(2027, 3, 1))


def test_a_complaint_is_sent_once_and_not_tomorrow():
    assert not rules.why_not_send(on=DAY, today=DAY, open_there=False)
    assert rules.why_not_send(on=DAY, today=DAY, open_there=True)
    assert rules.why_not_send(on=LATER, today=DAY, open_there=False)


def test_steps_follow_each_other():
    came = {"received_on": None, "answered": False, "sent_on": DAY, "on": DAY, "today": DAY}
    assert not rules.why_not_receive(**came)
    assert rules.why_not_receive(**came | {"received_on": DAY})
    assert rules.why_not_receive(**came | {"answered": True})
    assert rules.why_not_receive(**came | {"on": LATER})

    said = {"state": "sent", "sent_on": DAY, "received_on": None, "on": DAY, "today": DAY}
    assert not rules.why_not_acknowledge(**said)
    assert rules.why_not_acknowledge(**said | {"state": "acknowledged"})
    assert rules.why_not_acknowledge(**said | {"received_on": LATER, "today": LATER})


def test_only_the_regulator_sends_people_back():
    fine = {"answered": False, "sent_on": DAY, "received_on": None, "on": DAY, "today": DAY}

    assert not rules.why_not_answer(to="regulator", outcome="ask_holder_first", **fine)
    assert rules.why_not_answer(to="holder", outcome="ask_holder_first", **fine)
    assert rules.why_not_answer(to="holder", outcome="", **fine)
    assert rules.why_not_answer(to="holder", outcome="upheld", **fine | {"answered": True})
    assert rules.why_not_answer(to="holder", outcome="upheld", **fine | {"on": LATER})


def test_every_outcome_belongs_to_somebody():
    assert set(rules.OUTCOMES["holder"]) | set(rules.OUTCOMES["regulator"]) == set(Complaint.Outcome.values)


@pytest.mark.parametrize(
    ("outcome", "came", "to"),
    [("upheld", False, "answered"), ("partly", False, "answered"), ("not_upheld", False, "refused"),
     ("no_action", False, "refused"), ("not_upheld", True, "answered")],
)  # fmt: skip
def test_where_it_stands_after_an_answer(outcome, came, to):
    assert rules.goes_back_to(outcome=outcome, records_came=came) == to
