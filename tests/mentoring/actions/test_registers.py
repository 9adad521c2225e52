import json
from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import groups, matches, registers
from mentoring.actions.registers import Row
from mentoring.actions.sessions import Worry
from mentoring.models import Attendance, Correction, Session
from people.actions import persons
from people.models import Concern
from tests.conftest import NOW
from tests.matrix.fixtures_sessions import register_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def take(group, sams_mentor, sam, leeds):
    def act(rows, key="r1", by=sam, at=NOW, of=group, worry=None, about=None, **changes):
        return registers.take(
            mentor=sams_mentor, group=of, details=register_of(leeds, **changes), rows=rows, key=key, by=by, at=at,
            worry=worry, worry_about=about,
        )  # fmt: skip

    return act


def came(person):
    return Row(person=person, mark="attended")


def missed(person, cause="prison_regime"):
    return Row(person=person, mark="not_attended", cause=cause)


def test_a_register_keeps_who_came_and_why_the_others_did_not(take, jo, lee, match, group, yorkshire):
    session = take([came(jo), missed(lee)])

    marks = {mark.person: (mark.mark, mark.cause, mark.match) for mark in session.attendance.all()}
    assert marks == {jo: ("attended", "", match), lee: ("not_attended", "prison_regime", None)}
    assert (session.kind, session.group, session.team) == ("group", group, yorkshire)


def test_when_it_did_not_happen_nobody_came_for_the_one_reason(take, jo, lee):
    session = take([came(jo), missed(lee)], happened=False, minutes=None, cause="prison_security")

    marks = set(session.attendance.values_list("mark", "cause"))
    assert marks == {("not_attended", "prison_security")}


def test_a_register_sent_five_times_is_kept_once(take, jo):
    assert len({take([came(jo)]).pk for _ in range(5)}) == 1
    assert Session.objects.count() == 1
    assert Event.objects.filter(verb="mentoring.register.taken").count() == 1


def test_a_register_of_thirty_asks_no_more_than_one_of_two(
    take, group, yorkshire, rosa, jo, django_assert_max_num_queries
):
    people = [persons.add(preferred_name=f"P{n}", team=yorkshire, by=rosa, at=NOW) for n in range(29)]
    for person in people:
        groups.join(group=group, person=person, by=rosa, at=NOW - timedelta(days=10))

    with django_assert_max_num_queries(20):
        session = take([came(jo), *map(came, people)])
    assert session.attendance.count() == 30


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"started_at": NOW + timedelta(hours=1)}, "not started yet"),
        ({"started_at": NOW - timedelta(days=800)}, "two years ago"),
        ({"minutes": None}, "how long you were together"),
        ({"minutes": 601}, "how long you were together"),
        ({"happened": False, "minutes": None}, "why it did not happen"),
        ({"started_at": NOW - timedelta(days=60)}, "not in the group on that day"),
        ({"started_at": NOW - timedelta(days=60)}, "did not hold the group on that day"),
    ],
)
def test_take_refuses(take, jo, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        take([came(jo)], **changes)


def test_take_refuses_an_empty_register(take):
    with pytest.raises(NotAllowed, match="Nobody is on the register"):
        take([])


def test_take_refuses_one_to_which_nobody_came(take, jo):
    with pytest.raises(NotAllowed, match="If nobody came"):
        take([missed(jo)])


@pytest.mark.parametrize("row", [{"mark": "not_attended"}, {"mark": "attended", "cause": "mentor"}])
def test_take_refuses_a_mark_whose_cause_does_not_fit(take, jo, lee, row):
    with pytest.raises(NotAllowed, match="Say why each person"):
        take([came(jo), Row(person=lee, **row)])


def test_take_refuses_a_stranger_to_the_group(take, yorkshire, rosa):
    stranger = persons.add(preferred_name="Stranger", team=yorkshire, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="not in the group"):
        take([came(stranger)])


def test_without_a_group_only_matched_people_are_on_it(take, jo, lee, match):
    assert take([came(jo)], of=None).group is None
    with pytest.raises(NotAllowed, match="matched with"):
        take([came(lee)], key="r2", of=None)


def test_without_a_group_the_match_must_have_begun(take, jo, match):
    with pytest.raises(NotAllowed, match="not matched with this person on that day"):
        take([came(jo)], of=None, started_at=NOW - timedelta(days=300))


def test_take_refuses_a_key_that_somebody_else_used(take, jo, rosa):
    take([came(jo)])

    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        take([came(jo)], by=rosa)


def test_staff_keep_a_register_on_behalf_of_a_mentor(take, jo, rosa, sams_mentor):
    session = take([came(jo)], by=rosa)

    assert (session.mentor, session.recorded_by) == (sams_mentor, rosa)


def test_a_worry_is_a_concern_about_the_one_who_was_named(take, jo, lee):
    session = take([came(jo), came(lee)], worry=Worry(what="He is not eating", urgency="today"), about=lee)

    concern = Concern.objects.get()
    assert (concern.about, session.concern) == (lee, concern)


def test_the_session_is_the_mentors_to_see_while_they_hold_the_group(
    take, jo, lee, sam, facilitator, match, rosa, gwen
):
    session = take([came(jo), came(lee)])
    matches.end(match=match, reason="", by=None, at=NOW)
    assert Session.objects.visible_to(sam).get() == session
    groups.stand_down(facilitator=facilitator, by=rosa, at=NOW)

    assert not Session.objects.visible_to(sam).exists()
    assert Session.objects.visible_to(rosa).get() == session
    assert not Session.objects.visible_to(gwen).exists()


def test_a_register_of_matched_people_goes_with_any_of_the_matches(take, jo, sam, match):
    take([came(jo)], of=None)
    assert Session.objects.visible_to(sam).exists()
    matches.end(match=match, reason="", by=None, at=NOW)

    assert not Session.objects.visible_to(sam).exists()


def test_correct_keeps_what_it_said_before(take, jo, lee, sam, leeds):
    session = take([came(jo), missed(lee)])
    registers.correct(
        session=session, details=register_of(leeds), rows=[came(jo), missed(lee, "person_chose_not")], seen=1,
        reason="Lee told me", by=sam, at=NOW,
    )  # fmt: skip

    was = json.loads(Correction.objects.get().was)
    assert was["causes"] == {lee.ref: "prison_regime"}
    assert Attendance.objects.get(person=lee).cause == "person_chose_not"
    session.refresh_from_db()
    assert session.version == 2


def test_correct_without_a_change_changes_nothing(take, jo, sam, leeds):
    session = take([came(jo)])
    registers.correct(session=session, details=register_of(leeds), rows=[came(jo)], seen=1, reason="", by=sam, at=NOW)

    assert not Correction.objects.exists()


def test_correct_refuses_other_people_and_late_comers(take, jo, lee, sam, leeds):
    session = take([came(jo)])
    again = {"session": session, "details": register_of(leeds), "seen": 1, "reason": "", "by": sam}

    with pytest.raises(NotAllowed, match="about the same people"):
        registers.correct(rows=[came(jo), came(lee)], at=NOW, **again)
    with pytest.raises(NotAllowed, match="more than 14 days ago"):
        registers.correct(rows=[came(jo)], at=NOW + timedelta(days=15), **again)


def test_correct_from_an_old_version_is_stale(take, jo, sam, leeds):
    session = take([came(jo)])
    late = Row(person=jo, mark="attended_late")
    said = {"session": session, "details": register_of(leeds), "seen": 1, "reason": "", "by": sam, "at": NOW}
    registers.correct(rows=[late], **said)

    with pytest.raises(Stale):
        registers.correct(rows=[came(jo)], **said)


def test_what_was_kept_is_in_the_trail_with_everybody_on_it(take, jo, lee):
    take([came(jo), missed(lee)])

    event = Event.objects.get(verb="mentoring.register.taken")
    assert event.detail["people"] == [jo.ref, lee.ref]
