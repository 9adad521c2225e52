from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import matches, sessions
from mentoring.actions.sessions import Details, Worry
from mentoring.models import Correction, Draft, Session
from people.models import Concern
from tests.conftest import NOW

CANARY = "He said his sister Eirlys rang"


def details(**changes) -> Details:
    said = {
        "kind": "one_to_one",
        "setting": "custody",
        "medium": "in_person",
        "started_at": NOW - timedelta(hours=2),
        "happened": True,
        "minutes": 45,
        "topics": ["family"],
        "what_we_did": CANARY,
    }
    return Details(**(said | changes))


@pytest.fixture
def record(sam, match, leeds):
    def act(key="k1", mark="attended", worry=None, by=sam, at=NOW, **changes):
        return sessions.record(
            mentor=match.mentor, details=details(establishment=leeds, **changes), marks={match: mark}, key=key,
            by=by, at=at, worry=worry,
        )  # fmt: skip

    return act


def test_record_keeps_what_happened(record, match, yorkshire):
    session = record()

    session.refresh_from_db()
    assert (session.happened, session.minutes, session.what_we_did) == (True, 45, CANARY)
    assert session.team == yorkshire
    assert [mark.match for mark in session.attendance.all()] == [match]


def test_record_keeps_a_session_that_did_not_happen_with_its_cause(record):
    session = record(happened=False, minutes=None, cause="prison_security", mark="not_attended", what_we_did="")

    assert session.get_cause_display() == "Lockdown or security"


def test_record_sent_five_times_makes_one_session(record):
    assert len({record().pk for _ in range(5)}) == 1
    assert Session.objects.count() == 1
    assert Event.objects.filter(verb="mentoring.session.recorded").count() == 1


def test_record_seals_what_was_written(record):
    session = record()

    with connection.cursor() as cursor:
        cursor.execute("SELECT what_we_did FROM mentoring_session WHERE id = %s", [session.pk])
        stored = cursor.fetchone()[0]
    assert stored.startswith("1:")
    assert "Eirlys" not in stored


def test_record_refuses_a_day_before_the_match(record):
    with pytest.raises(NotAllowed, match="not matched with this person"):
        record(started_at=NOW - timedelta(days=300))


def test_record_refuses_somebody_elses_match(record, match, alex, yorkshire):
    from tests.conftest import mentor_for

    other = mentor_for(alex, yorkshire)
    with pytest.raises(NotAllowed, match="people you are matched with"):
        sessions.record(mentor=other, details=details(), marks={match: "attended"}, key="k", by=alex, at=NOW)


def test_record_refuses_a_key_that_somebody_else_used(record, alex):
    record(key="same")

    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        record(key="same", by=alex)


def test_record_turns_a_worry_into_a_concern(record, jo):
    session = record(worry=Worry(what="He has not eaten for days", urgency="now"))

    concern = Concern.objects.get()
    assert session.concern == concern
    assert concern.about == jo
    assert concern.worry == "He has not eaten for days"


def test_record_lets_go_of_its_draft(record, sam):
    Draft.objects.create(ref="k1", owner=sam, content="{}", saved_at=NOW)

    record(key="k1")

    assert not Draft.objects.exists()


def test_correct_keeps_what_was_said_before(record, match, sam, leeds):
    session = record()

    sessions.correct(
        session=session, details=details(establishment=leeds, minutes=60), marks={match: "attended_late"}, seen=1,
        reason="I looked at my diary", by=sam, at=NOW + timedelta(days=14),
    )  # fmt: skip

    was = Correction.objects.get()
    assert session.minutes == 60
    assert session.version == 2
    assert set(was.fields) == {"minutes", "attendance"}
    assert '"minutes": 45' in was.was


def test_correct_refuses_after_fourteen_days(record, match, sam):
    session = record()

    with pytest.raises(NotAllowed, match="add to it instead"):
        sessions.correct(
            session=session, details=details(), marks={match: "attended"}, seen=1, reason="late", by=sam,
            at=NOW + timedelta(days=14, seconds=1),
        )  # fmt: skip


def test_correct_shows_both_when_somebody_was_first(record, match, sam, leeds):
    session = record()
    change = {"session": session, "marks": {match: "attended"}, "reason": "x", "by": sam, "at": NOW}
    sessions.correct(details=details(establishment=leeds, minutes=50), seen=1, **change)

    with pytest.raises(Stale) as stale:
        sessions.correct(details=details(establishment=leeds, minutes=70), seen=1, **change)

    assert stale.value.record.minutes == 50


def test_correct_with_nothing_changed_leaves_no_trace(record, match, sam, leeds):
    session = record()

    sessions.correct(
        session=session, details=details(establishment=leeds), marks={match: "attended"}, seen=1, reason="x",
        by=sam, at=NOW,
    )  # fmt: skip

    assert not Correction.objects.exists()


def test_add_to_works_for_ever_and_only_once_each_form(record, sam):
    session = record()
    later = NOW + timedelta(days=400)

    for _ in range(3):
        sessions.add_to(session=session, text="He got the flat.", key="a1", by=sam, at=later)

    assert [addendum.text for addendum in session.addenda.all()] == ["He got the flat."]


def test_add_to_says_when_the_record_was_put_right_since_it_was_read(record, sam):
    session = record()
    Session.objects.update(version=2)

    with pytest.raises(Stale) as stale:
        sessions.add_to(session=session, text="He got the flat.", key="a1", seen=1, by=sam, at=NOW)

    assert stale.value.record.version == 2
    assert not session.addenda.exists()
    assert sessions.add_to(session=session, text="He got the flat.", key="a1", seen=2, by=sam, at=NOW)


def test_a_mentor_sees_their_sessions_until_the_match_ends(record, match, sam):
    session = record()
    assert list(Session.objects.visible_to(sam)) == [session]

    matches.end(match=match, reason="moved away", by=None, at=NOW)

    assert not Session.objects.visible_to(sam).exists()


def test_staff_see_their_own_teams_sessions(record, rosa, gwen, marion, max_, dee):
    session = record()

    assert list(Session.objects.visible_to(rosa)) == [session]
    assert list(Session.objects.visible_to(marion)) == [session]
    for stranger in (gwen, max_, dee):
        assert not Session.objects.visible_to(stranger).exists()


def test_figures_stay_with_the_team_whose_work_it_was(record, jo, wales, rosa, gwen):
    record()

    jo.team = wales
    jo.save()

    assert Session.objects.visible_to(rosa).count() == 1
    assert Session.objects.visible_to(gwen).count() == 0


def test_record_leaves_a_sentence_about_the_person(record, jo):
    record()

    event = Event.objects.get(verb="mentoring.session.recorded")
    assert event.about_ref == jo.ref
    assert event.sentence == "recorded a session"
    assert "Eirlys" not in str(event.detail)
