"""One text that came in and one that is held; and many of both, for lists."""

from datetime import timedelta

import pytest

from messaging.actions import holds, texts
from messaging.models import InboundText, Text
from messaging.models.numbers import index_of
from messaging.pointers import Pointer
from people.texting import PERSON, PHRASE

NUMBER = "+447700900123"


def came_in(person, now, key, **changes):
    """What somebody wrote; without a person, a number that nobody knows."""
    whose = {"recipient_type": PERSON, "recipient_ref": person.ref, "text_ref": "answered0001"} if person else {}
    said = {"body": "Who is this", "meaning": "who", "received_at": now, **whose, **changes}
    return InboundText.objects.create(sid=f"SM{key}", number=NUMBER, number_index=index_of(NUMBER), **said)


def promised(person, now, key, number=NUMBER):
    return texts.promise_text(
        kind="mentoring.meeting.ahead", subject=Pointer("tests.meeting", key), recipient=person, number=number,
        slot="once", template=PHRASE, values={"name": person.preferred_name, "code": "123456"}, send_after=now,
        send_before=now + timedelta(days=2), by=None, at=now,
    )  # fmt: skip


def held(person, now, key, reason="shared-number", why="Two people have this number."):
    text = promised(person, now, key)
    holds.hold(text=text, reason=reason, why=why, by=None, at=now)
    return text


def not_gone(person, now, key, status="refused", reason="custody", why="They are in custody."):
    text = promised(person, now, key)
    Text.objects.filter(pk=text.pk).update(status=status, reason=reason, why=why, over_at=now)
    text.refresh_from_db()
    return text


@pytest.fixture
def inbound_text(jo, now):
    return came_in(jo, now, "jo")


@pytest.fixture
def held_text(jo, now):
    return held(jo, now, "held")


def crowd_of_texts(walk, n, now):
    """One more of each thing that a list of texts may show."""
    came_in(walk.person, now, f"waits{n}")
    came_in(walk.person, now, f"done{n}", meaning="yes")
    held(walk.person, now, f"h{n}")
    not_gone(walk.person, now, f"n{n}")
