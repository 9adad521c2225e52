"""Printed, handed in, posted, received: nothing leaves that was not agreed to and checked."""

from datetime import timedelta

import pytest

from audit.models import Entry
from casefiles_support.actions import duties, letters, posting, replies
from casefiles_support.models import AccessRequest, Duty, Fact, Letter
from common.transitions import NotAllowed, Stale
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import TODAY, agreed, on_paper, sent, written
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=5)


def refusal(act, at=NOW, **told):
    with pytest.raises(NotAllowed) as refused:
        act(**told, at=at)
    return " ".join(refused.value.reasons)


def state(request):
    return AccessRequest.objects.get(pk=request.pk).status


def kinds(request):
    return [one.kind for one in request.facts.order_by("pk")]


def came(request, kind, by, on=TODAY, at=LATER, reason=""):
    return replies.write_down(request=request, kind=kind, way="letter", on=on, key=kind, by=by, at=at, reason=reason)


def test_it_is_handed_in_and_posted_and_the_request_is_sent(access_request, papers, finn, fay):
    letter = sent(access_request, finn, fay)

    assert letter.status == "sent"
    assert state(access_request) == "sent"
    assert kinds(access_request) == ["handed_in"]
    assert Duty.objects.open().get().kind == "confirm_receipt"
    assert access_request.proofs.get().sent_on == TODAY


def test_what_is_enclosed_goes_with_the_request(access_request, papers, finn, fay):
    enclosed = on_paper(access_request, finn, fay, "authority", authority_until=TODAY + timedelta(days=100))

    assert "goes with the request" in refusal(posting.send, letter=enclosed, handed_in_on=TODAY, by=finn)
    sent(access_request, finn, fay)
    enclosed.refresh_from_db()
    assert (enclosed.status, enclosed.handed_in_on) == ("sent", TODAY)


@pytest.mark.parametrize("step", ["draft", "agreed"])
def test_nothing_is_printed_before_it_was_agreed_to_and_checked(letter, finn, step):
    if step == "agreed":
        agreed(letter, finn)

    assert refusal(posting.print_, letter=letter, by=finn)


def test_a_permission_taken_back_after_the_check_keeps_it_here(letter, papers, finn, fay):
    letters.check(letter=agreed(letter, finn), by=fay, at=NOW)
    papers.withdrawn_at = NOW
    papers.save()

    assert "taken back" in refusal(posting.print_, letter=letter, by=finn)


def test_a_permission_taken_back_after_printing_keeps_it_here(access_request, papers, finn, fay):
    letter = on_paper(access_request, finn, fay)
    papers.withdrawn_at = NOW
    papers.save()

    assert "taken back" in refusal(posting.send, letter=letter, handed_in_on=TODAY, by=finn)
    assert state(access_request) == "ready"


def test_other_words_than_those_they_agreed_to_never_leave(access_request, papers, finn, fay):
    letter = on_paper(access_request, finn, fay)
    letter.text = letter.text.replace("1994", "1984")
    letter.save()

    assert "not the words" in refusal(posting.send, letter=letter, handed_in_on=TODAY, by=finn)


def test_an_address_that_is_no_longer_fresh_keeps_it_here(access_request, papers, council, finn, fay):
    letter = on_paper(access_request, finn, fay)
    council.verified_on = None
    council.verified_by = None
    council.save()

    assert "12 months" in refusal(posting.send, letter=letter, handed_in_on=TODAY, by=finn)


def test_printing_once_more_is_said_as_such(access_request, papers, finn, fay):
    letter = on_paper(access_request, finn, fay)
    posting.print_(letter=letter, by=finn, at=NOW)

    verbs = Entry.objects.filter(subject_ref=letter.ref, verb__contains="printed").order_by("pk")
    assert [one.verb for one in verbs] == ["files.letter.printed", "files.letter.printed_again"]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({}, "handed in, or"),
        ({"posted_on": TODAY + timedelta(days=1)}, "in the future"),
        ({"posted_on": TODAY - timedelta(days=1)}, "before the letter was printed"),
        (
            {"handed_in_on": TODAY + timedelta(days=2), "posted_on": TODAY + timedelta(days=1)},
            "before it was handed in",
        ),
    ],
)
def test_days_that_cannot_be_are_refused(access_request, papers, finn, fay, days, sentence):
    letter = on_paper(access_request, finn, fay)

    assert sentence in refusal(posting.send, letter=letter, by=finn, **days)


def test_handed_in_posted_and_received_are_three_days(sent_letter, access_request, finn):
    posting.post(letter=sent_letter, posted_on=TODAY + timedelta(days=2), seen=sent_letter.version, by=finn, at=LATER)
    posting.receive(
        letter=sent_letter, on=TODAY + timedelta(days=4), basis="delivery_proof", seen=sent_letter.version, by=finn,
        at=LATER,
    )  # fmt: skip

    assert (sent_letter.handed_in_on, sent_letter.posted_on, sent_letter.received_on) == tuple(
        TODAY + timedelta(days=n) for n in (0, 2, 4)
    )
    assert kinds(access_request) == ["handed_in", "posted", "received"]
    assert state(access_request) == "running"
    assert not Duty.objects.open().exists()


def test_a_day_that_is_assumed_leaves_the_question_open(sent_letter, access_request, finn):
    posting.receive(letter=sent_letter, on=TODAY, basis="assumed", seen=sent_letter.version, by=finn, at=LATER)

    assert state(access_request) == "running"
    assert Duty.objects.open().get().kind == "confirm_receipt"


def test_a_day_is_written_once(sent_letter, finn):
    posting.post(letter=sent_letter, posted_on=TODAY, seen=sent_letter.version, by=finn, at=LATER)
    told = {"letter": sent_letter, "on": TODAY, "basis": "phone", "by": finn, "at": LATER}
    posting.receive(**told, seen=sent_letter.version)

    assert "once" in refusal(posting.post, letter=sent_letter, posted_on=TODAY, seen=sent_letter.version, by=finn)
    assert "already" in refusal(posting.receive, **{**told, "seen": sent_letter.version})


def test_whoever_saw_an_older_page_is_told(sent_letter, finn):
    with pytest.raises(Stale):
        posting.post(letter=sent_letter, posted_on=TODAY, seen=99, by=finn, at=LATER)


@pytest.mark.parametrize("on", [TODAY - timedelta(days=1), TODAY + timedelta(days=9)])
def test_it_comes_between_being_sent_and_today(sent_letter, finn, on):
    told = {"letter": sent_letter, "on": on, "basis": "phone", "seen": sent_letter.version, "by": finn}

    assert "between" in refusal(posting.receive, at=LATER, **told)


def test_what_is_not_sent_cannot_have_come(letter, finn):
    assert "Only a letter that was sent" in refusal(
        posting.receive, letter=letter, on=TODAY, basis="phone", seen=1, by=finn
    )
    assert "Only a letter that was handed in" in refusal(posting.post, letter=letter, posted_on=TODAY, seen=1, by=finn)


def test_an_answer_that_came_lets_the_time_go_on(sent_letter, access_request, finn, fay):
    came(access_request, "received", finn)
    came(access_request, "question", finn)
    access_request.refresh_from_db()
    assert Duty.objects.open().get().kind == "answer_the_question"

    answer = sent(access_request, finn, fay, "clarification", at=LATER)
    assert not Duty.objects.open().exists()
    assert state(access_request) == "paused"
    posting.receive(letter=answer, on=LATER.date(), basis="delivery_proof", seen=answer.version, by=finn, at=LATER)

    assert state(access_request) == "running"
    assert kinds(access_request)[-1] == Fact.Kind.CLARIFICATION_ANSWERED


@pytest.mark.parametrize(
    ("code", "kind", "typed"),
    [
        ("receipt", "confirm_receipt", {}),
        ("authority_ended", "tell_holder_withdrawn", {"authority_on": TODAY}),
    ],
)
def test_sending_a_letter_does_what_was_owed(sent_letter, access_request, finn, fay, code, kind, typed):
    Duty.objects.all().delete()
    duties.raise_duty(
        key="k1", kind=kind, journey=access_request.journey, due_on=TODAY, about_ref=access_request.ref, by=None, at=NOW
    )
    other = duties.raise_duty(
        key="k2", kind=kind, journey=access_request.journey, due_on=TODAY, about_ref="another", by=None, at=NOW
    )
    access_request.refresh_from_db()
    sent(access_request, finn, fay, code, **typed)

    assert list(Duty.objects.open()) == [other]
    assert Duty.objects.get(key="k1").done_by == finn


def test_proof_that_came_starts_the_month_anew(sent_letter, access_request, finn, fay):
    came(access_request, "received", finn)
    came(access_request, "proof_asked", finn)
    access_request.refresh_from_db()
    proof = sent(access_request, finn, fay, "identity", at=LATER)
    posting.receive(letter=proof, on=LATER.date(), basis="delivery_proof", seen=proof.version, by=finn, at=LATER)

    assert state(access_request) == "running"
    assert kinds(access_request)[-1] == Fact.Kind.ID_RECEIVED


def test_a_letter_that_names_a_supporter_stays_once_the_permission_is_taken_back(
    sent_letter, access_request, papers, finn, fay
):
    letter = agreed(written(access_request, finn, "new_address", moved_on=TODAY), finn)
    letters.check(letter=letter, by=fay, at=NOW)
    papers.withdrawn_at = NOW
    papers.save()

    assert "may no longer talk" in refusal(posting.print_, letter=letter, by=finn)


def test_a_letter_that_ends_the_permission_leaves_without_one(sent_letter, access_request, papers, finn, fay):
    papers.withdrawn_at = NOW
    papers.save()
    letter = on_paper(access_request, finn, fay, "authority_ended", authority_on=TODAY)

    assert Letter.objects.get(pk=letter.pk).status == "printed"
    assert "permission for Finn has ended" in letter.text or "permission to Finn" in letter.text
