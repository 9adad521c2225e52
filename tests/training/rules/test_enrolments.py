from datetime import date, timedelta

import pytest

from accounts.roles import Role
from training.models import CoursePage
from training.rules.enrolments import ANY, FOR, WORDS, is_for, pressing, why_not_begin

DAY = date(2026, 11, 22)
NEXT_WEEK = DAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("audience", "roles", "open_"),
    [
        ("staff", {"prison_staff"}, True),
        ("staff", {"peer_mentor"}, False),
        ("staff", {"peer_mentor", "probation_staff"}, True),
        ("mentors", {"peer_mentor"}, True),
        ("mentors", {"applicant"}, True),
        ("mentors", {"prison_staff"}, False),
        ("mentors", {"coordinator"}, True),
        ("all", {"funder"}, True),
        ("all", set(), False),
        ("", {"prison_staff"}, False),
    ],
)
def test_a_course_is_for_those_who_need_it(audience, roles, open_):
    assert is_for(audience, roles) is open_
    assert bool(why_not_begin(audience=audience, roles=roles)) is not open_


def test_it_knows_each_audience_and_each_role():
    assert {*FOR, "all"} == set(CoursePage.Audience.values)
    assert set(WORDS) == set(FOR)
    assert set.union(ANY, *FOR.values()) <= set(Role.values)


@pytest.mark.parametrize(
    ("facts", "words", "tone"),
    [
        ({"due_on": DAY - timedelta(days=1)}, "It was to be finished by 21 November 2026.", "stop"),
        ({"due_on": DAY}, "Finish it by 22 November 2026.", "wait"),
        ({"due_on": NEXT_WEEK, "has_begun": True}, "Finish it by 29 November 2026.", "wait"),
        ({"was_put_on": True}, "You were put on this course, and have not begun it yet.", "wait"),
        (
            {"was_put_on": True, "due_on": DAY + timedelta(days=60)},
            "You were put on this course, and have not begun it yet. Finish it by 21 January 2027.",
            "wait",
        ),
    ],
)
def test_what_presses_is_said_with_its_day(facts, words, tone):
    said = pressing(**{"has_begun": False, "was_put_on": False, "due_on": None, "on": DAY} | facts)

    assert said is not None
    assert (said.words, said.tone) == (words, tone)


@pytest.mark.parametrize(
    "facts", [{}, {"was_put_on": True, "has_begun": True}, {"due_on": DAY + timedelta(days=15), "has_begun": True}]
)
def test_nothing_presses_where_there_is_time(facts):
    assert pressing(**{"has_begun": False, "was_put_on": False, "due_on": None, "on": DAY} | facts) is None
