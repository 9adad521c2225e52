import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring import between
from mentoring.actions import gates, match_blocks, matches, mentors, preferences
from mentoring.models import Mentor
from mentoring.reports.suggestions import MOST_SHOWN, for_person
from people.actions import locations, persons
from tests.conftest import NOW, match_of
from tests.factories.mentoring import match_at
from tests.factories.readiness import ready

TODAY = NOW.date()


@pytest.fixture
def make_mentor(yorkshire, leeds):
    def make(name, team=yorkshire):
        person = persons.add(preferred_name=name, team=team, by=None, at=NOW)
        mentor = mentors.add(person=person, team=team, joined_on=TODAY, supervisor=None, by=None, at=NOW)
        ready(mentor, leeds)
        for status in (Mentor.Status.TRAINING, Mentor.Status.ACTIVE):
            mentors.change_status(mentor=mentor, to=status, reason="", by=None, at=NOW)
        return mentor

    return make


def found(person, user):
    return for_person(person, user=user, on=TODAY)


def names(person, user):
    return [one.mentor.person.preferred_name for one in found(person, user)]


def test_an_earlier_mentor_comes_first(make_mentor, jo, rosa):
    make_mentor("New")
    earlier = make_mentor("Earlier")
    matches.end(match=match_of(earlier, jo), reason="Came to its planned end", by=None, at=NOW)

    assert names(jo, rosa)[0] == "Earlier"
    assert "walked together before" in found(jo, rosa)[0].good[0]


def test_who_speaks_their_language_comes_before_who_does_not(make_mentor, jo, rosa):
    make_mentor("English")
    welsh = make_mentor("Welsh")
    for person in (jo, welsh.person):
        preferences.say(person=person, seen=0, languages=["welsh"], by=rosa, at=NOW)

    assert names(jo, rosa) == ["Welsh", "English"]


def test_who_goes_to_that_prison_comes_before_who_does_not(match, make_mentor, kim_in_leeds, rosa):
    make_mentor("Elsewhere")

    best = found(kim_in_leeds, rosa)[0]
    assert best.mentor == match.mentor
    assert "Goes to HMP Leeds already." in best.good


@pytest.fixture
def kim_in_leeds(yorkshire, leeds):
    person = persons.add(preferred_name="Kim", team=yorkshire, by=None, at=NOW)
    locations.record(person=person, kind="custody", legal_state="remand", establishment=leeds, by=None, at=NOW)
    return person


def test_the_gates_say_in_words_what_stands_in_the_way(make_mentor, jo, rosa, monkeypatch):
    make_mentor("New")
    words = ["No clearance for HMP Leeds."]
    monkeypatch.setattr(
        gates, "why_not_match_each", lambda mentors, **about: {mentor.pk: list(words) for mentor in mentors}
    )

    one = found(jo, rosa)[0]
    assert one.stops == ["No clearance for HMP Leeds."]
    assert not one.bar


def test_two_who_are_blocked_stand_last_and_nobody_learns_why(make_mentor, jo, rosa, nadia):
    blocked = make_mentor("Blocked")
    make_mentor("Free")
    match_blocks.make(person=jo, other=blocked.person, kind="gang", reason="Secret", key="k", by=nadia, at=NOW)

    last = found(jo, rosa)[-1]
    assert (last.mentor, last.bar) == (blocked, True)
    assert last.stops == ["These two are blocked from being matched."]


def test_who_has_no_room_or_is_suggested_already_stands_last(make_mentor, jo, rosa):
    full, asked, _ = make_mentor("Full"), make_mentor("Asked"), make_mentor("Free")
    Mentor.objects.filter(pk=full.pk).update(capacity=0)
    match_at("suggested", asked, jo)

    assert names(jo, rosa)[0] == "Free"
    assert [one.bar for one in found(jo, rosa)] == [False, True, True]


def test_a_coordinator_chooses_from_their_own_teams(make_mentor, jo, rosa, gwen, wales):
    make_mentor("Near")
    make_mentor("Far", wales)

    assert names(jo, rosa) == ["Near"]
    assert names(jo, gwen) == ["Far"]


def test_nobody_is_suggested_to_themselves_nor_who_is_not_active(make_mentor, rosa):
    mentor, resting = make_mentor("Own"), make_mentor("Resting")
    mentors.change_status(mentor=resting, to="resting", reason="", by=None, at=NOW)

    assert names(mentor.person, rosa) == []


def test_two_hundred_mentors_cost_no_more_queries_than_twenty(make_mentor, jo, rosa):
    def count():
        with CaptureQueriesContext(connection) as asked:
            assert len(found(jo, rosa)) == MOST_SHOWN
        return len(asked)

    for n in range(20):
        make_mentor(f"Mentor {n}")
    found(jo, rosa)  # her roles are read once
    few = count()
    for n in range(20, 200):
        make_mentor(f"Mentor {n}")

    assert count() == few


def test_whoever_is_ready_is_never_hidden_behind_twelve_who_are_not(make_mentor, jo, rosa):
    for n in range(MOST_SHOWN + 1):
        unready = make_mentor(f"Speaks Welsh {n}")
        Mentor.objects.filter(pk=unready.pk).update(supervisor=None)
        preferences.say(person=unready.person, seen=0, languages=["welsh"], by=rosa, at=NOW)
    preferences.say(person=jo, seen=0, languages=["welsh"], by=rosa, at=NOW)
    make_mentor("Ready")

    shown = found(jo, rosa)

    assert (shown[0].mentor.person.preferred_name, shown[0].stops) == ("Ready", [])
    assert len(shown) == MOST_SHOWN
    assert all(one.stops == ["They have no supervisor yet."] for one in shown[1:])


def test_an_earlier_mentor_is_shown_though_they_are_not_ready(make_mentor, jo, rosa):
    earlier = make_mentor("Earlier")
    matches.end(match=match_of(earlier, jo), reason="Came to its planned end", by=None, at=NOW)
    earlier.clearances.all().delete()
    for n in range(MOST_SHOWN):
        make_mentor(f"Ready {n}")

    shown = found(jo, rosa)

    assert (shown[0].mentor, shown[0].stops) == (earlier, ["They have no clearance for HMP Leeds."])
    assert len(shown) == MOST_SHOWN + 1


@pytest.mark.parametrize(
    "lacks", ["nothing", "references", "dbs_checks", "risk_assessments", "clearances", "learner", "supervisor"]
)
def test_each_is_shown_as_the_gates_of_one_alone_would_say(make_mentor, jo, rosa, lacks):
    """What the page of many says is what the step itself would answer."""
    mentor = make_mentor("One")
    if lacks in ("learner", "supervisor"):
        Mentor.objects.filter(pk=mentor.pk).update(**{lacks: None})
    elif lacks != "nothing":
        getattr(mentor, lacks).all().delete()

    one = found(jo, rosa)[0]

    assert one.stops == between.why_not(mentor=mentor, person=jo, on=TODAY)
    assert bool(one.stops) is (lacks != "nothing")
