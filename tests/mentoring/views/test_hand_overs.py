"""From a public form to a record of the programme, each by the person who has taken it."""

import pytest
from django.urls import reverse

from common.transitions import NotAllowed
from mentoring.actions import hand_overs as programme
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import MentorApplication, Referral, Task
from pages.models import HandOver
from tests.conftest import NOW
from tests.pages.getting_in_touch import form, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(client, rosa):
    """`taken("ask")`: sent by anybody, taken by Rosa, who is signed in from then on."""

    def taken(kind, **said):
        client.post(page(kind), form(kind, **said))
        client.force_login(rosa)
        sent = HandOver.objects.get()
        client.post(reverse("pages:inbox-take", args=[sent.ref]))
        return sent

    return taken


def drawn(answer):
    """What the page that was opened would send, as a browser would."""
    data = {}
    for bound in answer.context["form"]:
        value = bound.value()
        if hasattr(bound.field.widget, "widgets") and value is not None:
            parts = value if isinstance(value, list) else bound.field.widget.decompress(value)
            data |= {f"{bound.html_name}_{n}": part for n, part in enumerate(parts)}
        elif value not in (None, ""):
            data[bound.html_name] = value
    return data


def test_somebody_who_asks_for_a_mentor_is_put_forward(client, taken):
    sent = taken("ask")
    url = reverse("mentoring:hand_overs-refer", args=[sent.ref])
    client.post(url, drawn(client.get(url)))

    made = Referral.objects.get()
    assert (made.status, made.source, made.way, made.preferred_name) == ("submitted", "self", "public", "Wren")
    assert (made.where, made.place_note, made.prison_number, made.asked_for) == (
        "inside", "HMP Leeds", "A1234BC", "To talk",
    )  # fmt: skip
    sent.refresh_from_db()
    assert (sent.status, sent.became) == ("handed_over", reverse("mentoring:triage-detail", args=[made.ref]))
    assert Task.objects.get().kind == "referral_to_take"


def test_somebody_who_said_yes_to_another_is_put_forward(client, taken):
    sent = taken("refer")
    url = reverse("mentoring:hand_overs-refer", args=[sent.ref])
    client.post(url, drawn(client.get(url)) | {"care": "unsure", "where": "unknown"})

    made = Referral.objects.get()
    assert (made.source, made.agreed_how, f"{made.agreed_on}", made.agreed_with) == (
        "family", "spoken", "2026-11-14", "Ann",
    )  # fmt: skip
    assert (made.preferred_name, made.referrer_name, made.referrer_contact) == ("Wren", "Ann", "ann@example.org")


@pytest.mark.parametrize("way", [{}, {"reach": "letter", "address": "1 High Street"}])
def test_somebody_who_would_mentor_stands_in_the_list(client, taken, yorkshire, way):
    sent = taken("mentor", **way)
    url = reverse("mentoring:hand_overs-interest", args=[sent.ref])
    client.post(url, drawn(client.get(url)) | {"team": yorkshire.ref})

    told = MentorApplication.objects.get()
    assert (told.name, told.source, told.team, told.status) == ("Kit", "web", yorkshire, "interested")
    assert told.phone == ("" if way else "07700 900123")
    assert ("1 High Street" in told.message) == bool(way)


def test_what_is_missing_is_said_and_nothing_is_made(client, taken):
    sent = taken("refer")
    url = reverse("mentoring:hand_overs-refer", args=[sent.ref])

    assert client.post(url, drawn(client.get(url))).status_code == 422
    assert not Referral.objects.exists()
    sent.refresh_from_db()
    assert sent.status == "taken"


def test_nobody_makes_a_record_of_what_another_has_taken(client, taken, gwen, marion):
    sent = taken("ask")
    for user in (gwen, marion):
        client.force_login(user)
        assert client.get(reverse("mentoring:hand_overs-refer", args=[sent.ref])).status_code == 404
    assert client.get(reverse("mentoring:hand_overs-interest", args=[sent.ref])).status_code == 404


def test_twice_it_is_one_record(client, taken, rosa):
    sent = taken("ask")
    url = reverse("mentoring:hand_overs-refer", args=[sent.ref])
    said = drawn(client.get(url))
    client.post(url, said)
    again = client.post(url, said)

    sent.refresh_from_db()
    assert again["Location"] == sent.became
    details = Details(preferred_name="Wren", source="self", care="yes", where="inside")
    with pytest.raises(NotAllowed):
        programme.refer(hand_over=sent, details=details, agreed=Agreed(how="own", on=NOW.date()), by=rosa, at=NOW)
    assert Referral.objects.count() == 1
