"""Papers to keep: one print stands at a time, each is in the trail, and a move asks for new ones and somebody there."""

from datetime import timedelta

import pytest

from audit.models import Entry
from casefiles_support.actions import packs
from casefiles_support.models import Duty, Pack
from common.refs import new_ref
from common.transitions import NotAllowed
from people.actions import locations
from tests.conftest import NOW
from tests.factories.files import journey_of
from tests.factories.people import prison

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def journey(jo, finn):
    return journey_of(jo, finn, at=NOW - timedelta(days=20))


def printed(journey, by, key="pr1nt1", at=NOW, **details):
    said = {"large_print": False, "language": "en", "establishment": None, "ref": new_ref(), **details}
    return packs.print_(journey=journey, key=key, by=by, at=at, **said)


def moved(person, where, at=NOW + timedelta(days=1)):
    return locations.record(
        person=person, by=None, at=at, kind="custody", legal_state="sentenced", establishment=where,
        started_on=at.date(),
    )  # fmt: skip


def released(person, at=NOW + timedelta(days=1)):
    return locations.record(person=person, by=None, at=at, kind="community", started_on=at.date())


def test_a_print_is_written_down_with_its_code(journey, finn, leeds):
    pack = printed(journey, finn, ref="c0de00000001", large_print=True, language="cy", establishment=leeds)

    assert (pack.ref, pack.large_print, pack.language, pack.establishment) == ("c0de00000001", True, "cy", leeds)
    assert Pack.objects.standing().get() == pack


def test_printing_again_makes_the_former_void(journey, finn):
    first, second = printed(journey, finn), printed(journey, finn, key="pr1nt2", at=NOW + timedelta(hours=1))
    first.refresh_from_db()

    assert Pack.objects.standing().get() == second
    assert (first.voided_because, first.voided_at) == ("printed_again", NOW + timedelta(hours=1))


def test_the_trail_names_both_prints(journey, finn, jo):
    first, second = printed(journey, finn), printed(journey, finn, key="pr1nt2")
    row = Entry.objects.filter(verb="files.pack.printed").latest("pk")

    assert (row.subject_ref, row.detail, row.about_ref) == (second.ref, {"instead_of": first.ref}, jo.ref)


def test_a_closed_journey_has_no_pack(journey, finn):
    journey.status, journey.closed_on = "closed", TODAY
    journey.save()

    with pytest.raises(NotAllowed, match="closed"):
        printed(journey, finn)


def test_the_same_form_makes_one_print(journey, finn):
    assert printed(journey, finn) == printed(journey, finn)
    assert Pack.objects.count() == 1
    assert Entry.objects.filter(verb="files.pack.printed").count() == 1


def test_they_are_given_it_on_a_day(journey, finn):
    pack = packs.hand_over(pack=printed(journey, finn), on=TODAY, by=finn, at=NOW)

    assert pack.handed_on == TODAY
    assert Entry.objects.filter(verb="files.pack.handed_over", subject_ref=pack.ref).count() == 1


def test_saying_so_twice_changes_nothing(journey, finn):
    pack = printed(journey, finn)
    for _ in range(2):
        packs.hand_over(pack=pack, on=TODAY, by=finn, at=NOW)

    assert Entry.objects.filter(verb="files.pack.handed_over").count() == 1


@pytest.mark.parametrize(("days", "why"), [(-1, "before it was printed"), (1, "not come yet")])
def test_it_was_given_between_its_printing_and_today(journey, finn, days, why):
    with pytest.raises(NotAllowed, match=why):
        packs.hand_over(pack=printed(journey, finn), on=TODAY + timedelta(days=days), by=finn, at=NOW)


def test_it_is_given_once(journey, finn):
    pack = packs.hand_over(pack=printed(journey, finn), on=TODAY, by=finn, at=NOW)

    with pytest.raises(NotAllowed, match="written down already"):
        packs.hand_over(pack=pack, on=TODAY + timedelta(days=1), by=finn, at=NOW + timedelta(days=1))


def test_nobody_is_given_a_void_print(journey, finn):
    first = printed(journey, finn)
    printed(journey, finn, key="pr1nt2")

    with pytest.raises(NotAllowed, match="void"):
        packs.hand_over(pack=first, on=TODAY, by=finn, at=NOW)


def test_another_prison_makes_it_void_and_asks_within_two_working_days(journey, finn, jo):
    pack = printed(journey, finn)
    moved(jo, prison())
    pack.refresh_from_db()
    duties = {one.kind: one for one in Duty.objects.filter(journey=journey)}

    assert pack.voided_because == "moved"
    assert set(duties) == {"pack_again", "hand_over"}
    # 22 November 2026 is a Sunday; they moved on the Monday.
    assert {f"{one.due_on:%A %d %B}" for one in duties.values()} == {"Wednesday 25 November"}
    assert {one.team for one in duties.values()} == {journey.team}


def test_release_does_so_too(journey, finn, jo):
    pack = printed(journey, finn)
    released(jo)
    pack.refresh_from_db()

    assert pack.voided_because == "released"
    assert Duty.objects.open().count() == 2


def test_a_move_is_in_the_trail(journey, finn, jo):
    pack = printed(journey, finn)
    moved(jo, prison())

    assert Entry.objects.filter(verb="files.pack.out_of_date", subject_ref=pack.ref, about_ref=jo.ref).count() == 1


def test_without_a_print_somebody_is_asked_to_be_there_and_nothing_else(journey, jo):
    moved(jo, prison())

    assert [one.kind for one in Duty.objects.open()] == ["hand_over"]


def test_staying_in_the_same_prison_asks_nothing(journey, finn, jo, leeds):
    pack = printed(journey, finn)
    moved(jo, leeds)
    pack.refresh_from_db()

    assert pack.voided_at is None
    assert not Duty.objects.exists()


def test_a_closed_journey_is_left_alone(journey, jo):
    journey.status, journey.closed_on = "closed", TODAY
    journey.save()
    moved(jo, prison())

    assert not Duty.objects.exists()


def test_the_new_print_is_what_the_duty_asked_for(journey, finn, jo):
    printed(journey, finn)
    moved(jo, prison())
    printed(journey, finn, key="pr1nt2", at=NOW + timedelta(days=2))

    assert Duty.objects.get(kind="pack_again").status == "done"
    assert Duty.objects.get(kind="hand_over").status == "open"
