"""Names that were written by hand on the empty rows of a register."""

from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import groups, guests, registers, sheets, stacks
from mentoring.actions.guests import Guest
from mentoring.actions.registers import Row
from mentoring.actions.stacks import Wanted
from mentoring.models import Attendance, Member, PaperSheet, Session, Task
from people.actions import persons
from tests.conftest import NOW
from tests.matrix.fixtures_sessions import register_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def printed(group, yorkshire, leeds, rosa):
    wanted = Wanted(kind="group_register", team=yorkshire, of_group=group, establishment=leeds)
    return stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=NOW - timedelta(days=9))[0]


@pytest.fixture
def key(printed, group, sams_mentor, jo, rosa, leeds):
    def act(names="Bo\nSiân", key="k1", mark="attended", why="", at=NOW, **changes):
        return sheets.key_register(
            sheet=PaperSheet.objects.get(pk=printed.pk), mentor=sams_mentor, group=group,
            details=register_of(leeds, **changes), rows=[Row(person=jo, mark=mark, cause=why)], written_on=TODAY,
            names_by_hand=names, key=key, by=rosa, at=at,
        )  # fmt: skip

    return act


@pytest.fixture
def bo(yorkshire, rosa):
    return persons.add(preferred_name="Bo", family_name="Unknown", team=yorkshire, by=rosa, at=NOW)


def test_a_register_from_paper_is_the_groups_as_one_from_the_screen_is(key, group, sams_mentor, jo):
    session = key(names="")

    assert (session.group, session.mentor, session.on_behalf_of) == (group, sams_mentor, sams_mentor)
    assert [mark.person for mark in session.attendance.all()] == [jo]
    assert session.sheet == PaperSheet.objects.get()
    assert Event.objects.filter(verb="mentoring.register.taken").count() == 1
    assert not Task.objects.exists()


def test_names_by_hand_are_kept_sealed_and_the_team_is_asked_who_they_are(key, printed):
    key(names="Bo, Siân\n\n  Bo  ")

    with connection.cursor() as cursor:
        cursor.execute("SELECT names_by_hand FROM mentoring_papersheet")
        assert "Siân" not in cursor.fetchone()[0]
    assert PaperSheet.objects.get().names_by_hand == "Bo\nSiân\nBo"
    task = Task.objects.get()
    assert (task.kind, task.sheet_ref, task.due_on) == ("names_on_register", printed.ref, TODAY + timedelta(days=7))


def test_when_only_guests_came_it_still_happened(key):
    assert key(mark="not_attended", why="transferred").happened


def test_a_register_refuses_more_names_than_it_has_rows(key):
    with pytest.raises(NotAllowed, match="room for 14"):
        key(names="\n".join(f"N{n}" for n in range(15)))

    assert not Session.objects.exists()


def test_the_same_form_sent_twice_asks_once(key):
    assert key() == key()
    assert Task.objects.count() == 1


def test_tell_puts_those_we_know_on_the_register_and_keeps_the_other_names(key, printed, bo, rosa):
    session = key()
    sheet = PaperSheet.objects.get()
    guests.tell(
        sheet=sheet, guests=[Guest(name="Bo", person=bo, mark="attended_late"), Guest(name="Siân")], by=rosa, at=NOW
    )

    sheet.refresh_from_db()
    assert session.attendance.get(person=bo).mark == "attended_late"
    assert (sheet.names_by_hand, sheet.names_told_by) == ("Siân", rosa)
    assert not Member.objects.filter(person=bo).exists()
    assert Task.objects.get().status == "settled"
    assert Event.objects.get(verb="mentoring.register.guest_added").about_ref == bo.ref


def test_a_guest_of_a_meeting_that_did_not_happen_did_not_come_for_its_cause(key, bo, rosa):
    session = key(happened=False, cause="prison_regime", minutes=None)
    guests.tell(sheet=PaperSheet.objects.get(), guests=[Guest(name="Bo", person=bo)], by=rosa, at=NOW)

    mark = session.attendance.get(person=bo)
    assert (mark.mark, mark.cause) == ("not_attended", "prison_regime")


def test_tell_refuses_with_each_reason(key, bo, jo, sams_mentor, rosa, wales):
    key()
    sheet = PaperSheet.objects.get()
    far = persons.add(preferred_name="Far", team=wales, by=None, at=NOW)

    for people, sentence in (
        ([bo, bo], "twice"), ([jo], "on this register already"), ([sams_mentor.person], "who held it"),
        ([far], "another team"),
    ):  # fmt: skip
        with pytest.raises(NotAllowed, match=sentence):
            guests.tell(
                sheet=sheet, guests=[Guest(name="x", person=person) for person in people], by=rosa, at=NOW
            )  # fmt: skip
    assert Attendance.objects.count() == 1


def test_without_a_group_only_those_who_are_matched_may_be_on_it(match, bo, rosa, yorkshire, jo, leeds):
    wanted = Wanted(kind="group_register", team=yorkshire, mentor=match.mentor)
    sheet = stacks.print_(wanted=wanted, count=1, key="s2", by=rosa, at=NOW - timedelta(days=9))[0]
    sheets.key_register(
        sheet=sheet, mentor=match.mentor, group=None, details=register_of(leeds), written_on=TODAY, names_by_hand="Bo",
        rows=[Row(person=jo, mark="attended")], key="k1", by=rosa, at=NOW,
    )  # fmt: skip

    with pytest.raises(NotAllowed, match="matched with"):
        guests.tell(sheet=sheet, guests=[Guest(name="Bo", person=bo)], by=rosa, at=NOW)


def test_tell_works_once(key, bo, rosa):
    key()
    sheet = PaperSheet.objects.get()
    guests.tell(sheet=sheet, guests=[Guest(name="Bo")], by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="said already"):
        guests.tell(sheet=sheet, guests=[Guest(name="Bo", person=bo)], by=rosa, at=NOW)
    assert PaperSheet.objects.get().names_by_hand == "Bo"


def test_a_register_with_a_guest_can_still_be_put_right(key, bo, jo, rosa, leeds):
    session = key()
    guests.tell(sheet=PaperSheet.objects.get(), guests=[Guest(name="Bo", person=bo)], by=rosa, at=NOW)

    registers.correct(
        session=session, details=register_of(leeds), seen=1, reason="A slip", by=rosa, at=NOW,
        rows=[Row(person=jo, mark="attended_late"), Row(person=bo, mark="attended")],
    )  # fmt: skip
    assert session.attendance.get(person=jo).mark == "attended_late"


def test_whoever_has_left_since_it_was_printed_may_still_be_on_it(key, group, member, rosa):
    groups.leave(member=member, by=rosa, at=NOW - timedelta(days=1))

    assert key().attendance.count() == 1
