from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from accounts.actions import invitations
from accounts.actions.invitations import Acceptance
from accounts.models import Invitation, User
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training import leading
from training.actions import join_codes
from training.models import JoinCode, Learner

pytestmark = pytest.mark.django_db
CHOSEN = Acceptance("Bo Lane", "bo", "a long and lovely password")


@pytest.fixture
def code(leeds, hana):
    return make(leeds, hana)


def make(leeds, hana, places=2, key="k1"):
    return join_codes.make(
        establishment=leeds, cohort=None, job="officer", places=places, expires_on=NOW.date() + timedelta(days=30),
        key=key, by=hana, at=NOW,
    )  # fmt: skip


def bring(code, login):
    return join_codes.use(code=code, login=login, job="officer", by=login, at=NOW)


def test_whoever_signs_in_joins_the_prison(code, leeds, max_):
    learner = bring(code, max_)

    assert learner.stations.get().establishment == leeds
    assert JoinCode.objects.get().used == 1
    assert max_.roles == frozenset()  # a code opens nobody's record


def test_brought_twice_it_takes_one_place(code, max_):
    assert bring(code, max_) == bring(code, max_)
    assert JoinCode.objects.get().used == 1


def test_whoever_has_no_login_makes_one_without_a_role(code, leeds):
    invitation, way_in = join_codes.invite(code=code, display_name="Bo", email="", job="care", by=None, at=NOW)
    user = invitations.accept(invitation=invitation, chosen=CHOSEN, by=None, at=NOW)

    assert way_in
    assert Learner.objects.get(login=user).stations.get().job == "care"
    assert not user.needs_second_step


def test_with_an_email_the_way_in_is_shown_to_nobody(code):
    invitation, way_in = join_codes.invite(
        code=code, display_name="Bo", email="bo@example.org", job="care", by=None, at=NOW
    )

    assert (way_in, invitation.email) == ("", "bo@example.org")


def test_nobody_is_told_that_an_email_is_known(code, max_):
    User.objects.filter(pk=max_.pk).update(email="max@example.org")
    said = {"display_name": "Max", "email": "Max@example.org", "job": "care", "by": None, "at": NOW}

    assert join_codes.invite(code=code, **said) is None
    assert not Invitation.objects.exists()


def test_whoever_was_added_before_keeps_their_record_once_the_address_is_shown_to_be_theirs(code, leeds, hana, max_):
    added = leading.add("Max D", leeds, by=hana, email="max@example.org")
    User.objects.filter(pk=max_.pk).update(email="max@example.org")
    max_.refresh_from_db()
    EmailAddress.objects.create(user=max_, email="max@example.org", verified=True, primary=True)

    assert bring(code, max_) == added


def test_an_address_that_nobody_has_checked_claims_nobodys_record(code, leeds, hana, max_):
    added = leading.add("Max D", leeds, by=hana, email="max@example.org")
    User.objects.filter(pk=max_.pk).update(email="max@example.org")
    max_.refresh_from_db()

    assert bring(code, max_) != added


@pytest.mark.parametrize("how", ["revoked", "old", "full"])
def test_a_code_that_does_not_work_lets_nobody_in(code, how, hana, max_, dee):
    at = NOW + timedelta(days=31) if how == "old" else NOW
    if how == "revoked":
        join_codes.revoke(code=code, by=hana, at=NOW)
    if how == "full":
        JoinCode.objects.update(used=2)

    with pytest.raises(NotAllowed):
        join_codes.use(code=JoinCode.objects.get(), login=max_, job="officer", by=max_, at=at)
    assert not Learner.objects.filter(stations__isnull=False).exists()


def test_the_last_place_goes_once(leeds, hana, max_, dee):
    code = make(leeds, hana, places=1)
    stale = JoinCode.objects.get()
    bring(code, max_)

    with pytest.raises(NotAllowed, match="Every place"):
        bring(stale, dee)


def test_nobody_comes_in_when_every_place_went_meanwhile(leeds, hana, max_):
    code = make(leeds, hana, places=1)
    invitation, _ = join_codes.invite(code=code, display_name="Bo", email="", job="care", by=None, at=NOW)
    bring(code, max_)

    with pytest.raises(NotAllowed, match="Every place"):
        invitations.accept(invitation=invitation, chosen=CHOSEN, by=None, at=NOW)
    assert not User.objects.filter(username="bo").exists()
