"""Papers that are announced, that come, and of which the person is told."""

from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import duties, parcels
from casefiles_support.hands import Hand
from casefiles_support.models import AccessRequest, Duty, HoldingMove, Journey, Parcel, Topic
from common.transitions import NotAllowed, Stale
from law.working_days import next_working_day
from mentoring.models import Mentor
from tests.conftest import NOW
from tests.matrix.fixtures_files_parcels import TODAY, arrival, came, chose

LATER = NOW + timedelta(days=1)
DAY = timedelta(days=1)


def refused(act, *args, **kwargs):
    with pytest.raises(NotAllowed) as no:
        act(*args, **kwargs)
    return " ".join(no.value.reasons)


def to_tell(parcel):
    return Duty.objects.get(key=f"parcel:{parcel.ref}:told")


def test_what_comes_has_a_place_two_names_and_somebody_to_tell(parcel, journey):
    journey.refresh_from_db()
    move = parcel.moves.get()

    assert (parcel.status, parcel.opened, parcel.sealed) == ("with_programme_sealed", "no", True)
    assert (move.frm, move.to, move.given_by, move.taken_by) == ("not_arrived", parcel.status, "The post", "Finn")
    assert (to_tell(parcel).kind, to_tell(parcel).due_on) == ("tell_it_is_here", next_working_day(TODAY))
    assert journey.status == Journey.Status.FILE_HERE
    assert Event.objects.filter(verb="files.parcel.arrived", subject_ref=parcel.ref).count() == 1


def test_what_was_announced_comes_once(announced, finn):
    said = {"parcel": announced, "arrival": arrival(finn), "version": announced.version, "key": "x", "by": finn}
    first = parcels.arrive(**said, at=NOW)
    again = parcels.arrive(**said, at=NOW)

    assert first.pk == again.pk and HoldingMove.objects.filter(parcel=first).count() == 1
    assert "came already" in refused(parcels.arrive, **said | {"key": "y"}, at=NOW)


def test_the_same_form_is_one_parcel(asked_for, finn):
    assert came(asked_for, finn).pk == came(asked_for, finn).pk
    assert Parcel.objects.count() == 1


def test_nobody_ends_the_duty_to_tell_but_by_telling(parcel, finn):
    with pytest.raises(NotAllowed):
        duties.finish(duty=to_tell(parcel), by=finn, at=NOW)
    assert to_tell(parcel).status == "open"

    parcels.tell(parcel=parcel, on=TODAY, version=parcel.version, by=finn, at=NOW)

    assert (to_tell(parcel).status, parcel.told_on, parcel.told_by) == ("done", TODAY, finn)


def test_telling_is_for_the_days_since_it_came_and_only_once(parcel, announced, finn):
    for day in (TODAY - DAY, TODAY + DAY):
        assert "between" in refused(parcels.tell, parcel=parcel, on=day, version=1, by=finn, at=NOW)
    assert "not come" in refused(parcels.tell, parcel=announced, on=TODAY, version=1, by=finn, at=NOW)

    parcels.tell(parcel=parcel, on=TODAY, version=parcel.version, by=finn, at=NOW)

    assert "already" in refused(parcels.tell, parcel=parcel, on=TODAY, version=2, by=finn, at=NOW)


def test_who_tells_second_on_an_old_page_is_shown_both_versions(parcel, finn):
    with pytest.raises(Stale):
        parcels.tell(parcel=parcel, on=TODAY, version=parcel.version + 5, by=finn, at=NOW)
    assert to_tell(parcel).status == "open"


def test_whoever_holds_it_knows_that_it_came(asked_for, finn):
    parcel = came(asked_for, finn, place="with_person", taken=Hand(is_person=True))

    assert parcel.told_on == TODAY and not Duty.objects.filter(kind="tell_it_is_here").exists()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"on": TODAY + DAY}, "has not come yet"),
        ({"place": "lost"}, "where it is now"),
        ({"opened": ""}, "honestly"),
        ({"opened": "no", "sealed": False}, "not sealed"),
        ({"opened": "by_supporter"}, "Only if they wished"),
        ({"given": Hand()}, "both names"),
        ({"given": Hand(words="Finn")}, "two people"),
        ({"place": "with_person"}, "the one who took it"),
    ],
)
def test_it_refuses_what_cannot_be_so(asked_for, finn, said, reason):
    assert reason in refused(came, asked_for, finn, **said)
    assert not Parcel.objects.exists()


def test_a_supporter_opens_it_only_if_they_wished(asked_for, journey, finn):
    chose(journey, finn, Topic.WHO_OPENS, parcels.OPENS)

    assert came(asked_for, finn, opened="by_supporter", sealed=False).opened == "by_supporter"


def test_what_the_prison_opened_is_written_down_as_it_was(asked_for, finn):
    assert came(asked_for, finn, opened="by_prison", sealed=False, place="with_prison").opened == "by_prison"


def test_a_peer_mentor_is_refused_by_login_and_by_name(asked_for, finn, match):
    mentor = Mentor.objects.get(pk=match.mentor_id)

    assert "peer mentor" in refused(came, asked_for, finn, given=Hand(staff=mentor.person.login))
    assert "peer mentor" in refused(came, asked_for, finn, given=Hand(words=" sAM "))
    assert (
        came(asked_for, finn, given=Hand(words="Sam Brown, HMP Leeds")).moves.get().given_by == "Sam Brown, HMP Leeds"
    )


def test_a_disc_needs_the_governor_where_somebody_is_inside(asked_for, finn):
    said = {"request": asked_for, "on": TODAY, "containers": 1, "by": finn, "at": NOW}
    given = {"place": "with_person", "taken": Hand(is_person=True)}

    for carrier in ("disc", "stick", "link"):
        assert "section 40A" in refused(parcels.announce, carrier=carrier, key=carrier, **said)
        assert "section 40A" in refused(came, asked_for, finn, carrier=carrier, **given)
    AccessRequest.objects.filter(pk=asked_for.pk).update(authorised_on=TODAY, authorised_by_post="The governor")
    asked_for.refresh_from_db()

    assert parcels.announce(carrier="disc", key="d", **said).carrier == "disc"


def test_keeping_is_looked_at_again_every_28_days(parcel, finn):
    first, second = TODAY + timedelta(days=28), TODAY + timedelta(days=29)
    assert Duty.objects.get(kind="review_keeping").due_on == parcel.review_on == first

    parcels.review(parcel=parcel, on=TODAY + DAY, version=parcel.version, by=finn, at=LATER)

    assert parcel.review_on == second
    assert set(Duty.objects.filter(kind="review_keeping").values_list("status", "due_on")) == {
        ("done", first),
        ("open", second),
    }


def test_what_we_do_not_keep_is_not_looked_at(asked_for, finn):
    parcel = came(asked_for, finn, place="with_prison")

    assert not Duty.objects.filter(kind="review_keeping").exists()
    assert "not keeping" in refused(parcels.review, parcel=parcel, on=TODAY, version=1, by=finn, at=NOW)


def test_papers_that_come_while_they_pause_leave_them_in_peace(asked_for, journey, finn):
    Journey.objects.filter(pk=journey.pk).update(status="paused_by_person", back_to="waiting")
    parcel = came(AccessRequest.objects.get(pk=asked_for.pk), finn)
    journey.refresh_from_db()

    assert (journey.status, journey.back_to) == ("paused_by_person", "file_here")
    assert to_tell(parcel).status == "open"
