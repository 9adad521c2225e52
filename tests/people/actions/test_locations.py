"""Moving from one place to the next."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts import bars
from accounts.actions import users
from accounts.models import User
from accounts.roles import Role
from audit.models import Event
from common.transitions import NotAllowed
from people.actions import locations, persons
from people.models import LocationEpisode
from people.models.locations import LegalState
from people.rules.locations import Kind, is_in_custody
from tests.factories import people as make
from tests.factories.people import AT

pytestmark = pytest.mark.django_db
TODAY = AT.date()


def test_a_move_ends_one_stay_and_starts_the_next():
    jo, leeds = make.person("Jo"), make.prison("HMP Leeds")
    make.lives(jo, started_on=TODAY - timedelta(days=9))
    make.held(jo, leeds, started_on=TODAY - timedelta(days=2))

    first, second = jo.locations.order_by("pk")
    assert (first.ended_on, second.ended_on) == (second.started_on, None)
    assert second.where == "HMP Leeds"
    assert second.release_unknown_because == "not_told"


def test_a_prison_that_nobody_knows_is_recorded_as_one():
    assert make.held(make.person("Jo")).place_note == "a prison in the north"


def test_a_move_without_sense_is_refused_and_nothing_has_moved():
    jo = make.person("Jo")
    stay = make.lives(jo, started_on=TODAY)

    with pytest.raises(NotAllowed, match="already somewhere else"):
        make.held(jo, started_on=TODAY - timedelta(days=1))
    assert jo.locations.get() == stay


def test_a_form_opened_before_somebody_else_recorded_a_move_is_refused(rosa):
    jo = make.person("Jo")
    seen = make.lives(jo).ref
    make.held(jo)

    with pytest.raises(NotAllowed, match="Somebody else has recorded a move"):
        locations.record(person=jo, kind="community", seen=seen, by=rosa, at=AT)


def test_the_same_form_sent_twice_is_one_move(rosa):
    jo = make.person("Jo")
    locations.record(person=jo, kind="community", seen="", by=rosa, at=AT)

    with pytest.raises(NotAllowed):
        locations.record(person=jo, kind="community", seen="", by=rosa, at=AT)
    assert jo.locations.count() == 1


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"ended_on": date(2020, 1, 1)}, "location_ends_after_it_starts"),
        ({"place_note": ""}, "custody_names_a_prison_or_says_unknown"),
        ({"release_unknown_because": ""}, "custody_says_when_or_why_not"),
        ({"kind": "community"}, "held_people_are_held_somewhere"),
        ({"kind": "elsewhere", "legal_state": "none"}, "location_kind_is_known"),
    ],
)
def test_the_database_keeps_the_same_rules(changes, constraint):
    stay = make.held(make.person("Jo"))

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        LocationEpisode.objects.filter(pk=stay.pk).update(**changes)


def test_the_database_keeps_one_current_place_for_each_person():
    jo = make.person("Jo")
    make.lives(jo)

    with pytest.raises(IntegrityError), transaction.atomic():
        LocationEpisode.objects.create(person=jo, kind="unknown", started_on=TODAY, source="other", recorded_at=AT)


def test_the_database_and_the_rule_agree_on_who_is_in_custody():
    for kind in Kind:
        for state in LegalState:
            if state in ("remand", "sentenced", "recalled", "rotl") and kind in ("community", "approved_premises"):
                continue  # the database does not take these
            LocationEpisode.objects.create(
                person=make.person("Jo"), kind=kind, legal_state=state, place_note="x", started_on=TODAY,
                release_unknown_because="not_told", source="other", recorded_at=AT,
            )  # fmt: skip

    found = set(LocationEpisode.objects.in_custody())
    assert found == {e for e in LocationEpisode.objects.all() if is_in_custody(e.kind, e.legal_state)}


@pytest.mark.parametrize(
    "where",
    [
        {"kind": "custody", "place_note": "somewhere"},
        {"kind": "custody", "place_note": "somewhere", "legal_state": "rotl"},
        {"kind": "unknown", "legal_state": "recalled"},
        {"kind": "hospital", "legal_state": "sentenced"},
    ],
)
def test_whoever_goes_into_custody_loses_their_login_in_that_moment(where, max_, rosa):
    person = make.person("Sam")
    persons.link_login(person=person, login=max_, by=rosa, at=AT)
    make.lives(person, **where)

    assert not User.objects.get(pk=max_.pk).is_active
    assert Event.objects.filter(verb="accounts.login.closed", subject_ref=max_.ref).exists()
    closed = Event.objects.get(verb="accounts.login.closed")
    assert "prison" not in closed.reason and "custody" not in closed.reason


def test_nobody_in_custody_gets_a_login_back_and_somebody_released_does(max_, rosa, make_user):
    manager = make_user("moira", Role.PROGRAMME_MANAGER)
    person = make.person("Sam")
    persons.link_login(person=person, login=max_, by=rosa, at=AT)
    make.held(person)

    assert bars.why_not(max_) != []
    with pytest.raises(NotAllowed, match="in prison now"):
        users.reopen_login(user=max_, by=manager, at=AT)

    make.lives(person, legal_state="licence")
    users.reopen_login(user=max_, by=manager, at=AT)
    assert User.objects.get(pk=max_.pk).is_active


def test_a_move_in_the_community_leaves_the_login_alone(max_, rosa):
    person = make.person("Sam")
    persons.link_login(person=person, login=max_, by=rosa, at=AT)
    make.lives(person, kind="approved_premises", legal_state="licence")

    assert User.objects.get(pk=max_.pk).is_active
