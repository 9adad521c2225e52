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
