from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import authorities, stops
from casefiles_support.models import Authority, Duty, Proof
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_requests import TODAY, holder_called, request_to
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign(a_request, finn):
    def act(request=a_request, signed_on=TODAY, sighted_on=TODAY, may_receive=False, **more):
        told = {"signed_on": signed_on, "sighted_on": sighted_on, "may_receive": may_receive}
        return authorities.sign(request=request, by=finn, at=NOW, **(told | more))

    return act


def test_it_is_good_for_six_months_and_for_this_holder_only(sign, a_request, journey, finn):
    signed = sign()
    other = request_to(journey, holder_called("Bradford Council"), by=finn)

    assert (signed.valid_until.isoformat(), signed.sighted_by) == ("2027-05-22", finn)
    assert (a_request.authorities.count(), other.authorities.count()) == (1, 0)


def test_they_may_choose_another_day(sign):
    assert sign(valid_until=TODAY + timedelta(days=30)).valid_until == TODAY + timedelta(days=30)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"signed_on": TODAY + timedelta(days=1), "sighted_on": TODAY + timedelta(days=1)}, "in the future"),
        ({"sighted_on": TODAY - timedelta(days=1)}, "before it was signed"),
        ({"signed_on": TODAY - timedelta(days=300)}, "It has ended already"),
        ({"valid_until": TODAY + timedelta(days=900)}, "Two years is the longest"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(sign, told, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        sign(**told)


def test_nothing_is_signed_for_what_is_over(sign, a_request, finn):
    stops.withdraw(request=a_request, by=finn, at=NOW)

    with pytest.raises(NotAllowed, match="This is over"):
        sign()


def test_taken_back_it_ends_at_once_and_the_holder_is_told(an_authority, finn):
    authorities.take_back(authority=an_authority, by=finn, at=NOW)
    assert not Authority.objects.valid(TODAY).exists()

    duty = Duty.objects.get(kind="tell_holder_withdrawn")
    assert duty.due_on == TODAY + timedelta(days=1)
    authorities.tell_holder(authority=an_authority, by=finn, at=NOW)
    duty.refresh_from_db()
    assert duty.status == "done"


def test_a_holder_that_never_saw_it_is_not_told(sign, finn):
    authorities.take_back(authority=sign(), by=finn, at=NOW)

    assert not Duty.objects.filter(kind="tell_holder_withdrawn").exists()


def test_what_stands_is_not_told_as_taken_back(an_authority, finn):
    with pytest.raises(NotAllowed, match="not taken back"):
        authorities.tell_holder(authority=an_authority, by=finn, at=NOW)


def test_a_proof_is_a_kind_and_a_day_and_once(a_request, finn):
    chosen = authorities.choose_proof(request=a_request, kind="prison", by=finn, at=NOW)
    seen = authorities.choose_proof(request=a_request, kind="prison", sighted_on=TODAY, by=finn, at=NOW)

    assert (seen, seen.sighted_on, seen.sighted_by) == (chosen, TODAY, finn)
    assert Proof.objects.count() == 1


@pytest.mark.parametrize(("kind", "on"), [("tattoo", None), ("prison", TODAY + timedelta(days=1))])
def test_a_proof_of_no_kind_or_of_tomorrow_is_refused(a_request, finn, kind, on):
    with pytest.raises(NotAllowed):
        authorities.choose_proof(request=a_request, kind=kind, sighted_on=on, by=finn, at=NOW)


def test_the_same_twice_is_once(sign, an_authority, finn):
    assert sign() == sign()
    for _ in range(2):
        authorities.take_back(authority=an_authority, by=finn, at=NOW)
    assert Event.objects.filter(verb="files.authority.taken_back").count() == 1


def test_the_trail_names_the_request(sign, a_request, jo):
    signed = sign()

    said = Event.objects.get(verb="files.authority.signed", subject_ref=signed.ref)
    assert (said.about_ref, said.detail) == (jo.ref, {"request": a_request.ref})
