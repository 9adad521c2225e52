from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.rules import sessions as rules

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HELD = {
    "started": NOW - timedelta(hours=2),
    "minutes": 45,
    "happened": True,
    "cause": "",
    "attendance": ["attended"],
    "group": False,
    "now": NOW,
}


def test_an_ordinary_session_may_be_recorded():
    assert rules.why_not_record(**HELD) == []


def test_a_session_that_did_not_happen_needs_only_its_cause():
    missed = HELD | {"happened": False, "minutes": None, "cause": "prison_regime", "attendance": ["not_attended"]}

    assert rules.why_not_record(**missed) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"started": NOW + timedelta(minutes=1)}, "has not started yet"),
        ({"started": NOW - timedelta(days=731)}, "more than two years ago"),
        ({"minutes": None}, "how long"),
        ({"minutes": 0}, "how long"),
        ({"minutes": 601}, "up to 10 hours"),
        ({"happened": False, "attendance": ["not_attended"]}, "why it did not happen"),
        ({"attendance": ["not_attended"]}, "did not happen"),
        ({"attendance": []}, "who the session was with"),
        ({"attendance": ["attended"] * 2}, "Choose one person"),
        ({"attendance": ["attended"] * 31, "group": True}, "up to 30 people"),
    ],
)
def test_each_refusal_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_record(**(HELD | answers)))


def test_a_group_of_thirty_fits_on_its_sheet():
    assert rules.why_not_record(**(HELD | {"attendance": ["attended"] * 30, "group": True})) == []


@pytest.mark.parametrize(("age", "may"), [(timedelta(days=14), True), (timedelta(days=14, seconds=1), False)])
def test_a_record_can_be_corrected_for_fourteen_days(age, may):
    assert (rules.why_not_correct(recorded=NOW - age, now=NOW) == []) is may


@pytest.mark.parametrize(
    ("day", "may"),
    [(date(2026, 3, 1), True), (date(2026, 2, 28), False), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_a_session_belongs_to_the_days_of_its_match(day, may):
    reasons = rules.why_not_on_this_day(day=day, matched_since=date(2026, 3, 1), matched_until=date(2026, 6, 30))

    assert (reasons == []) is may
