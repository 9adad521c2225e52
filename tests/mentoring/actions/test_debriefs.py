from datetime import date, timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import debriefs, sessions
from mentoring.actions.sessions import Details, Worry
from mentoring.models import Debrief, Task
from tests.conftest import NOW


@pytest.fixture
def record(sam, match, leeds):
    def act(key="k1", worry=None):
        said = Details(
            kind="one_to_one", setting="custody", medium="in_person", started_at=NOW - timedelta(hours=2),
            happened=True, minutes=45, establishment=leeds,
        )  # fmt: skip
        return sessions.record(
            mentor=match.mentor, details=said, marks={match: "attended"}, key=key, by=sam, at=NOW, worry=worry
        )

    return act


@pytest.fixture
def debrief(record, sam) -> Debrief:
    return debriefs.ask(session=record(), note="After 5pm", by=sam, at=NOW)


def test_ask_makes_a_promise_and_a_task(debrief, match):
    task = Task.objects.get()

    assert (debrief.status, debrief.why, debrief.note) == ("waiting", "hard", "After 5pm")
    assert debrief.offer_by == task.due_on == date(2026, 11, 24)
    assert (task.kind, task.mentor) == ("debrief_to_offer", match.mentor)


def test_a_concern_offers_a_talk_without_being_asked(record):
    session = record(worry=Worry(what="He has not eaten", urgency="now"))
    record(key="k2")

    assert [debriefs.ask_after_concerns(by=None, at=NOW) for _ in range(2)] == [1, 0]

    assert (Debrief.objects.get().session, Debrief.objects.get().why) == (session, "concern")


@pytest.mark.parametrize(("act", "status"), [(debriefs.hold, "held"), (debriefs.decline, "not_wanted")])
def test_offered_then_held_or_not_wanted(debrief, rosa, act, status):
    debriefs.offer(debrief=debrief, by=rosa, at=NOW)
    assert (debrief.status, debrief.offered_by) == ("offered", rosa)
    assert Task.objects.get().status == "settled"

    act(debrief=debrief, by=rosa, at=NOW)

    assert (debrief.status, debrief.closed_by) == (status, rosa)


def test_a_talk_held_at_once_needs_no_offer(debrief, rosa):
    debriefs.hold(debrief=debrief, by=rosa, at=NOW)

    assert debrief.status == "held"
    assert Task.objects.get().status == "settled"


@pytest.mark.parametrize("act", [debriefs.offer, debriefs.hold, debriefs.decline])
def test_what_is_closed_stays_closed(debrief, rosa, act):
    debriefs.decline(debrief=debrief, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        act(debrief=debrief, by=rosa, at=NOW)


def test_an_old_session_is_left_to_supervision(record, sam):
    session = record()

    with pytest.raises(NotAllowed, match="Tell your supervisor"):
        debriefs.ask(session=session, note="", by=sam, at=NOW + timedelta(days=20))


def test_asked_twice_it_is_one_talk(debrief, sam):
    assert debriefs.ask(session=debrief.session, note="Again", by=sam, at=NOW) == debrief
    assert Debrief.objects.count() == Task.objects.count() == 1


def test_staff_of_the_team_see_it_and_strangers_do_not(debrief, rosa, marion, nadia, gwen, dee, max_, alex, sam):
    for reader in (rosa, marion, nadia):
        assert list(Debrief.objects.visible_to(reader)) == [debrief]
    for stranger in (gwen, dee, max_, alex, sam):
        assert not Debrief.objects.visible_to(stranger).exists()
    assert list(Debrief.objects.of_user(sam)) == [debrief]


def test_asking_leaves_a_sentence_about_the_mentor(debrief, match):
    event = Event.objects.get(verb="mentoring.debrief.asked_for")

    assert event.about_ref == match.mentor.person.ref
    assert "5pm" not in str(event.detail)
