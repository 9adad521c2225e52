from datetime import timedelta

import pytest

from mentoring.actions import interests, referrals, sheets, stacks
from mentoring.actions.referrals import Agreed, Details
from mentoring.actions.sessions import Details as SessionDetails
from mentoring.actions.stacks import Wanted
from mentoring.reports import sheets as reports
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
YEAR = {"since": NOW - timedelta(days=365), "until": NOW + timedelta(days=1)}


@pytest.fixture
def typed_in(match, rosa, yorkshire):
    """`typed_in(4, place)`: a sheet typed in today, four days after what it tells of."""

    def act(days, place=None):
        key = f"s{days}{place}"
        sheet = stacks.print_(
            wanted=Wanted(kind="one_to_one", team=yorkshire, match=match), count=1, key=key[:12], by=rosa,
            at=NOW - timedelta(days=190),
        )[0]  # fmt: skip
        held = NOW - timedelta(days=days, minutes=30)
        said = SessionDetails(
            kind="one_to_one", setting="custody" if place else "community", medium="in_person", establishment=place,
            started_at=held, happened=True, minutes=25,
        )  # fmt: skip
        return sheets.key_session(
            sheet=sheet, mentor=match.mentor, details=said, marks={match: "attended"}, written_on=held.date(), key=key,
            by=rosa, at=NOW,
        )  # fmt: skip

    return act


def test_delays_are_counted_by_place_in_primeros_buckets(typed_in, rosa, leeds):
    for days in (0, 3, 4, 6, 14, 15, 31, 91):
        typed_in(days, leeds)
    typed_in(5)

    leeds_delay, elsewhere = reports.delays(user=rosa, **YEAR)

    assert (leeds_delay.place, leeds_delay.counts) == ("HMP Leeds", [2, 1, 2, 1, 1, 1])
    assert (leeds_delay.total, leeds_delay.middle) == (8, 10)
    assert (elsewhere.place, elsewhere.counts) == ("Not in a prison", [0, 1, 0, 0, 0, 0])
    assert reports.in_all([leeds_delay, elsewhere])[:2] == [("0 to 3 days", 2), ("4 to 5 days", 2)]


def test_delays_are_of_the_time_in_which_they_were_typed_in(typed_in, rosa, leeds):
    typed_in(20, leeds)

    assert reports.delays(user=rosa, since=NOW - timedelta(days=30), until=NOW) == []


def test_delays_are_of_the_readers_own_teams(typed_in, gwen, marion, leeds):
    typed_in(2, leeds)

    assert reports.delays(user=gwen, **YEAR) == []
    assert reports.delays(user=marion, **YEAR)[0].total == 1


def test_waiting_counts_what_was_printed_and_not_typed_in(typed_in, match, rosa, gwen, yorkshire, leeds):
    typed_in(2, leeds)
    stacks.print_(wanted=Wanted(kind="one_to_one", team=yorkshire), count=3, key="more", by=rosa, at=NOW)

    assert reports.waiting(user=rosa) == 3
    assert reports.waiting(user=gwen) == 0


def test_delays_tell_of_referrals_interest_and_askings_too(typed_in, rosa, yorkshire, leeds, jo, match):
    def printed(kind, **more):
        wanted = Wanted(kind=kind, team=yorkshire, **more)
        return stacks.print_(wanted=wanted, count=1, key=kind[:8], by=rosa, at=NOW - timedelta(days=60))[0]

    def ago(days):
        return (NOW - timedelta(days=days)).date()

    referrals.ask(
        details=Details(preferred_name="Kai", source="self", care="yes", where="inside", establishment=leeds,
                        sheet=printed("referral").code),
        agreed=Agreed(how="paper", on=ago(5)), written_on=ago(5), key="a1", by=rosa, at=NOW,
    )  # fmt: skip
    interests.tell(
        name="Kit", team=yorkshire, establishment=leeds, sheet_code=printed("interest").code, written_on=ago(14),
        key="a2", by=rosa, at=NOW,
    )  # fmt: skip
    said = {"asked_on": ago(40), "stage": "later", "asked_by_role": "peer", "wording": "peer_1", "answer": "yes"}
    asked = printed("identification", match=match, establishment=leeds)
    sheets.key_identification(sheet=asked, person=jo, said=said, key="a3", by=rosa, at=NOW)
    typed_in(1, leeds)

    assert [(delay.place, delay.counts) for delay in reports.delays(user=rosa, **YEAR)] == [
        ("HMP Leeds", [1, 1, 1, 0, 1, 0])
    ]


def test_delays_are_found_with_two_questions(typed_in, rosa, leeds, django_assert_max_num_queries):
    for days in (1, 2, 3):
        typed_in(days, leeds)

    rosa.has_role("coordinator")
    with django_assert_max_num_queries(2):
        reports.delays(user=rosa, **YEAR)
