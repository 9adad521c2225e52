import pytest

from accounts.roles import Role
from training.models import CoursePage
from training.rules.enrolments import ANY, FOR, WORDS, is_for, why_not_begin


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
