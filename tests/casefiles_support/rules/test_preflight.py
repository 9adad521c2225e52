from dataclasses import replace
from datetime import date

import pytest

from casefiles_support.rules.preflight import Plain, look_over, why_not_ready

TODAY = date(2026, 11, 28)
FINE = Plain(
    first_name="Jo", family_name="Carter", born=date(1991, 5, 14), names_then="Joanne Hill", years="1994 to 2001",
    places="Oak House", in_custody=True, prison_number="A1234BC", return_address="HMP Wealstun", deliver_to="supporter",
    supporter="Alex", supporter_phone="0113 496 0123", authority_until=date(2027, 5, 28), proofs=("prison",),
    holder_address="Leeds", holder_verified_on=date(2026, 1, 10),
)  # fmt: skip


def test_a_letter_with_all_that_it_needs_may_go():
    found = look_over(FINE, on=TODAY)

    assert (found.stops, found.helps) == ([], [])
    assert why_not_ready(FINE, on=TODAY) == []


STOPS = [
    ({"family_name": " "}, "full name"),
    ({"first_name": ""}, "full name"),
    ({"born": None}, "date of birth"),
    ({"prison_number": ""}, "prison number"),
    ({"return_address": ""}, "address for the answer"),
    ({"format": "digital"}, "has to be paper"),
    ({"deliver_to": ""}, "where the papers should go"),
    ({"supporter_phone": ""}, "no telephone number"),
    ({"regime": "adoption"}, "Ask the adoption agency"),
    ({"regime": "court"}, "Ask the court"),
    ({"holder_closed": True}, "no longer there"),
]


@pytest.mark.parametrize(("without", "sentence"), STOPS)
def test_each_thing_that_would_be_sent_back_stops_it_here(without, sentence):
    plain = replace(FINE, **without)

    assert sentence in " ".join(look_over(plain, on=TODAY).stops)
    assert sentence in " ".join(why_not_ready(plain, on=TODAY))


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ({"proofs": ()}, "the time does not start"),
        ({"authority_until": None}, "signed permission for this holder is missing"),
        ({"authority_until": date(2026, 11, 27)}, "has ended"),
        ({"holder_address": ""}, "no address in the directory"),
        ({"holder_verified_on": None}, "12 months"),
        ({"holder_verified_on": date(2025, 11, 28)}, "12 months"),
    ],
)
def test_proof_permission_and_address_are_asked_for_before_it_is_ready(without, sentence):
    assert sentence in " ".join(why_not_ready(replace(FINE, **without), on=TODAY))


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ({"names_then": ""}, "another name then"),
        ({"years": "", "places": ""}, "Rough years"),
        ({"memories_named": False}, "Photographs and letters"),
        ({"supporter": ""}, "That is their choice"),
        ({"proofs": ()}, "how they show who they are"),
        ({"authority_until": date(2027, 3, 1)}, "may end before"),
        ({"regime": "part_3"}, "what they hold themselves"),
        ({"holder_kind": "prison_probation"}, "rarely have records from care"),
    ],
)
def test_what_would_help_is_said_and_stops_nothing(without, sentence):
    found = look_over(replace(FINE, **without), on=TODAY)

    assert sentence in " ".join(found.helps)
    assert found.stops == []


def test_paper_is_not_asked_for_outside_or_where_the_governor_allowed_something_else():
    assert look_over(replace(FINE, format="digital", in_custody=False), on=TODAY).stops == []
    assert look_over(replace(FINE, format="digital", allowed_by_governor=True), on=TODAY).stops == []


def test_somebody_who_never_had_another_name_is_not_asked_again():
    assert look_over(replace(FINE, names_then="", never_another_name=True), on=TODAY).helps == []
