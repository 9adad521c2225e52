"""When we would book a time to read, and what is asked before and after it."""

from datetime import date, datetime, time, timedelta

import pytest

from casefiles_support.rules import follow_ups, safety_holds, sittings
from casefiles_support.rules.sittings import Cover, Slot
from common.dates import LONDON

pytestmark = pytest.mark.once
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=LONDON)
FINN = Cover("Finn", date(2027, 1, 31))


def slot(day=date(2026, 11, 24), at=time(10), **more):
    said = {"minutes": 120, "where": "prison_room", "in_custody": True, "covers": (FINN, FINN), "private": True,
            "time_out": True}  # fmt: skip
    return Slot(starts=datetime.combine(day, at, tzinfo=LONDON), **(said | more))


def why_not(one, papers_here=True):
    return " ".join(sittings.why_not_book(one, now=NOW, papers_here=papers_here))


def test_a_quiet_tuesday_with_cover_is_booked_and_both_names_may_be_the_same():
    assert why_not(slot()) == ""
    assert why_not(slot(at=time(13))) == ""
    assert why_not(slot(where="our_office", in_custody=False, private=False, time_out=False)) == ""


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"minutes": 119}, "two hours or more"),
        ({"at": time(13, 1)}, "end by 3pm"),
        ({"at": time(23)}, "end by 3pm"),
        ({"day": date(2026, 11, 27)}, "Not on a Friday"),
        ({"day": date(2026, 11, 28)}, "before a weekend or a bank holiday"),
        ({"day": date(2026, 12, 24)}, "before a weekend or a bank holiday"),
        ({"day": date(2026, 12, 31)}, "before a weekend or a bank holiday"),
        ({"day": date(2027, 3, 25)}, "before a weekend or a bank holiday"),
        ({"day": date(2026, 11, 17)}, "has passed"),
        ({"covers": (None, FINN)}, "reached on Wednesday 25 November"),
        ({"covers": (FINN, None)}, "reached on Thursday 26 November"),
        ({"covers": (FINN, Cover("Bea", date(2026, 11, 25)))}, "training of Bea is not in date on Thursday 26"),
        ({"covers": (Cover("Bea", None), FINN)}, "training of Bea"),
        ({"where": "cell"}, "Book a room"),
        ({"where": "home"}, "Choose a room there"),
        ({"private": False}, "no officer can overhear"),
        ({"time_out": False}, "out of their cell"),
        ({"in_custody": False}, "not in prison now"),
    ],
)
def test_we_do_not_book_it_and_say_why(more, reason):
    assert reason in why_not(slot(**more))


def test_there_is_nothing_to_read_before_papers_come():
    assert "No papers have come" in why_not(slot(), papers_here=False)


@pytest.mark.parametrize("gone", ["light_after", "pages_after"])
def test_nobody_leaves_without_the_check_at_the_end(gone):
    said = {
        "starts": NOW, "light_before": "green", "light_after": "amber", "pages_after": "with_person", "look_in": "",
        "alone": False, "beside": 1, "own_choice": False, "now": NOW,
    }  # fmt: skip
    assert sittings.why_not_finish(**said) == []
    assert len(sittings.why_not_finish(**said | {gone: ""})) == 1
    assert "this hour" in sittings.why_not_finish(**said | {"light_after": "red"})[0]
    assert sittings.why_not_finish(**said | {"light_after": "red", "look_in": "no"}) == []
    assert "who sat beside" in sittings.why_not_finish(**said | {"beside": 0})[0]
    assert "alone" in sittings.why_not_finish(**said | {"alone": True})[0]
    assert "before it began" in sittings.why_not_finish(**said | {"light_before": ""})[0]
    assert sittings.why_not_finish(**said | {"light_before": "", "own_choice": True}) == []
    assert "not begun" in sittings.why_not_finish(**said | {"now": NOW - timedelta(minutes=1)})[0]


def test_what_follows_is_a_day_three_days_two_weeks_and_six():
    due = follow_ups.moments(ended=NOW, chosen=None)

    assert {kind: when - NOW for kind, when in due.items()} == {
        "24h": timedelta(days=1),
        "72h": timedelta(days=3),
        "2w": timedelta(weeks=2),
        "6w": timedelta(weeks=6),
    }


@pytest.mark.parametrize(
    ("chosen", "falls_on"),
    [
        (date(2026, 12, 3), date(2026, 12, 3)),
        (date(2026, 11, 22), date(2027, 11, 22)),
        (date(2020, 12, 3), date(2026, 12, 3)),
        (date(2020, 3, 3), date(2027, 3, 3)),
        (date(2024, 2, 29), date(2027, 2, 28)),
    ],
)
def test_the_day_they_chose_is_the_next_one_of_its_name(chosen, falls_on):
    due = follow_ups.moments(ended=NOW, chosen=chosen)["chosen"]

    assert (due.date(), due.hour) == (falls_on, 10)


@pytest.mark.parametrize(
    ("agreed", "ends"),
    [
        (datetime(2026, 11, 24, 11, tzinfo=LONDON), datetime(2026, 11, 25, 11, tzinfo=LONDON)),
        (datetime(2026, 11, 27, 16, tzinfo=LONDON), datetime(2026, 11, 30, 16, tzinfo=LONDON)),
        (datetime(2026, 12, 24, 9, tzinfo=LONDON), datetime(2026, 12, 29, 9, tzinfo=LONDON)),
        (datetime(2027, 3, 25, 9, tzinfo=LONDON), datetime(2027, 3, 30, 9, tzinfo=LONDON)),
    ],
)
def test_a_wait_is_one_working_day_by_the_clock_on_the_wall(agreed, ends):
    assert safety_holds.ends_at(agreed) == ends
