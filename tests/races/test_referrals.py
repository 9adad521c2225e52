"""Eight people decide the same referral at once: one does, and one record is made."""

import pytest
from django.utils import timezone

from audit.checking import check
from common.transitions import NotAllowed
from mentoring.actions import referrals, triage
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import Referral
from people.models import Person
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def asked(key="one"):
    details = Details(preferred_name="Kim", source="self", care="yes", where="unknown")
    agreed = Agreed(how="own", on=timezone.localdate())
    return referrals.ask(details=details, agreed=agreed, key=key, by=None, at=timezone.now())


def test_the_same_public_form_sent_by_eight_at_once_asks_once(db):
    race(8, lambda n: asked())

    assert Referral.objects.get().status == "submitted"
    assert check().whole


def test_of_eight_who_take_somebody_on_one_does(rosa, yorkshire):
    referral = triage.take(referral=asked(), team=yorkshire, by=rosa, at=timezone.now())

    def act(number):
        found = Referral.objects.select_related("team").get(pk=referral.pk)
        return triage.take_on(referral=found, to="waiting", person=None, by=rosa, at=timezone.now())

    outcomes = race(8, act)

    assert sum(isinstance(outcome, Referral) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert Person.objects.filter(preferred_name="Kim").count() == 1
