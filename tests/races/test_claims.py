"""Eight people answer the same claim, and eight make a batch of it, at the same moment."""

from decimal import Decimal

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import batches, claims
from mentoring.actions.claims import Line
from mentoring.models import Batch, Claim, Mentor
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def sent(sam, key="k") -> Claim:
    now = timezone.now()
    line = Line(kind="travel", spent_on=timezone.localdate(), words="Bus", amount=Decimal("4.80"))
    claim = claims.begin(mentor=Mentor.objects.get(person__login=sam), line=line, key=key, by=sam, at=now)
    return claims.submit(claim=claim, by=sam, at=now)


def test_of_eight_who_answer_a_claim_one_does(sam, rosa):
    claim = sent(sam)

    def answer(n):
        found = Claim.objects.get(pk=claim.pk)
        if n % 2:
            return claims.approve(claim=found, by=rosa, at=timezone.now())
        return claims.send_back(claim=found, because="Which day?", by=rosa, at=timezone.now())

    outcomes = race(8, answer)

    assert sum(isinstance(outcome, Claim) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    verbs = ("mentoring.claim.approved", "mentoring.claim.sent_back")
    assert Event.objects.filter(verb__in=verbs).count() == 1


def test_of_eight_batches_each_claim_is_in_one(sam, rosa, marion):
    made = [claims.approve(claim=sent(sam, f"k{n}"), by=rosa, at=timezone.now()) for n in range(3)]

    outcomes = race(8, lambda n: batches.make(by=marion, at=timezone.now()))

    taken = [outcome for outcome in outcomes if isinstance(outcome, Batch)]
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 8 - len(taken)
    assert sum(batch.count for batch in taken) == len(made) == Claim.objects.exclude(batch=None).count()
    assert sum((batch.total for batch in taken), Decimal(0)) == Decimal("14.40")
    assert Batch.objects.count() == len(taken)
    assert check().whole


def test_of_eight_who_pay_a_batch_one_does(sam, rosa, marion):
    claims.approve(claim=sent(sam), by=rosa, at=timezone.now())
    batch = batches.make(by=marion, at=timezone.now())

    outcomes = race(8, lambda n: batches.pay(batch=Batch.objects.get(pk=batch.pk), by=marion, at=timezone.now()))

    assert sum(isinstance(outcome, Batch) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
