"""What is true of the places that come with Alongside."""

import re
from collections import Counter

import pytest

from tests.factories import places as make


@pytest.fixture(scope="module")
def rows():
    return {kind: [row.cells for row in found] for kind, found in make.shipped().items()}


def test_no_row_has_a_problem():
    assert [row for found in make.shipped().values() for row in found if row.problems] == []


def test_every_council_with_childrens_services_is_there(rows):
    assert Counter(row["nation"] for row in rows["councils"]) == {"E": 153, "W": 22}


def test_every_probation_region_is_there(rows):
    assert Counter(row["nation"] for row in rows["probation_regions"]) == {"E": 11, "W": 1}


def test_there_are_as_many_prisons_as_the_readme_says(rows):
    assert len(rows["establishments"]) == 128


@pytest.mark.parametrize(
    "kind, key", [("councils", "gss_code"), ("probation_regions", "code"), ("establishments", "code")]
)
def test_no_code_and_no_name_is_there_twice(rows, kind, key):
    for column in (key, "name"):
        assert [name for name, times in Counter(row[column] for row in rows[kind]).items() if times > 1] == []


def test_a_gss_code_says_its_nation_and_its_kind(rows):
    tiers = {
        "E06": {"unitary", "isles_of_scilly"},
        "E08": {"metropolitan"},
        "E09": {"london_borough", "city_of_london"},
    }
    tiers |= {"E10": {"county"}, "W06": {"welsh_unitary"}}
    for row in rows["councils"]:
        assert re.fullmatch(r"[EW][0-9]{8}", row["gss_code"])
        assert row["gss_code"][0] == row["nation"]
        assert row["kind"] in tiers[row["gss_code"][:3]], row


def test_wales_is_a_region_of_wales_alone(rows):
    assert all((row["region"] == "Wales") == (row["nation"] == "W") for row in rows["councils"])


def test_every_prison_stands_in_a_council_we_know_and_in_its_region(rows):
    regions = {row["gss_code"]: row["region"] for row in rows["councils"]}

    assert [row for row in rows["establishments"] if regions.get(row["local_authority_gss"]) != row["region"]] == []


def test_every_prison_says_for_whom_it_is_and_what_it_does(rows):
    assert [row for row in rows["establishments"] if not (row["kind"] and row["gender"] and row["category"])] == []


def test_children_are_held_apart_from_adults(rows):
    for row in rows["establishments"]:
        assert (row["category"] == "youth") == (row["gender"] in {"boys", "mixed"})


def test_all_twelve_womens_prisons_are_there(rows):
    assert sum(row["gender"] == "women" for row in rows["establishments"]) == 12


def test_what_was_not_verified_is_said_in_its_note(rows):
    doubts = {row["code"] for row in rows["establishments"] if "not verified" in row["note"]}

    assert {"CKI", "FMI", "NHI", "OASIS", "RHI"} <= doubts
