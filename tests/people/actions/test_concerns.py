"""Raising a concern, and what a safeguarding lead does with it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.deletion import ProtectedError

from accounts.roles import Role
from audit.models import Event
from common.transitions import NotAllowed
from messaging.models import Message
from people.actions import alerts, concern_notes, concerns
from people.models import Concern, ConcernNote
from people.rules.concerns import State
from tests.factories import people as make
from tests.factories.people import AT

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=5)


@pytest.fixture
def lead(make_user):
    return make_user("lena", Role.SAFEGUARDING_LEAD, name="Lena", email="lena@example.com")


@pytest.fixture
def manager(make_user):
    return make_user("moira", Role.PROGRAMME_MANAGER, name="Moira", email="moira@example.com")


def triaged(concern, lead):
    concerns.acknowledge(concern=concern, by=lead, at=AT)
    concerns.triage(concern=concern, setting="community", under_18="no", urgency="today", by=lead, at=AT)
    return concern


def test_a_concern_is_received_with_its_clock_and_its_route(sam):
    jo = make.person("Jo")
    concern = make.concern(sam, about=jo, setting="custody", urgency="now", under_18="no")

    assert concern.status == State.RAISED
    assert concern.acknowledge_by == AT + timedelta(hours=1)
    assert concern.routes == ["control_room", "our_lead", "safer_custody"]
    assert Concern.objects.get().worry == "He has stopped eating"


def test_the_age_on_the_record_comes_before_the_age_on_the_form(sam):
    jo = make.person("Jo", born_on=AT.date().replace(year=2010))

    assert "children" in make.concern(sam, about=jo, under_18="no").routes


def test_it_goes_from_seen_to_closed(sam, lead):
    concern = triaged(make.concern(sam), lead)
    concerns.refer(concern=concern, to="The adult team", number="AB 12", by=lead, at=AT)
    concern_notes.add(concern=concern, text="Rang them", by=lead, at=AT)
    concerns.manage(concern=concern, by=lead, at=AT)
    concerns.close(concern=concern, reason="safe", note="", by=lead, at=AT)

    kept = Concern.objects.get()
    assert (kept.status, kept.close_reason, kept.referral_number) == (State.CLOSED, "safe", "AB 12")
    assert [note.text for note in kept.notes.all()] == ["Rang them"]


@pytest.mark.parametrize(
    ("said", "words"),
    [({"worry": " \n "}, "what worries you"), ({"about_name": "  "}, "who you are worried about")],
)
def test_a_concern_that_says_nothing_is_refused(sam, said, words):
    with pytest.raises(NotAllowed, match=words):
        make.concern(sam, **said)


def test_no_step_is_skipped(sam, lead):
    concern = make.concern(sam)

    for step in (
        lambda: concerns.triage(concern=concern, setting="community", under_18="no", urgency="now", by=lead, at=AT),
        lambda: concerns.refer(concern=concern, to="The council", number="", by=lead, at=AT),
        lambda: concerns.manage(concern=concern, by=lead, at=AT),
        lambda: concerns.close(concern=concern, reason="safe", note="", by=lead, at=AT),
    ):
        with pytest.raises(NotAllowed, match="moved on"):
            step()


def test_it_is_not_passed_on_to_nobody_and_not_closed_without_a_reason(sam, lead):
    concern = triaged(make.concern(sam), lead)

    with pytest.raises(NotAllowed, match="who you passed it on to"):
        concerns.refer(concern=concern, to=" ", number="", by=lead, at=AT)
    with pytest.raises(NotAllowed, match="why it can be closed"):
        concerns.close(concern=concern, reason="", note="", by=lead, at=AT)


def test_a_note_that_says_nothing_is_refused(sam, lead):
    with pytest.raises(NotAllowed, match="what was done"):
        concern_notes.add(concern=make.concern(sam), text="  ", by=lead, at=AT)


@pytest.mark.parametrize("model", [Concern, ConcernNote])
def test_neither_the_house_nor_its_database_deletes_it(sam, lead, model):
    concern_notes.add(concern=make.concern(sam), text="Rang", by=lead, at=AT)
    table = model._meta.db_table

    with pytest.raises(ProtectedError):
        model.objects.all().delete()
    with pytest.raises(ProtectedError):
        model.objects.get().delete()
    with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    assert model.objects.count() == 1


def test_the_database_keeps_who_wrote_a_note_and_when(sam, lead):
    concern_notes.add(concern=make.concern(sam), text="Rang", by=lead, at=AT)

    with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
        ConcernNote.objects.update(written_at=LATER)


def test_the_same_form_sent_five_times_is_one_concern(sam, lead):
    refs = {make.concern(sam, key="one form").ref for _ in range(5)}

    assert len(refs) == 1
    assert Concern.objects.count() == Message.objects.count() == 1


def test_two_people_may_send_forms_of_the_same_key(sam, dee):
    assert make.concern(sam, key="k").ref != make.concern(dee, key="k").ref


def test_every_step_is_in_the_trail_and_says_nothing_of_what_was_written(sam, lead):
    jo = make.person("Jo")
    concern = triaged(make.concern(sam, about=jo, worry="canary"), lead)
    concern_notes.add(concern=concern, text="canary", by=lead, at=AT)
    concerns.refer(concern=concern, to="canary", number="canary", by=lead, at=AT)
    concerns.manage(concern=concern, by=lead, at=AT)
    concerns.close(concern=concern, reason="safe", note="canary", by=lead, at=AT)

    events = Event.objects.filter(verb__startswith="people.concern.", about_ref=jo.ref)
    assert [event.verb.rsplit(".", 1)[1] for event in events.order_by("pk")] == [
        "raised", "acknowledged", "triaged", "noted", "referred", "managed", "closed",
    ]  # fmt: skip
    assert "canary" not in str(list(events.values()))


def test_every_safeguarding_lead_is_told_at_once_in_words_that_say_nothing(sam, lead):
    make.concern(sam, about=make.person("Jo"), worry="canary", urgency="now")

    message = Message.objects.get()
    assert message.to == "lena@example.com"
    for private in ("canary", "Jo", "Sam", "/people/"):
        assert private not in message.text + message.subject


def test_where_there_is_no_safeguarding_lead_the_managers_are_told(sam, manager):
    make.concern(sam)

    assert Message.objects.get().to == "moira@example.com"


def test_everybody_who_can_act_is_told_again_when_the_clock_has_run_out(sam, lead, manager):
    concern = make.concern(sam)

    assert alerts.tell_again(by=None, at=AT + timedelta(hours=4)) == 0
    assert alerts.tell_again(by=None, at=LATER) == 1
    assert alerts.tell_again(by=None, at=LATER + timedelta(minutes=1)) == 0
    assert sorted(m.to for m in Message.objects.all()) == ["lena@example.com", "lena@example.com", "moira@example.com"]
    assert Event.objects.filter(verb="people.concern.alerted_again", subject_ref=concern.ref).count() == 1


def test_nobody_is_told_again_of_what_somebody_has_seen(sam, lead):
    concerns.acknowledge(concern=make.concern(sam), by=lead, at=AT)

    assert alerts.tell_again(by=None, at=LATER) == 0


def test_a_lead_is_never_told_of_a_concern_about_themselves(sam, lead, manager):
    make.concern(sam, about=_person_of(lead))

    assert [m.to for m in Message.objects.all()] == ["moira@example.com"]


def _person_of(user):
    person = make.person(user.display_name)
    type(person).objects.filter(pk=person.pk).update(login=user)
    person.refresh_from_db()
    return person
