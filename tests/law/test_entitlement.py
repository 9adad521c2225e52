"""What somebody may be owed: the vectors, then what must hold whatever the dates are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.entitlement import CareSpell, Change, Spell, assess
from law.months import reaches

TODAY = date(2026, 11, 22)
BORN = date(2009, 6, 15)


def d(text):
    return date.fromisoformat(text)


def care(started, ended=None, basis="C2", authority="Leeds", nation="E"):
    return CareSpell(d(started) if started else None, d(ended) if ended else None, basis, authority, nation)


def asked(born, *spells, on=TODAY, **more):
    return assess(born=d(born), care=spells, on=on, **more)


VECTORS = {
    "E01 in care at 17": ("2009-06-15", [care("2020-01-10")], {}, "ELIGIBLE"),
    "E02 in care at 15": ("2009-06-15", [care("2020-01-10")], {"on": d("2025-06-14")}, "LOOKED_AFTER"),
    "E04 left at 16": ("2009-06-15", [care("2024-01-01", "2025-06-20", "V2")], {}, "RELEVANT"),
    "E06 left on the 16th birthday": ("2009-06-15", [care("2024-01-01", "2025-06-15", "V2")], {}, "RELEVANT"),
    "E08 ninety days": ("2009-06-15", [care("2025-03-25", "2025-06-22")], {}, "QUALIFYING"),
    "ninety-one days": ("2009-06-15", [care("2025-03-24", "2025-06-22")], {}, "RELEVANT"),
    "E11 detained on turning 16": (
        "2009-06-15",
        [care("2024-09-01", "2025-05-01", "V2")],
        {"detained": [Spell(d("2025-05-01"), d("2025-10-30"))]},
        "RELEVANT",
    ),
    "released before turning 16": (
        "2009-06-15",
        [care("2024-09-01", "2025-05-01", "V2")],
        {"detained": [Spell(d("2025-05-01"), d("2025-06-14"))]},
        "CARE_EXPERIENCED",
    ),
    "E13 remand counts": (
        "2009-06-15",
        [care("2025-05-20", "2025-08-31", "J1")],
        {"home": [Spell(d("2025-09-01"))], "on": d("2025-12-01")},
        "RELEVANT",
    ),
    "six months at home": (
        "2009-06-15",
        [care("2025-05-20", "2025-08-31", "J1")],
        {"home": [Spell(d("2025-09-01"))], "on": d("2026-03-01")},
        "QUALIFYING",
    ),
    "home broke down": (
        "2009-06-15",
        [care("2025-05-20", "2025-08-31", "J1")],
        {"home": [Spell(d("2025-09-01"), d("2026-04-30"))]},
        "RELEVANT",
    ),
    "E16 in care until 18": ("2006-03-10", [care("2016-02-01", "2024-03-10")], {}, "FORMER_RELEVANT"),
    "until 18, and no last day written": ("2006-03-10", [care("2016-02-01")], {}, "FORMER_RELEVANT"),
    "E17 the 21st birthday": (
        "2005-11-22", [care("2015-02-01", "2023-11-22")], {}, "FORMER_RELEVANT_21_24_ON_REQUEST",
    ),
    "the day before 21": ("2005-11-23", [care("2015-02-01", "2023-11-23")], {}, "FORMER_RELEVANT"),
    "E19 the 25th birthday": ("2001-11-22", [care("2011-02-01", "2019-11-22")], {}, "CARE_EXPERIENCED"),
    "E21 at 42": ("1984-05-02", [care("1990-03-01", "1999-08-01")], {}, "CARE_EXPERIENCED"),
    "E22 sixty-one days at 16": ("2007-08-01", [care("2023-09-01", "2023-10-31")], {}, "QUALIFYING"),
    "E24 a special guardian": (
        "2007-08-01", [care("2018-01-01", "2021-05-01")], {"special_guardianship_at_18": True}, "QUALIFYING",
    ),
    "E26 left at 17, now 18": ("2008-09-01", [care("2022-01-01", "2025-12-01", "V2")], {}, "FORMER_RELEVANT"),
    "E28 nothing written down": ("2000-01-01", [], {}, "NONE_RECORDED"),
    "E29 dates unknown": ("2003-05-05", [care(None)], {}, "UNKNOWN"),
    "E29 dates unknown, and older": ("1984-05-02", [care(None)], {}, "UNKNOWN"),
    "E30 Cardiff": ("2006-03-10", [care("2016-02-01", "2024-03-10", "C2", "Cardiff", "W")], {}, "WALES_3"),
    "short breaks only": ("2009-06-15", [care("2023-07-01", "2026-12-01", "V4")], {}, "LOOKED_AFTER"),
    "from Scotland": ("2006-03-10", [care("2016-02-01", None, "C2", "Fife", "S")], {}, "UNKNOWN"),
}  # fmt: skip


@pytest.mark.parametrize(("born", "spells", "more", "category"), VECTORS.values(), ids=VECTORS)
def test_a_life_has_its_category(born, spells, more, category):
    found = asked(born, *spells, **more)
    assert found.category == category
    assert found.because


@pytest.mark.parametrize(
    ("born", "spell", "more", "category"),
    [
        ("2009-06-15", care("2020-01-10", nation="W"), {}, "WALES_1"),
        ("2009-06-15", care("2024-01-01", "2025-06-20", nation="W"), {}, "WALES_2"),
        ("2003-06-15", care("2010-01-01", "2021-06-15", nation="W"), {}, "WALES_4"),
        ("2007-08-01", care("2018-01-01", "2021-05-01", nation="W"), {"special_guardianship_at_18": True}, "WALES_5"),
        ("2007-08-01", care("2023-09-01", "2023-10-31", nation="W"), {}, "WALES_6"),
    ],
)
def test_wales_has_categories_of_its_own(born, spell, more, category):
    found = asked(born, spell, **more)
    assert found.category == category
    assert "Wales" in " ".join(found.because)


def test_the_section_of_the_act_is_named():
    said = " ".join(asked("2006-03-10", care("2016-02-01")).because)
    assert "section 23C" in said


def test_the_council_that_last_looked_after_them_is_responsible():
    found = asked(
        "2006-03-10", care("2018-01-01", "2022-01-01", authority="Coventry"),
        care("2022-01-02", "2024-03-10", authority="Wolverhampton"),
    )  # fmt: skip
    assert found.responsible_authority == "Wolverhampton"


def test_a_time_that_nobody_can_date_is_not_taken_for_the_last():
    known, undated = care("2018-01-01", "2024-03-10", authority="Coventry"), care(None, authority="Derby")

    for spells in ((known, undated), (undated, known)):
        found = asked("2006-03-10", *spells)
        assert found.responsible_authority == "Coventry"
        assert "More than one council" in " ".join(found.unsure)
    assert asked("2006-03-10", known).unsure == ()
    assert asked("2006-03-10", undated).responsible_authority == "Derby"


def test_a_prison_in_wales_changes_neither_council_nor_law():
    found = asked("2006-03-10", care("2016-02-01", authority="Birmingham"), held_in="Wrexham")
    assert (found.category, found.responsible_authority) == ("FORMER_RELEVANT", "Birmingham")


def test_the_council_for_care_needs_is_kept_apart():
    found = asked("2006-03-10", care("2016-02-01", authority="Coventry"), held_in="Durham")
    assert (found.responsible_authority, found.care_act_authority) == ("Coventry", "Durham")


@pytest.mark.parametrize(
    ("born", "spell", "on", "change"),
    [
        ("2009-06-15", care("2020-01-10"), "2025-06-14", Change(d("2025-06-15"), "ELIGIBLE")),
        ("2009-06-15", care("2020-01-10"), "2026-11-22", Change(d("2027-06-15"), "FORMER_RELEVANT")),
        ("2006-03-10", care("2016-02-01"), "2026-11-22", Change(d("2027-03-10"), "FORMER_RELEVANT_21_24_ON_REQUEST")),
        ("2005-11-22", care("2015-02-01"), "2026-11-22", Change(d("2030-11-22"), "CARE_EXPERIENCED")),
        ("2009-06-15", care("2026-10-01"), "2026-11-22", Change(d("2026-12-30"), "ELIGIBLE")),
        ("1984-05-02", care("1990-03-01", "1999-08-01"), "2026-11-22", None),
    ],
)
def test_what_changes_next_is_said(born, spell, on, change):
    assert asked(born, spell, on=d(on)).next_change == change


def test_the_day_that_nobody_has_settled_is_shown_as_unsure():
    assert "16th birthday" in " ".join(asked("2009-06-15", care("2024-01-01", "2025-06-15")).unsure)
    assert asked("2009-06-15", care("2024-01-01", "2025-06-20")).unsure == ()


def test_somebody_locked_up_young_is_told_to_ask():
    found = asked("2009-06-15", care("2024-09-01", "2025-05-01"), detained=[Spell(d("2025-05-01"), d("2025-06-01"))])
    assert "ask the council" in " ".join(found.unsure)


def test_a_time_cannot_end_before_it_began():
    with pytest.raises(ValueError, match="before it began"):
        care("2025-01-02", "2025-01-01")


def test_born_on_29_february_they_are_18_on_1_march():
    spell = care("2016-02-01", "2026-03-01")
    assert asked("2008-02-29", spell, on=d("2026-02-28")).category == "ELIGIBLE"
    assert asked("2008-02-29", spell, on=d("2026-03-01")).category == "FORMER_RELEVANT"


DAYS = st.dates(date(1990, 1, 1), date(2026, 11, 22))
SPELLS = st.builds(
    lambda start, length, council: CareSpell(start, start + timedelta(days=length), "C2", council),
    DAYS, st.integers(0, 4000), st.sampled_from(["Leeds", "Derby"]),
)  # fmt: skip
LATER = st.dates(TODAY + timedelta(days=1), date(2030, 1, 1))
AHEAD = st.builds(lambda start: CareSpell(start, None, "C2", "Cardiff", "W"), LATER)
UNDATED = CareSpell(None, None, "", "Leeds")
GENTLE = {"NONE_RECORDED"}
RANK = [
    "NONE_RECORDED",
    "CARE_EXPERIENCED",
    "QUALIFYING",
    "RELEVANT",
    "FORMER_RELEVANT",
    "FORMER_RELEVANT_21_24_ON_REQUEST",
]


@given(DAYS, st.lists(SPELLS, min_size=1, max_size=4))
def test_whoever_was_in_care_is_never_told_that_nothing_is_known(born, spells):
    assert assess(born=born, care=spells, on=TODAY).category not in GENTLE


@given(DAYS, st.lists(SPELLS, max_size=4), st.randoms())
def test_the_order_of_what_is_known_changes_nothing(born, spells, random):
    shuffled = random.sample(spells, len(spells))
    assert assess(born=born, care=spells, on=TODAY) == assess(born=born, care=shuffled, on=TODAY)


@given(st.dates(date(1990, 1, 1), date(2008, 11, 22)), st.lists(SPELLS, max_size=3), SPELLS)
def test_more_time_in_care_takes_nothing_from_an_adult(born, spells, another):
    less, more = (assess(born=born, care=some, on=TODAY).category for some in (spells, [*spells, another]))
    assert RANK.index(less) <= RANK.index(more)


@given(DAYS, st.lists(SPELLS, min_size=1, max_size=3))
def test_a_time_that_nobody_can_date_never_takes_anything_away(born, spells):
    known, more = (assess(born=born, care=care, on=TODAY).category for care in (spells, [*spells, UNDATED]))
    assert more in {known, "UNKNOWN"}


@given(st.dates(date(2002, 1, 1), date(2012, 1, 1)), st.lists(SPELLS | AHEAD, min_size=1, max_size=3))
def test_what_comes_next_is_what_is_found_on_that_day(born, spells):
    change = assess(born=born, care=spells, on=TODAY).next_change
    if change is not None:
        assert change.on > TODAY
        assert assess(born=born, care=spells, on=change.on).category == change.category


@given(st.dates(date(2002, 1, 1), date(2020, 1, 1)), st.lists(SPELLS, max_size=3), AHEAD)
def test_a_time_that_has_not_begun_does_not_count_yet(born, spells, ahead):
    now, then = (assess(born=born, care=some, on=TODAY) for some in (spells, [*spells, ahead]))
    assert (then.category, then.because, then.unsure) == (now.category, now.because, now.unsure)
    assert then.responsible_authority == now.responsible_authority


def test_the_day_on_which_a_time_in_care_begins_comes_next():
    ahead = care("2026-12-01", nation="W", authority="Cardiff")
    assert asked("2012-06-15", ahead).next_change == Change(d("2026-12-01"), "LOOKED_AFTER")
    assert asked("2009-06-15", care("2020-01-10", "2026-11-22"), ahead).next_change == Change(
        d("2026-11-23"), "RELEVANT"
    )
    assert asked("2009-06-15", care("2020-01-10", "2026-11-21"), ahead).next_change == Change(
        d("2026-12-01"), "WALES_1"
    )


@given(st.dates(date(2002, 1, 1), date(2008, 11, 22)))
def test_every_adult_under_21_who_left_care_at_18_is_former_relevant(born):
    found = assess(born=born, care=[CareSpell(born, reaches(born, 18), "C2", "Leeds")], on=reaches(born, 18))
    assert found.category == "FORMER_RELEVANT"
