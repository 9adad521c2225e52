import pytest

from mentoring.rules import matches, mentors


def test_two_people_may_be_matched():
    assert matches.why_not_match(mentor_person=1, mentee_person=2, mentor_active=True) == []


def test_nobody_is_their_own_mentor():
    assert matches.why_not_match(mentor_person=1, mentee_person=1, mentor_active=True) == [
        "Nobody can be their own mentor."
    ]


def test_a_mentor_who_is_not_active_is_not_matched():
    assert matches.why_not_match(mentor_person=1, mentee_person=2, mentor_active=False)


def test_a_mentor_says_how_many_people_are_enough():
    assert mentors.why_not_another(open_matches=2, capacity=3) == []
    assert "3 people" in mentors.why_not_another(open_matches=3, capacity=3)[0]


@pytest.mark.parametrize(
    ("was", "to", "own", "reason"),
    [
        (3, 2, True, ""),
        (3, 0, True, ""),
        (3, 4, True, "supervisor"),
        (3, 10, False, ""),
        (3, 11, False, "0 to 10"),
        (3, -1, False, "0 to 10"),
        (3, 3, False, "already"),
    ],
)
def test_fewer_is_a_mentors_own_right_and_more_is_for_staff(was, to, own, reason):
    found = mentors.why_not_capacity(was=was, to=to, own=own)
    assert reason in found[0] if reason else not found


def test_more_people_than_there_is_room_for_is_a_warning():
    assert mentors.too_many(people_now=2, capacity=2) == ""
    assert "2 now, room for 1" in mentors.too_many(people_now=2, capacity=1)


def test_a_yes_needs_how_and_a_day_that_has_come():
    assert matches.why_not_say_yes(said_on_is_future=False, told="spoken") == []
    assert matches.why_not_say_yes(said_on_is_future=False, told="") == ["Choose how they told us."]
    assert "future" in matches.why_not_say_yes(said_on_is_future=True, told="spoken")[0]


def test_nobody_approves_a_match_of_their_own():
    assert matches.why_not_approve(approver=1, logins={2, None}) == []
    assert matches.why_not_approve(approver=None, logins={None}) == []
    assert matches.why_not_approve(approver=1, logins={1, None})


def test_a_prison_that_nobody_knows_cannot_have_cleared_anybody():
    assert matches.why_not_there(in_custody=True, knows_prison=True) == []
    assert matches.why_not_there(in_custody=False, knows_prison=False) == []
    assert matches.why_not_there(in_custody=True, knows_prison=False)


MOVE = {"was_inside": True, "is_inside": True, "same_prison": False, "recalled": False, "kind": "custody"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, "moved"),
        ({"same_prison": True}, ""),
        ({"was_inside": False}, "inside"),
        ({"was_inside": False, "recalled": True}, "recalled"),
        ({"is_inside": False, "kind": "community"}, ""),
        ({"is_inside": False, "kind": "approved_premises"}, ""),
        ({"is_inside": False, "kind": "hospital"}, "hospital"),
        ({"is_inside": False, "kind": "unknown"}, "unknown"),
        ({"was_inside": False, "is_inside": False, "kind": "community"}, ""),
    ],
)
def test_a_move_lets_a_match_wait_for_a_reason_or_go_on(change, reason):
    assert matches.why_pause(**MOVE | change) == reason
