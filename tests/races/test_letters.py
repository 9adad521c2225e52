"""Two people with one letter at the same moment: agreed to once, checked once, sent once, one fact of each kind."""

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from casefiles_support.actions import letters, posting, replies
from casefiles_support.models import AccessRequest, Fact, Letter, Reply
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import agreed, on_paper, sent, written
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def again(letter):
    return Letter.objects.select_related("request__holder", "journey__person").get(pk=letter.pk)


def went_well(outcomes):
    return [one for one in outcomes if not isinstance(one, Exception)]


def only_refused(outcomes):
    return [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, NotAllowed)] == []


def count(verb):
    return Event.objects.filter(verb=verb).count()


def test_one_form_sent_by_eight_clicks_makes_one_letter(access_request, papers, finn):
    now = timezone.now()
    outcomes = race(8, lambda n: written(AccessRequest.objects.get(pk=access_request.pk), finn, at=now, key="same"))

    assert set(outcomes) == {Letter.objects.get()}
    assert count("files.letter.written") == 1


def test_agreed_to_by_two_at_once_it_is_agreed_to_once(access_request, papers, finn, fay):
    now = timezone.now()
    letter = written(access_request, finn, at=now)
    outcomes = race(2, lambda n: agreed(again(letter), (finn, fay)[n], now))

    assert only_refused(outcomes)
    assert went_well(outcomes)
    assert count("files.letter.agreed") == 1
    assert AccessRequest.objects.get().status == "agreed"
    assert check().whole


def test_agreed_to_and_taken_back_at_once_one_of_them_holds(access_request, papers, finn):
    now = timezone.now()
    letter = written(access_request, finn, at=now)
    outcomes = race(
        2, lambda n: agreed(again(letter), finn, now) if n else letters.void(letter=again(letter), by=finn, at=now)
    )

    assert only_refused(outcomes)
    stands, request = again(letter).status, AccessRequest.objects.get().status
    assert (stands, request) == ("void", "drafting")


def test_printed_by_two_at_once_it_is_printed_and_printed_again(access_request, papers, finn, fay):
    now = timezone.now()
    letter = letters.check(letter=agreed(written(access_request, finn, at=now), finn, now), by=fay, at=now)
    outcomes = race(2, lambda n: posting.print_(letter=again(letter), by=finn, at=now))

    assert len(went_well(outcomes)) == 2
    assert (count("files.letter.printed"), count("files.letter.printed_again")) == (1, 1)


def test_sent_by_four_at_once_it_is_sent_once(access_request, papers, finn, fay):
    now = timezone.now()
    letter = on_paper(access_request, finn, fay, at=now)
    outcomes = race(4, lambda n: posting.send(letter=again(letter), handed_in_on=timezone.localdate(), by=finn, at=now))

    assert len(went_well(outcomes)) == 1
    assert only_refused(outcomes)
    assert Fact.objects.filter(kind="handed_in").count() == 1
    assert count("files.letter.sent") == 1


def test_two_answers_at_once_are_two_answers_and_one_state(access_request, papers, finn, fay):
    now = timezone.now()
    sent(access_request, finn, fay, at=now)
    said = ("received", "proof_asked")

    def tell(n):
        request = AccessRequest.objects.get(pk=access_request.pk)
        return replies.write_down(
            request=request, kind=said[n], way="letter", on=timezone.localdate(), key=f"k{n}", by=finn, at=now
        )

    outcomes = race(2, tell)

    assert len(went_well(outcomes)) == 2
    assert Reply.objects.count() == 2
    assert AccessRequest.objects.get().status == "waiting_for_proof"
    assert check().whole


def test_one_answer_sent_by_eight_clicks_is_one_answer(access_request, papers, finn, fay):
    now = timezone.now()
    sent(access_request, finn, fay, at=now)

    def tell(n):
        request = AccessRequest.objects.get(pk=access_request.pk)
        return replies.write_down(
            request=request, kind="received", way="letter", on=timezone.localdate(), key="same", by=finn, at=now
        )

    assert set(race(8, tell)) == {Reply.objects.get()}
    assert Fact.objects.filter(kind="received").count() == 1
