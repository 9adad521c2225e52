from datetime import date

import pytest

from training.rules.stations import SAME_NAME, Known, find_twin, why_not_move

ANNA = Known("Anna Reed", "anna@example.org", "77")


@pytest.mark.parametrize(
    ("said", "twin"),
    [
        ({"name": "A. Reed", "email": "ANNA@example.org", "staff_number": ""}, 0),
        ({"name": "Anna Reed", "email": "", "staff_number": "77"}, 0),
        ({"name": "Anna Reed", "email": "another@example.org", "staff_number": "77"}, None),
        ({"name": "Bo Lane", "email": "bo@example.org", "staff_number": ""}, None),
    ],
)
def test_the_same_email_is_the_same_person_and_a_name_alone_never_is(said, twin):
    assert find_twin(**said, among=[ANNA]).twin == twin


def test_somebody_of_the_same_name_must_be_told_apart():
    assert find_twin(name="anna reed", email="", staff_number="", among=[ANNA]).problem == SAME_NAME
    assert find_twin(name="anna reed", email="b@example.org", staff_number="", among=[ANNA]).problem == ""
    assert find_twin(name="anna reed", email="", staff_number="", among=[ANNA], another=True).problem == ""


def test_a_staff_number_says_nothing_at_another_prison():
    elsewhere = Known("Anna Reed", "", "77", here=False)

    assert find_twin(name="Cy Holt", email="", staff_number="77", among=[elsewhere]).twin is None


def test_nobody_moves_to_where_they_are_nor_before_they_came():
    day = date(2026, 11, 22)

    assert why_not_move(since=day, day=day, today=day, same_place=False) == []
    assert len(why_not_move(since=date(2026, 11, 23), day=day, today=date(2026, 11, 21), same_place=True)) == 3
