from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import sheets, stacks
from mentoring.actions.sessions import Details, Worry
from mentoring.actions.sheets import KeyedAlready
from mentoring.actions.stacks import Wanted
from mentoring.models import PaperSheet, Session
from people.models import Concern
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER, TODAY = NOW + timedelta(days=20), NOW.date()
SAID = Details(
    kind="one_to_one", setting="custody", medium="in_person", started_at=NOW - timedelta(hours=2), happened=True,
    minutes=45, what_we_did="Wrote to his sister",
)  # fmt: skip


@pytest.fixture
def sheet(match, rosa, yorkshire):
    wanted = Wanted(kind="one_to_one", team=yorkshire, match=match)
    return stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=NOW)[0]


@pytest.fixture
def key(sheet, match, rosa, leeds):
    def act(key="k1", by=rosa, at=LATER, written_on=TODAY, worry=None, **changes):
        return sheets.key_session(
            sheet=PaperSheet.objects.get(pk=sheet.pk), mentor=match.mentor,
            details=replace(SAID, establishment=leeds, **changes), marks={match: "attended"}, written_on=written_on,
            key=key, by=by, at=at, worry=worry,
        )  # fmt: skip

    return act


def test_key_makes_a_session_in_the_mentors_name(key, sheet, match, rosa):
    session = key()

    sheet.refresh_from_db()
    assert (sheet.status, sheet.keyed_by, sheet.keyed_at) == ("keyed", rosa, LATER)
    assert (session.sheet, session.mentor, session.on_behalf_of) == (sheet, match.mentor, match.mentor)


def test_key_keeps_when_it_was_apart_from_when_it_was_written_and_when_it_was_typed(key, rosa):
    session = key(written_on=NOW.date() + timedelta(days=2))

    assert session.started_at == SAID.started_at
    assert session.written_on == NOW.date() + timedelta(days=2)
    assert (session.transcribed_at, session.transcribed_by) == (LATER, rosa)


def test_a_mentor_without_a_login_has_sessions_by_paper(key, match, sam):
    match.mentor.person.login = None
    match.mentor.person.save()

    assert key().mentor == match.mentor


def test_the_mentor_whose_words_they_are_sees_it_while_matched(key, sam):
    session = key()

    assert list(Session.objects.visible_to(sam)) == [session]


def test_key_with_a_worry_raises_a_concern(key, jo):
    key(worry=Worry(what="He was shaking", urgency="today"))

    assert Concern.objects.get().about == jo


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"written_on": (LATER + timedelta(days=1)).date()}, "cannot be in the future"),
        ({"written_on": (NOW - timedelta(days=1)).date()}, "before the day that it tells of"),
        ({"minutes": None}, "how long you were together"),
        ({"started_at": NOW - timedelta(days=400), "written_on": NOW.date()}, "not matched with this person"),
    ],
)
def test_key_refuses(key, sheet, changes, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        key(**changes)

    sheet.refresh_from_db()
    assert sheet.status == "printed"
    assert not Session.objects.exists()


def test_key_refuses_a_cancelled_sheet(key, sheet, rosa):
    sheets.void(sheet=sheet, reason="Spoilt", by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="was cancelled"):
        key()


def test_the_same_sheet_typed_in_twice_is_found(key, sheet):
    first = key()

    with pytest.raises(KeyedAlready) as found:
        key(key="k2")

    assert found.value.sheet.session == first
    assert Session.objects.count() == 1


def test_the_same_form_sent_five_times_makes_one_session(key):
    assert len({key().pk for _ in range(5)}) == 1
    assert Event.objects.filter(verb="mentoring.sheet.keyed").count() == 1


def test_the_database_refuses_a_session_that_says_half_of_where_it_came_from(key):
    session = key()

    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.filter(pk=session.pk).update(transcribed_by=None)


def test_void_says_who_and_why(sheet, rosa):
    sheets.void(sheet=sheet, reason="Printed twice", by=rosa, at=LATER)

    sheet.refresh_from_db()
    assert (sheet.status, sheet.void_by, sheet.void_at, sheet.void_reason) == ("void", rosa, LATER, "Printed twice")


def test_void_refuses_without_a_reason_and_after_typing_in(key, sheet, rosa):
    with pytest.raises(NotAllowed, match="why"):
        sheets.void(sheet=sheet, reason=" ", by=rosa, at=LATER)
    key()
    sheet.refresh_from_db()
    with pytest.raises(NotAllowed, match="typed in"):
        sheets.void(sheet=sheet, reason="Spoilt", by=rosa, at=LATER)


def test_sheets_are_seen_by_those_who_look_after_the_team(sheet, rosa, gwen, marion, sam, max_, dee):
    assert list(PaperSheet.objects.visible_to(rosa)) == [sheet]
    assert list(PaperSheet.objects.visible_to(marion)) == [sheet]
    for stranger in (gwen, sam, max_, dee):
        assert not PaperSheet.objects.visible_to(stranger).exists()


def test_key_leaves_a_sentence_about_the_person(key, jo):
    session = key()

    event = Event.objects.get(verb="mentoring.sheet.keyed")
    assert (event.about_ref, event.detail) == (jo.ref, {"session": session.ref})
