"""Asking a referee by a link that works once, and asking once more."""

import re
from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import references
from messaging.models import Message
from tests.conftest import NOW
from tests.matrix.fixtures_recruitment import applied

SAID = {"how_long": "Ten years", "recommend": "Yes"}


@pytest.fixture
def reference(yorkshire, rosa):
    return applied(yorkshire, rosa).mentor.references.order_by("pk").first()


def ask(reference, by, at=NOW):
    """Ask, and read the code in the newest message."""
    references.ask(reference=reference, by=by, at=at)
    return code_of(Message.objects.order_by("-pk").first())


def code_of(message):
    return re.search(r"/references/answer/([\w-]+)/", message.text).group(1)


def answer(code, at=NOW, **said):
    return references.answer(code=code, said=SAID | said, by=None, at=at)


def test_a_referee_answers_behind_their_link(reference, rosa):
    answer(ask(reference, rosa))

    reference.refresh_from_db()
    assert (reference.status, reference.said, reference.on_paper) == ("received", SAID, False)


def test_we_keep_a_fingerprint_and_not_the_code(reference, rosa):
    code = ask(reference, rosa)

    reference.refresh_from_db()
    assert code not in (reference.code_index, reference.answers)
    assert len(reference.code_index) == 32


def test_the_message_goes_to_the_referee_and_says_nothing_private(reference, rosa):
    ask(reference, rosa)

    message = Message.objects.get()
    assert message.to == "bel@example.org"
    said = re.sub(r"https?://\S+", "", f"{message.subject} {message.text}").lower()
    assert not any(word in said for word in ("kit", "prison", "care", "mentor"))


def test_a_referee_without_an_address_is_written_to_on_paper(reference, rosa):
    type(reference).objects.filter(pk=reference.pk).update(email="")
    reference.refresh_from_db()

    references.ask(reference=reference, by=rosa, at=NOW)
    assert reference.status == "asked"
    assert not Message.objects.exists()


def test_a_link_works_once(reference, rosa):
    code = ask(reference, rosa)
    answer(code)

    with pytest.raises(NotAllowed, match="has been used, or is too old"):
        answer(code, recommend="No")


@pytest.mark.parametrize("code", ["", "guessed"])
def test_a_guess_opens_nothing(reference, rosa, code):
    ask(reference, rosa)

    with pytest.raises(NotAllowed, match="has been used"):
        answer(code)


def test_a_link_works_for_four_weeks(reference, rosa):
    code = ask(reference, rosa)

    with pytest.raises(NotAllowed, match="too old"):
        answer(code, at=NOW + timedelta(days=28))
    assert answer(code, at=NOW + timedelta(days=27)).status == "received"


def test_a_newer_link_takes_the_place_of_the_older(reference, rosa):
    old, new = ask(reference, rosa), ask(reference, rosa, NOW + timedelta(days=1))

    with pytest.raises(NotAllowed):
        answer(old)
    assert answer(new).status == "received"


def test_once_it_is_keyed_in_the_link_is_closed(reference, rosa):
    code = ask(reference, rosa)
    references.key_in(reference=reference, said=SAID, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="has been used"):
        answer(code)


def test_a_quiet_referee_is_asked_once_more_and_only_once(reference, rosa):
    ask(reference, rosa)

    days = [references.chase_all(by=None, at=NOW + timedelta(days=day)) for day in (9, 10, 11, 30)]
    assert days == [0, 1, 0, 0]
    assert Message.objects.count() == 2
    assert Event.objects.filter(verb="mentoring.reference.chased").count() == 1
    assert answer(code_of(Message.objects.order_by("-pk").first()), at=NOW + timedelta(days=37)).status == "received"


def test_who_has_answered_is_left_in_peace(reference, rosa):
    answer(ask(reference, rosa))

    assert references.chase_all(by=None, at=NOW + timedelta(days=20)) == 0


def test_a_reference_that_was_accepted_can_be_taken_back_with_a_reason(reference, rosa):
    answer(ask(reference, rosa))
    reference.refresh_from_db()
    references.judge(reference=reference, accepted=True, words="", by=rosa, at=NOW)
    with pytest.raises(NotAllowed, match="Say why"):
        references.take_back(reference=reference, words=" ", by=rosa, at=NOW)

    references.take_back(reference=reference, words="They told us it was not so", by=rosa, at=NOW)

    assert (reference.status, reference.words) == ("not_accepted", "They told us it was not so")
    assert Event.objects.filter(verb="mentoring.reference.taken_back", actor_ref=rosa.ref).count() == 1
    with pytest.raises(NotAllowed, match="already moved on"):
        references.take_back(reference=reference, words="Once more", by=rosa, at=NOW)
