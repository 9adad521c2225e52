from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from audit.models import Entry, Event
from common.transitions import NotAllowed
from people.actions import identifications
from people.models import IdentificationEvent
from people.rules.identifications import status_of
from tests.conftest import NOW
from tests.factories import people as make

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def ask(jo, rosa):
    def act(answer="no", key="k1", by=rosa, person=jo, **said):
        said.setdefault("next_ask_on", None if answer == "yes" else TODAY + timedelta(days=30))
        said.setdefault("asked_on", TODAY)
        return identifications.record(
            person=person, stage="reception", asked_by_role="peer", wording="peer_1", answer=answer, key=key,
            by=by, at=NOW, **said,
        )  # fmt: skip

    return act


def test_record_keeps_who_asked_when_and_how(ask):
    event = ask("yes", share_scope=["prison"], disclosed_detail="Two homes in Leeds")

    event.refresh_from_db()
    assert (event.stage, event.asked_by_role, event.wording) == ("reception", "peer", "peer_1")
    assert (event.disclosed_detail, event.share_in_words) == ("Two homes in Leeds", "The prison")
    assert "I was in care myself" in event.get_wording_display()


def test_each_asking_is_one_more(ask, jo):
    ask("no", key="k1", asked_on=TODAY - timedelta(days=50))
    ask("yes", key="k2")

    history = [event.as_asked() for event in IdentificationEvent.objects.filter(person=jo).order_by("asked_on", "pk")]
    assert status_of(history) == "disclosed_private"


def test_what_was_told_and_what_holds_them_back_are_sealed(ask):
    ask("yes", disclosed_detail="Two homes", reluctance_note="Afraid for her children")

    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosed_detail, reluctance_note FROM people_identificationevent")
        assert not {"homes", "children"} & set(" ".join(cursor.fetchone()).split())


def test_detail_belongs_to_a_yes(ask):
    assert ask("no", disclosed_detail="Something").disclosed_detail == ""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"next_ask_on": None}, "Say when to ask again"),
        ({"next_ask_on": TODAY}, "must be after"),
        ({"asked_on": TODAY + timedelta(days=1)}, "future"),
        ({"share_scope": ["prison"]}, "have not told us"),
    ],
)
def test_record_refuses(ask, said, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        ask("no", **said)


def test_record_refuses_a_form_of_somebody_else(ask, gwen):
    ask()

    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        ask(by=gwen)


def test_record_sent_twice_is_one_asking(ask):
    assert ask().pk == ask().pk
    assert Event.objects.filter(verb="people.identification.recorded").count() == 1


def test_an_asking_is_never_changed_and_never_deleted(ask):
    event = ask()

    for act in (
        lambda: IdentificationEvent.objects.filter(pk=event.pk).update(answer="yes"),
        lambda: IdentificationEvent.objects.filter(pk=event.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    event.refresh_from_db()
    assert event.answer == "no"


def test_due_are_those_whose_last_asking_says_so(ask, jo):
    ask("no", key="k1", asked_on=TODAY - timedelta(days=50), next_ask_on=TODAY - timedelta(days=10))
    assert [event.person for event in IdentificationEvent.objects.due(TODAY)] == [jo]

    ask("unsure", key="k2", next_ask_on=TODAY + timedelta(days=5))
    assert not IdentificationEvent.objects.due(TODAY).exists()
    assert IdentificationEvent.objects.due(TODAY + timedelta(days=5)).count() == 1


def test_askings_are_read_by_case_staff_and_nobody_reads_their_own(ask, jo, rosa, gwen, marion, nadia, sam, dee, max_):
    event = ask()

    for reader in (rosa, marion, nadia):
        assert list(IdentificationEvent.objects.visible_to(reader)) == [event]
    for stranger in (gwen, sam, dee, max_):
        assert not IdentificationEvent.objects.visible_to(stranger).exists()
    jo.login = marion
    jo.save()
    assert not IdentificationEvent.objects.visible_to(marion).exists()


def test_the_trail_says_that_they_were_asked_and_not_what_they_said(ask, jo):
    ask("yes", disclosed_detail="Two homes")

    event = Event.objects.get(verb="people.identification.recorded")
    assert (event.about_ref, event.detail) == (jo.ref, {"stage": "reception"})
    assert not Entry.objects.filter(detail__icontains="homes").exists()


def test_nobody_is_told_anything(ask, dee, leeds, jo):
    """A yes that may be told to the prison gives the prison nothing by itself: sharing has its own consent."""
    ask("yes", share_scope=["prison"])

    make.posted(dee, establishment=leeds)
    assert not jo.__class__.objects.visible_to(dee).exists()
