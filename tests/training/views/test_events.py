from datetime import timedelta

import pytest
from django.urls import reverse

from common.dates import LONDON
from training.actions import events
from training.models import Completion, Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client, hana):
    client.force_login(hana)
    return client


@pytest.fixture
def event(leeds, hana, version, officers, now):
    made = events.plan(
        establishment=leeds, title="A morning together", room="", starts_at=now - timedelta(days=1), minutes=90,
        covers=version, key="k1", by=hana, at=now,
    )  # fmt: skip
    for one in officers[:2]:
        events.expect(event=made, learner=one, by=hana, at=now)
    return made


def at(name, event, *more):
    return reverse(f"training:events-{name}", args=[event.ref, *more])


def test_an_event_is_planned_once_and_at_the_hour_in_london(lead, leeds):
    form = {
        "establishment": leeds.ref, "title": "Words", "day_0": 4, "day_1": 7, "day_2": 2027, "time": "2.30pm",
        "minutes": "90", "room": "Chapel", "covers": "", "key": "abc123",
    }  # fmt: skip
    for _ in range(2):
        assert lead.post(reverse("training:events-plan"), form).status_code == 302

    assert Event.objects.get().starts_at.astimezone(LONDON).hour == 14


def test_a_register_typed_in_gives_a_completion(lead, event, officers):
    answer = lead.post(at("register", event), {officers[0].ref: "came", officers[1].ref: "part"})

    assert answer.status_code == 302
    assert Completion.objects.get().learner == officers[0]


def test_whoever_is_left_out_is_asked_about_by_name(lead, event, officers):
    answer = lead.post(at("register", event), {officers[0].ref: "came"})

    assert (answer.status_code, b"Say whether Officer 1 was there" in answer.content) == (422, True)
    assert b"checked" in answer.content


def test_somebody_is_put_on_and_taken_off(lead, event, officers):
    lead.post(at("expect", event), {"learner": "Officer 3"})
    lead.post(at("forget", event, officers[0].ref))

    names = set(event.attendance.values_list("learner__name", flat=True))
    assert names == {"Officer 1", "Officer 3"}


def test_of_two_who_move_it_the_second_sees_both_versions(lead, event):
    form = {"day_0": 4, "day_1": 7, "day_2": 2027, "time": "10am", "room": "Chapel", "because": "Painting"}
    assert lead.post(at("move", event), form | {"version": 1}).status_code == 302
    answer = lead.post(at("move", event), form | {"version": 1, "room": "Gym"})

    assert answer.status_code == 409
    assert b"Chapel" in answer.content
    assert b"Gym" in answer.content


def test_its_register_is_a_tagged_document(lead, event):
    made = b"".join(lead.get(at("paper", event)).streaming_content)

    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made


def test_called_off_needs_a_reason(lead, event):
    assert lead.post(at("call-off", event), {"because": ""}).status_code == 422
    lead.post(at("call-off", event), {"because": "A lockdown"})

    assert b"A lockdown" in lead.get(at("page", event)).content
