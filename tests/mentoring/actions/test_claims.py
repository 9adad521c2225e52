from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection

from accounts.actions import users
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import claims
from mentoring.actions.claims import Line, Picture
from mentoring.models import Claim, ClaimLine, Mentor, Receipt, Task
from messaging.models import Message
from people.actions import locations
from tests.conftest import NOW, post_to

CANARY = "Bus to Eirlys at Wakefield"


def fare(**changes) -> Line:
    return Line(**({"kind": "travel", "spent_on": NOW.date(), "words": CANARY, "amount": Decimal("4.80")} | changes))


@pytest.fixture(autouse=True)
def somewhere_else(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def mentor(sam) -> Mentor:
    sam.email = "sam@example.org"
    sam.save()
    return Mentor.objects.get(person__login=sam)


@pytest.fixture
def draft(mentor, sam) -> Claim:
    return claims.begin(mentor=mentor, line=fare(), key="k1", by=sam, at=NOW)


@pytest.fixture
def sent(draft, sam) -> Claim:
    return claims.submit(claim=draft, by=sam, at=NOW)


def into_custody(mentor, leeds):
    locations.record(person=mentor.person, kind="custody", legal_state="remand", establishment=leeds, by=None, at=NOW)


def test_a_claim_is_begun_added_to_sent_and_approved(draft, sam, rosa, yorkshire):
    claims.add_line(claim=draft, line=fare(kind="food", amount=Decimal("3.25")), key="k2", by=sam, at=NOW)
    claims.submit(claim=draft, by=sam, at=NOW)
    assert (draft.status, draft.total, draft.team) == ("submitted", Decimal("8.05"), yorkshire)

    claims.approve(claim=draft, by=rosa, at=NOW)

    assert (draft.status, draft.decided_by) == ("approved", rosa)


def test_miles_are_paid_at_the_rate_of_the_day_which_is_kept(mentor, sam, settings):
    settings.MENTOR_MILEAGE_RATE = Decimal("0.45")
    line = fare(kind="mileage", miles=Decimal("12.3"), amount=Decimal("999.00"))

    claim = claims.begin(mentor=mentor, line=line, key="k", by=sam, at=NOW)

    kept = claim.lines.get()
    assert (kept.amount, kept.miles, kept.rate) == (Decimal("5.54"), Decimal("12.3"), Decimal("0.45"))


def test_what_it_was_for_is_sealed(draft):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM mentoring_claimline")
        assert "Eirlys" not in cursor.fetchone()[0]


def test_a_claim_sent_back_can_be_put_right_and_sent_again(sent, sam, rosa):
    claims.send_back(claim=sent, because="Which day?", by=rosa, at=NOW)
    assert (sent.status, sent.sent_back_because) == ("sent_back", "Which day?")

    claims.remove_line(claim=sent, line=sent.lines.get(), by=sam, at=NOW)
    claims.add_line(claim=sent, line=fare(amount=Decimal("5.00")), key="k2", by=sam, at=NOW)
    claims.submit(claim=sent, by=sam, at=NOW + timedelta(hours=1))

    assert (sent.status, sent.total) == ("submitted", Decimal("5.00"))


def test_send_back_says_why(sent, rosa):
    with pytest.raises(NotAllowed, match="what needs to be put right"):
        claims.send_back(claim=sent, because=" \n", by=rosa, at=NOW)


def test_what_was_sent_stands(sent, sam):
    with pytest.raises(NotAllowed, match="has been sent"):
        claims.add_line(claim=sent, line=fare(), key="k9", by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="has been sent"):
        claims.remove_line(claim=sent, line=sent.lines.get(), by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="has been sent"):
        claims.submit(claim=sent, by=sam, at=NOW)


def test_an_empty_claim_is_not_sent(draft, sam):
    claims.remove_line(claim=draft, line=draft.lines.get(), by=sam, at=NOW)

    with pytest.raises(NotAllowed, match="Add what you paid for first"):
        claims.submit(claim=draft, by=sam, at=NOW)


def test_a_line_that_will_not_do_begins_nothing(mentor, sam):
    with pytest.raises(NotAllowed, match="Enter how much"):
        claims.begin(mentor=mentor, line=fare(amount=Decimal(0)), key="k", by=sam, at=NOW)

    assert not Claim.objects.exists()


@pytest.mark.parametrize("act", ["approve", "send_back"])
def test_nobody_decides_about_their_own_whatever_roles_they_hold(sent, sam, yorkshire, act):
    users.grant_role(user=sam, role="programme_manager", by=None, at=NOW)
    more = {"because": "Because"} if act == "send_back" else {}

    with pytest.raises(NotAllowed, match="Nobody decides about their own claim"):
        getattr(claims, act)(claim=sent, by=sam, at=NOW, **more)


def test_a_mentor_in_custody_claims_from_the_prison(mentor, sam, leeds):
    into_custody(mentor, leeds)

    with pytest.raises(NotAllowed, match="the prison looks after"):
        claims.begin(mentor=mentor, line=fare(), key="k", by=sam, at=NOW)


def test_a_mentor_who_came_into_custody_since_is_not_sent_on_nor_approved(draft, sent, rosa, leeds, sam):
    other = claims.begin(mentor=draft.mentor, line=fare(), key="k5", by=sam, at=NOW)
    into_custody(draft.mentor, leeds)

    with pytest.raises(NotAllowed, match="the prison looks after"):
        claims.submit(claim=other, by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="the prison looks after"):
        claims.approve(claim=sent, by=rosa, at=NOW)


def test_who_may_see_a_claim(sent, sam, rosa, marion, gwen, nadia, dee, max_, alex):
    for reader in (sam, rosa, marion):
        assert list(Claim.objects.visible_to(reader)) == [sent]
    for stranger in (gwen, nadia, dee, max_, alex):
        assert not Claim.objects.visible_to(stranger).exists()


def test_nobody_sees_anothers_draft(draft, sam, rosa, marion):
    assert list(Claim.objects.visible_to(sam)) == [draft]
    assert not Claim.objects.visible_to(rosa).exists()
    assert not Claim.objects.visible_to(marion).exists()


def test_a_coordinator_who_mentors_too_is_not_asked_about_their_own(sent, sam, yorkshire):
    users.grant_role(user=sam, role="coordinator", by=None, at=NOW)
    post_to(sam, yorkshire)
    sam = type(sam).objects.get(pk=sam.pk)

    assert not Claim.objects.to_decide(sam).exists()


def test_the_same_form_sent_five_times_is_one_claim_with_one_line(mentor, sam):
    made = {claims.begin(mentor=mentor, line=fare(), key="k", by=sam, at=NOW).pk for _ in range(5)}

    assert len(made) == 1
    assert ClaimLine.objects.count() == 1


def test_a_key_that_somebody_else_used_is_refused(draft, alex, yorkshire):
    from tests.conftest import mentor_for

    with pytest.raises(NotAllowed, match="sent already"):
        claims.begin(mentor=mentor_for(alex, yorkshire), line=fare(), key="k1", by=alex, at=NOW)


def test_a_receipt_is_kept_sealed_and_goes_with_its_line(draft, sam):
    picture = Picture(content=b"\xff\xd8\xff a picture", kind="jpg")
    claims.add_line(claim=draft, line=fare(picture=picture), key="k2", by=sam, at=NOW)
    receipt = Receipt.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM mentoring_receipt")
        assert cursor.fetchone()[0].startswith("1:")

    claims.remove_line(claim=draft, line=receipt.line, by=sam, at=NOW)

    assert not Receipt.objects.exists()


def test_an_answer_is_asked_for_and_settled(sent, rosa, mentor):
    task = Task.objects.get()
    assert (task.kind, task.mentor, task.status) == ("claim_to_decide", mentor, "open")

    claims.approve(claim=sent, by=rosa, at=NOW)

    task.refresh_from_db()
    assert task.status == "settled"


def test_each_step_leaves_a_sentence_about_the_mentor(sent, rosa, mentor):
    claims.approve(claim=sent, by=rosa, at=NOW)

    verbs = list(Event.objects.filter(about_ref=mentor.person.ref, verb__startswith="mentoring.claim").order_by("pk")
                 .values_list("verb", flat=True))  # fmt: skip
    assert verbs == ["mentoring.claim.begun", "mentoring.claim.sent", "mentoring.claim.approved"]


def test_the_mentor_is_told_that_there_is_something_to_read(sent, rosa):
    claims.send_back(claim=sent, because="Which day?", by=rosa, at=NOW)

    message = Message.objects.get(template__contains="something_of_yours")
    assert message.to == "sam@example.org"
    assert "claim" not in message.text and "Which day" not in message.text
