"""What people tell messaging: whether a text may go, asked of the records as they are, and how somebody is reached."""

from datetime import timedelta

import pytest

from messaging import gates
from messaging.actions import texts
from messaging.pointers import Pointer
from messaging.routes import Channel, routes
from people import texting
from people.actions import contact_points, locations, persons, text_choices
from tests.conftest import NOW
from tests.factories import people

pytestmark = pytest.mark.django_db
KIND = "mentoring.meeting.ahead"
NUMBER = "07700 900123"


@pytest.fixture
def kim(yorkshire):
    """Out, with a phone that was checked with them, who asked for texts."""
    person = persons.add(preferred_name="Kim", team=yorkshire, by=None, at=NOW - timedelta(days=9))
    locations.record(person=person, kind="community", by=None, at=NOW - timedelta(days=8))
    reachable(person)
    return person


def reachable(person, number=NUMBER, at=NOW - timedelta(days=7), safe=True):
    point = contact_points.add(person=person, kind="mobile", value=number, safe_to_use=safe, by=None, at=at)
    contact_points.verify(point=point, safe_to_use=safe, by=None, at=at)
    wants(person, "text")
    return point


def wants(person, by_what, kind="", **more):
    text_choices.choose_all(person=person, chosen={"": by_what, **more}, how="spoken", by=None, at=NOW)


def text_to(person, number=NUMBER, kind=KIND):
    return texts.promise_text(
        kind=kind, subject=person, recipient=person, number=number, slot="once", template=texting.PHRASE,
        values={"name": "Kim", "code": "123456"}, send_after=NOW, by=None, at=NOW,
    )  # fmt: skip


def codes(text):
    return sorted({reason.code for reason in gates.why_not(text, NOW)})


def test_a_text_may_go_to_a_checked_phone_of_somebody_who_asked_for_it(kim):
    assert codes(text_to(kim)) == []


def inside(person, legal_state="sentenced", kind="custody"):
    locations.record(person=person, kind=kind, legal_state=legal_state, place_note="A prison", by=None, at=NOW)


@pytest.mark.parametrize("legal_state", ["sentenced", "remand", "recalled", "rotl"])
def test_nothing_goes_to_a_phone_in_custody_even_when_it_was_promised_before(kim, legal_state):
    promised = text_to(kim)
    inside(kim, legal_state)
    assert "custody" in codes(promised)


def test_a_mentor_in_prison_is_in_prison(kim, sam):
    person = sam.person
    reachable(person, "07700 900456")
    inside(person)
    assert "custody" in codes(text_to(person, "07700 900456"))


def test_nothing_goes_where_nobody_knows_where_they_are(kim):
    locations.record(person=kim, kind="unknown", by=None, at=NOW)
    assert "place-unknown" in codes(text_to(kim))


def test_after_custody_the_number_is_checked_again_first(kim):
    inside(kim)
    locations.record(person=kim, kind="community", legal_state="licence", by=None, at=NOW)
    assert codes(text_to(kim)) == ["left-custody"]
    point = kim.contact_points.get()
    contact_points.verify(point=point, safe_to_use=True, by=None, at=NOW)
    assert codes(text_to(kim)) == []


def test_a_number_that_changed_hands_gets_nothing(kim):
    promised = text_to(kim)
    contact_points.end(point=kim.contact_points.get(), by=None, at=NOW)
    assert codes(promised) == ["not-theirs"]


@pytest.mark.parametrize("written", ["07700 900123", "+44 7700 900123"])
def test_a_number_of_two_people_is_held_however_it_was_written(kim, yorkshire, written):
    other = persons.add(preferred_name="Lee", team=yorkshire, by=None, at=NOW)
    contact_points.add(person=other, kind="mobile", value=written, safe_to_use=False, by=None, at=NOW)
    found = gates.why_not(text_to(kim), NOW)
    assert [(one.code, one.hold) for one in found] == [("shared", True)]


@pytest.mark.parametrize("by_what", ["email", "hand", "none"])
def test_who_chose_another_way_gets_no_text(kim, by_what):
    promised = text_to(kim)
    wants(kim, by_what)
    assert codes(promised) == ["not-asked-for"]


def test_a_text_to_no_person_goes_nowhere(kim):
    text = texts.promise_text(
        kind=KIND, subject=kim, recipient=Pointer("places.team", kim.team.ref), number=NUMBER, slot="x",
        template=texting.PHRASE, values={"name": "Kim", "code": "1"}, send_after=NOW, by=None, at=NOW,
    )  # fmt: skip
    assert codes(text) == ["nobody"]


# ---------------------------------------------------------------- The way to reach them


def route(person):
    one = Pointer("people.person", person.ref)
    return routes([one], kind=KIND)[one]


def test_who_asked_for_texts_is_reached_by_text(kim):
    found = route(kim)
    assert (found.channel, found.place, found.name, found.language) == (Channel.TEXT, "07700900123", "Kim", "en")


def test_who_chose_nothing_is_not_written_to(yorkshire):
    person = people.person("Lee", team=yorkshire)
    people.lives(person)
    assert route(person).channel == Channel.NONE


def test_who_is_in_prison_is_told_by_hand(kim):
    inside(kim)
    assert route(kim).channel == Channel.HAND


def test_a_mentor_who_chose_nothing_is_reached_by_their_login_s_email(sam):
    sam.email = "sam@example.org"
    sam.save()
    people.lives(sam.person, at=NOW)
    assert (route(sam.person).channel, route(sam.person).place) == (Channel.EMAIL, "sam@example.org")


def test_a_phone_that_nobody_checked_is_no_way(kim):
    kim.contact_points.update(verified_at=None)
    assert route(kim).channel == Channel.HAND


def test_who_wants_none_is_left_alone_in_prison_too(kim):
    wants(kim, "none")
    inside(kim)
    assert route(kim).channel == Channel.NONE


def test_a_welsh_speaker_is_written_to_in_welsh(kim):
    persons.edit(person=kim, seen=kim.version, by=None, at=NOW, needs=["welsh"])
    assert route(kim).language == "cy"


def test_many_people_cost_as_many_queries_as_one(kim, yorkshire, django_assert_num_queries):
    crowd = [kim]
    for n in range(12):
        crowd.append(people.person(f"P{n}", team=yorkshire))
        people.lives(crowd[-1])
        reachable(crowd[-1], f"07700 90{n:04}")
    one, all_of_them = ([Pointer("people.person", one.ref) for one in some] for some in ([kim], crowd))
    for refs in (one, all_of_them):
        with django_assert_num_queries(4):
            assert {found.channel for found in routes(refs, kind=KIND).values()} == {Channel.TEXT}


@pytest.mark.parametrize("written", ["07700 900123", "+44 7700 900123"])
def test_a_number_is_whose_who_alone_has_it_now(kim, yorkshire, written):
    assert texting.whose_number("+447700900123") == Pointer("people.person", kim.ref)
    assert texting.whose_number("+447700900124") is None

    lee = persons.add(preferred_name="Lee", team=yorkshire, by=None, at=NOW)
    point = contact_points.add(person=lee, kind="mobile", value=written, safe_to_use=True, by=None, at=NOW)
    assert texting.whose_number("+447700900123") is None
    contact_points.end(point=point, by=None, at=NOW)
    assert texting.whose_number("+447700900123") == Pointer("people.person", kim.ref)
