from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import match_blocks, matches
from mentoring.models import Match, MatchBlock, Mentor, Task
from tests.conftest import NOW
from tests.factories.mentoring import match_at

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def mentor(sam):
    return Mentor.objects.get(person__login=sam)


@pytest.fixture
def block(jo, mentor, nadia):
    """Jo and Sam, kept apart by the safeguarding lead."""
    return make(jo, mentor.person, nadia)


def make(person, other, by, *, key="k1", **more):
    more = {"kind": "gang", "reason": "The prison told us"} | more
    return match_blocks.make(person=person, other=other, key=key, by=by, at=NOW, **more)


def test_two_people_who_are_blocked_cannot_be_suggested(block, mentor, jo):
    with pytest.raises(NotAllowed, match="blocked"):
        match_at("suggested", mentor, jo)


def test_a_block_holds_both_ways(jo, mentor, nadia):
    make(mentor.person, jo, nadia)

    with pytest.raises(NotAllowed, match="blocked"):
        match_at("suggested", mentor, jo)


def test_a_block_that_is_only_proposed_holds_too(jo, mentor, rosa):
    assert make(jo, mentor.person, rosa).status == "proposed"

    with pytest.raises(NotAllowed, match="blocked"):
        match_at("suggested", mentor, jo)


@pytest.mark.parametrize("status", ["suggested", "mentor_agreed", "person_agreed", "approved"])
def test_what_has_not_begun_is_taken_back(status, mentor, jo, nadia):
    match = match_at(status, mentor, jo)
    make(jo, mentor.person, nadia)

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("ended", "Taken back")


def test_an_active_match_waits_and_its_words_give_nothing_away(match, jo, nadia):
    make(jo, match.mentor.person, nadia)

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("paused", "We are checking something")
    with pytest.raises(NotAllowed, match="blocked"):
        matches.resume(match=match, by=None, at=NOW)


def test_neither_may_say_yes_while_a_block_stands(mentor, jo, nadia):
    match = match_at("suggested", mentor, jo)
    block = make(jo, mentor.person, nadia)
    Match.objects.filter(pk=match.pk).update(status="suggested", ended_on=None)

    with pytest.raises(NotAllowed, match="just now") as refusal:
        matches.mentor_agrees(match=match, told="here", said_on=NOW.date(), by=None, at=NOW)
    assert "block" not in str(refusal.value)
    assert block.status == "standing"


def test_a_lead_finds_out_who_was_meant(jo, mentor, dee, nadia, match):
    block = make(jo, None, dee, other_name="the big fellow on C wing")
    match.refresh_from_db()
    assert match.status == "active"

    match_blocks.confirm(block=block, other=mentor.person, by=nadia, at=LATER)

    match.refresh_from_db()
    assert (block.status, block.confirmed_by, match.status) == ("standing", nadia, "paused")


def test_a_lead_is_asked_to_look_at_what_others_propose_until_they_did(jo, mentor, rosa, nadia):
    block = make(jo, mentor.person, rosa)
    assert Task.objects.open().get().kind == "match_block_to_look_at"

    match_blocks.confirm(block=block, other=mentor.person, by=nadia, at=LATER)

    assert not Task.objects.open().exists()


def test_a_block_between_two_who_walk_together_is_a_task(match, jo, nadia):
    make(jo, match.mentor.person, nadia)

    assert Task.objects.open().get().person == jo


def test_a_leads_own_block_between_strangers_asks_nobody(block):
    assert not Task.objects.exists()


def test_lifting_lets_them_be_matched_again(block, mentor, jo, nadia):
    match_blocks.lift(block=block, because="The prison says it is over", by=nadia, at=LATER)

    assert block.lifted_by == nadia
    assert match_at("suggested", mentor, jo).status == "suggested"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"reason": " "}, "Say why"), ({"other": None}, "Say who"), ({"other": "jo"}, "the other person")],
)
def test_make_refuses(wrong, words, jo, mentor, nadia):
    other = jo if wrong.get("other") == "jo" else wrong.pop("other", mentor.person)
    wrong.pop("other", None)

    with pytest.raises(NotAllowed, match=words):
        make(jo, other, nadia, **wrong)


def test_lifting_needs_a_reason_and_happens_once(block, nadia):
    with pytest.raises(NotAllowed, match="Say why"):
        match_blocks.lift(block=block, because="", by=nadia, at=LATER)
    match_blocks.lift(block=block, because="Over", by=nadia, at=LATER)
    with pytest.raises(NotAllowed, match="moved on"):
        match_blocks.lift(block=block, because="Over", by=nadia, at=LATER)


def test_only_a_safeguarding_lead_sees_it(block, rosa, marion, sam, nadia, max_):
    assert list(MatchBlock.objects.visible_to(nadia)) == [block]
    for user in (rosa, marion, sam, max_):
        assert not MatchBlock.objects.visible_to(user).exists()


def test_the_same_form_sent_twice_makes_one(jo, mentor, nadia):
    assert make(jo, mentor.person, nadia) == make(jo, mentor.person, nadia)


def test_the_trail_says_that_and_not_why_nor_with_whom(block, jo, mentor):
    event = Event.objects.get(verb="mentoring.match_block.made")

    assert event.about_ref == jo.ref
    assert "prison" not in str(event.detail)
    assert mentor.person.ref not in str(event.detail)
