"""A new mentor reads nothing of an earlier one’s notes, unless the person said so; and not a moment longer."""

from datetime import timedelta

import pytest
from django.http import Http404

from audit.models import Event
from common.transitions import NotAllowed
from mentoring import loading
from mentoring.actions import carrying_on, goal_notes, goals, matches, note_releases, sessions
from mentoring.actions.sessions import Details, Worry
from mentoring.models import GoalNote, Mentor, NoteRelease, Session
from people.actions import persons
from tests.conftest import NOW, match_of, mentor_for

EVERYTHING = {"sessions": True, "goal_notes": True, "how": "spoken"}


def talk(match, leeds, by, key, at=NOW, marks=None, **more):
    said = Details(
        kind="group" if marks else "one_to_one", setting="custody", medium="in_person", happened=True, minutes=45,
        started_at=at - timedelta(hours=2), what_we_did="Talked about his brother", establishment=leeds,
    )  # fmt: skip
    marks = marks or {match: "attended"}
    return sessions.record(mentor=match.mentor, details=said, marks=marks, key=key, by=by, at=at, **more)


@pytest.fixture
def una(make_user, yorkshire):
    user = make_user("una", "peer_mentor", name="Una")
    mentor_for(user, yorkshire)
    return user


@pytest.fixture
def earlier(match, sam, leeds):
    """What Sam wrote about Jo."""
    return talk(match, leeds, sam, "k1", at=NOW - timedelta(days=3))


@pytest.fixture
def note(match, sam):
    goal = goals.set_down(match=match, words="A job", topic="work", key="g1", by=sam, at=NOW - timedelta(days=3))
    carrying_on.ask(record=goal, answer="yes", by=sam, at=NOW)
    return goal_notes.add(goal=goal, text="He is scared of it", key="n1", by=sam, at=NOW - timedelta(days=3))


@pytest.fixture
def new(match, una, jo):
    matches.end(match=match, reason="moved", by=None, at=NOW)
    return match_of(Mentor.objects.get(person__login=una), jo)


def give(match, by, at=NOW, **changes):
    return note_releases.give(match=match, **(EVERYTHING | changes), by=by, at=at)


def test_a_new_mentor_reads_nothing_of_earlier_times(earlier, note, new, una):
    assert not Session.objects.visible_to(una).exists()
    assert not GoalNote.objects.visible_to(una).exists()


def test_give_lets_them_read_what_the_person_chose(earlier, note, new, una, rosa):
    give(new, rosa, goal_notes=False)

    assert list(Session.objects.visible_to(una)) == [earlier]
    assert not GoalNote.objects.visible_to(una).exists()


def test_give_lets_them_read_goal_notes_alone(earlier, note, new, una, rosa):
    give(new, rosa, sessions=False)

    assert list(GoalNote.objects.visible_to(una)) == [note]
    assert not Session.objects.visible_to(una).exists()


def test_taking_it_back_ends_it_at_the_next_request(earlier, note, new, una, rosa):
    release = give(new, rosa)
    assert loading.session(ref=earlier.ref, by=una, at=NOW) == earlier

    note_releases.take_back(release=release, by=rosa, at=NOW)

    with pytest.raises(Http404):
        loading.session(ref=earlier.ref, by=una, at=NOW)
    assert not GoalNote.objects.visible_to(una).exists()


def test_it_ends_with_the_match(earlier, note, new, una, rosa):
    give(new, rosa)

    matches.end(match=new, reason="", by=None, at=NOW)

    assert not Session.objects.visible_to(una).exists()
    assert not GoalNote.objects.visible_to(una).exists()


def test_it_ends_after_its_last_day(earlier, new, una, rosa, now):
    release = give(new, rosa, until=now.date())
    assert Session.objects.visible_to(una).exists()

    NoteRelease.objects.filter(pk=release.pk).update(until=now.date() - timedelta(days=2))

    assert not Session.objects.visible_to(una).exists()


def test_it_gives_the_earlier_mentor_nothing_back(earlier, new, sam, rosa):
    give(new, rosa)

    assert not Session.objects.visible_to(sam).exists()


def test_it_covers_nothing_that_is_written_afterwards(earlier, new, una, rosa, sam):
    give(new, rosa, at=NOW - timedelta(days=10))

    assert not Session.objects.visible_to(una).exists()


def test_it_covers_no_group_since_others_released_nothing(match, new, sam, una, rosa, leeds, yorkshire, jo):
    friend = persons.add(preferred_name="Kit", team=yorkshire, by=None, at=NOW)
    kits = match_of(match.mentor, friend, at=NOW - timedelta(days=90))
    talk(match, leeds, sam, "group", at=NOW - timedelta(days=5), marks={match: "attended", kits: "attended"})
    give(new, rosa)

    assert not Session.objects.visible_to(una).exists()


def test_what_is_read_holds_no_concern_no_correction_and_nothing_added_since(match, new, sam, una, rosa, leeds):
    worry = Worry(what="He has stopped eating", urgency="now")
    old = talk(match, leeds, sam, "worried", at=NOW - timedelta(days=4), worry=worry)
    sessions.add_to(session=old, text="Known then", key="a1", by=rosa, at=NOW - timedelta(days=2))
    give(new, rosa)
    sessions.add_to(session=old, text="Written since", key="a2", by=rosa, at=NOW + timedelta(days=1))

    read = loading.session(ref=old.ref, by=una, at=NOW + timedelta(days=2))

    assert [more.text for more in read.addenda.all()] == ["Known then"]
    assert (read.concern, list(read.corrections.all())) == (None, [])
    whole = loading.session(ref=old.ref, by=rosa, at=NOW + timedelta(days=2))
    assert (len(whole.addenda.all()), whole.concern is None) == (2, False)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"sessions": False, "goal_notes": False}, "Choose what"),
        ({"until": NOW.date() - timedelta(days=1)}, "is past"),
    ],
)
def test_give_refuses(new, rosa, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        give(new, rosa, **changes)


def test_give_refuses_an_ended_match_and_a_first_one(match, new, rosa, jo):
    with pytest.raises(NotAllowed, match="has ended"):
        give(match, rosa)

    alone = persons.add(preferred_name="Kit", team=jo.team, by=None, at=NOW)
    first = matches.suggest(mentor=new.mentor, person=alone, by=None, at=NOW)
    with pytest.raises(NotAllowed, match="nothing earlier"):
        give(first, rosa)


def test_give_twice_and_take_back_twice_are_refused(new, rosa):
    release = give(new, rosa)
    with pytest.raises(NotAllowed, match="already"):
        give(new, rosa)

    note_releases.take_back(release=release, by=rosa, at=NOW)
    with pytest.raises(NotAllowed, match="already"):
        note_releases.take_back(release=release, by=rosa, at=NOW)


def test_both_leave_a_sentence_about_the_person(new, rosa, jo):
    note_releases.take_back(release=give(new, rosa), by=rosa, at=NOW)

    events = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.note_release").order_by("pk")
    assert [event.sentence for event in events] == [
        "wrote down that a mentor may read earlier notes",
        "took back that a mentor may read earlier notes",
    ]
