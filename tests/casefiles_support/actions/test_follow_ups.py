"""Asking how somebody is, and a talk for whoever sat beside them."""

from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import debriefs, duties, follow_ups, sittings
from casefiles_support.models import Debrief, Duty, FollowUp, Sitting
from common.transitions import NotAllowed
from people.actions import locations
from tests.matrix.fixtures_files_parcels import TODAY, TUESDAY, ending

READ_ON = TUESDAY.date()
NEXT_DAY = TUESDAY + timedelta(days=1)


def record(follow_up, by, *, how="in_person", on=None, at=NEXT_DAY):
    on = on or at.date()
    return follow_ups.record(follow_up=follow_up, on=on, how=how, outcome="fine", by=by, at=at)


def refused(act, *args, **kwargs):
    with pytest.raises(NotAllowed) as no:
        act(*args, **kwargs)
    return " ".join(no.value.reasons)


def duty_of(record, kind):
    return Duty.objects.get(key=f"{kind}:{record.ref}")


def test_it_is_done_by_writing_down_what_they_said_and_in_no_other_way(follow_up, finn):
    with pytest.raises(NotAllowed):
        duties.finish(duty=duty_of(follow_up, "follow_up"), by=finn, at=NEXT_DAY)

    record(follow_up, finn)

    assert (follow_up.status, follow_up.done_by, follow_up.outcome) == ("done", finn, "fine")
    assert duty_of(follow_up, "follow_up").status == "done"
    assert Event.objects.filter(verb="files.follow_up.recorded").count() == 1


@pytest.mark.parametrize("how", ["phone", "letter"])
def test_the_first_one_is_face_to_face_in_prison_and_by_somebody_on_site_where_we_cannot(follow_up, finn, how):
    assert "sees them within a day" in refused(record, follow_up, finn, how=how)
    assert record(follow_up, finn, how="on_site").how == "on_site"


def test_later_ones_and_those_outside_may_be_by_telephone(held_sitting, follow_up, jo, finn):
    assert record(held_sitting.follow_ups.get(kind="72h"), finn, how="phone").status == "done"
    locations.record(
        person=jo, kind="community", legal_state="licence", started_on=TODAY, authority=None, establishment=None,
        by=finn, at=NEXT_DAY,
    )  # fmt: skip

    assert record(follow_up, finn, how="phone").status == "done"


def test_its_day_lies_between_the_reading_and_today(follow_up, finn):
    assert "not come yet" in refused(record, follow_up, finn, on=NEXT_DAY.date() + timedelta(days=1))
    assert "before they read" in refused(record, follow_up, finn, on=READ_ON - timedelta(days=1))


def test_who_does_not_want_it_is_not_asked_this_time(held_sitting, follow_up, finn):
    follow_ups.decline(follow_up=follow_up, by=finn, at=NEXT_DAY)

    assert follow_up.status == "not_wanted" and duty_of(follow_up, "follow_up").status == "settled"
    assert held_sitting.follow_ups.filter(status="planned").count() == 3
    assert refused(record, follow_up, finn)
    assert refused(follow_ups.decline, follow_up=follow_up, by=finn, at=NEXT_DAY)


@pytest.mark.parametrize(("held", "status"), [(True, "held"), (False, "not_wanted")])
def test_a_talk_is_held_or_not_wanted_once(talk_owed, finn, held, status):
    said = {"debrief": talk_owed, "held": held, "on": NEXT_DAY.date(), "by": finn, "at": NEXT_DAY}
    assert "between" in refused(debriefs.settle, **said | {"on": READ_ON - timedelta(days=1)})

    debriefs.settle(**said)

    assert talk_owed.status == status and duty_of(talk_owed, "debrief").status == "done"
    assert refused(debriefs.settle, **said)
    assert Event.objects.filter(verb="files.debrief.settled").count() == 1


def test_a_crash_halfway_leaves_nothing_half(begun_sitting, practitioner, finn, monkeypatch):
    def crash(**said):
        raise RuntimeError("The lights went out")

    monkeypatch.setattr(debriefs, "plan", crash)
    with pytest.raises(RuntimeError):
        sittings.finish(sitting=begun_sitting, check=ending(practitioner), by=finn, at=NEXT_DAY)

    left = Sitting.objects.get()
    assert (left.status, left.light_after, FollowUp.objects.count(), Debrief.objects.count()) == ("planned", "", 0, 0)
    assert not Duty.objects.filter(kind="follow_up").exists()


def test_what_follows_goes_where_they_go(held_sitting, jo, rosa):
    before = set(Duty.objects.filter(kind__in=("follow_up", "debrief")).values_list("key", "status", "due_on"))
    locations.record(
        person=jo, kind="community", legal_state="licence", started_on=TODAY, authority=None, establishment=None,
        by=rosa, at=NEXT_DAY,
    )  # fmt: skip

    assert set(Duty.objects.filter(kind__in=("follow_up", "debrief")).values_list("key", "status", "due_on")) == before
    assert FollowUp.objects.filter(status="planned").count() == 4
    assert all(duty.team_id == held_sitting.journey.team_id for duty in Duty.objects.filter(kind="follow_up"))
