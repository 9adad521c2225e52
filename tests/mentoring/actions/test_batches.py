from decimal import Decimal

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import batches, claims
from mentoring.actions.claims import Line
from mentoring.models import Batch, Claim, Mentor, Task
from mentoring.reports.claims import for_the_bank
from people.actions import locations
from tests.conftest import NOW


@pytest.fixture
def approved(sam, rosa):
    def act(key, amount="4.80"):
        mentor = Mentor.objects.get(person__login=sam)
        line = Line(kind="travel", spent_on=NOW.date(), words="Bus", amount=Decimal(amount))
        claim = claims.begin(mentor=mentor, line=line, key=key, by=sam, at=NOW)
        claims.submit(claim=claim, by=sam, at=NOW)
        return claims.approve(claim=claim, by=rosa, at=NOW)

    return act


def test_make_takes_all_that_is_approved_and_adds_it_up(approved, marion):
    first, second = approved("a"), approved("b", "10.20")

    batch = batches.make(by=marion, at=NOW)

    assert (batch.count, batch.total) == (2, Decimal("15.00"))
    assert set(batch.claims.all()) == {first, second}


def test_each_claim_is_in_one_batch(approved, marion):
    approved("a")
    first = batches.make(by=marion, at=NOW)
    approved("b", "1.00")

    second = batches.make(by=marion, at=NOW)

    assert (first.claims.count(), second.claims.count()) == (1, 1)
    assert second.total == Decimal("1.00")


def test_pay_pays_each_claim(approved, marion):
    claim = approved("a")
    batch = batches.make(by=marion, at=NOW)

    batches.pay(batch=batch, by=marion, at=NOW)

    claim.refresh_from_db()
    assert (claim.status, claim.paid_at, batch.paid_by) == ("paid", NOW, marion)


def test_nothing_approved_makes_no_batch(marion, sam):
    with pytest.raises(NotAllowed, match="nothing to pay"):
        batches.make(by=marion, at=NOW)

    assert not Batch.objects.exists()


def test_a_batch_is_paid_once(approved, marion):
    approved("a")
    batch = batches.make(by=marion, at=NOW)
    batches.pay(batch=batch, by=marion, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        batches.pay(batch=batch, by=marion, at=NOW)


def test_somebody_in_custody_since_is_left_out_and_their_team_asked(
    approved, marion, sam, alex, yorkshire, leeds, rosa
):
    from tests.conftest import mentor_for

    held = approved("a")
    other = mentor_for(alex, yorkshire)
    line = Line(kind="travel", spent_on=NOW.date(), words="Bus", amount=Decimal("2.00"))
    free = claims.begin(mentor=other, line=line, key="z", by=alex, at=NOW)
    claims.submit(claim=free, by=alex, at=NOW)
    claims.approve(claim=free, by=rosa, at=NOW)
    locations.record(
        person=held.mentor.person, kind="custody", legal_state="remand", establishment=leeds, by=None, at=NOW
    )

    batch = batches.make(by=marion, at=NOW)

    assert list(batch.claims.all()) == [free]
    assert Task.objects.get(kind="claim_in_custody").mentor == held.mentor
    assert Claim.objects.get(pk=held.pk).batch is None


def test_only_programme_managers_see_batches(approved, marion, rosa, nadia, sam, max_):
    approved("a")
    batch = batches.make(by=marion, at=NOW)

    assert list(Batch.objects.visible_to(marion)) == [batch]
    for stranger in (rosa, nadia, sam, max_):
        assert not Batch.objects.visible_to(stranger).exists()


def test_the_file_for_the_bank_has_a_row_for_each_and_the_total(approved, marion, sam):
    claim = approved("a")
    person = Mentor.objects.get(person__login=sam).person
    person.preferred_name = "=cmd|x"
    person.save()
    batch = batches.make(by=marion, at=NOW)

    rows = for_the_bank(batch).splitlines()

    assert rows[0] == "Payee,Reference,Amount in pounds"
    assert rows[1] == f"'=cmd|x,{claim.ref.upper()},4.80"
    assert rows[2] == "Total,1 payments,4.80"


def test_making_and_paying_leave_sentences(approved, marion):
    approved("a")
    batches.pay(batch=batches.make(by=marion, at=NOW), by=marion, at=NOW)

    verbs = Event.objects.filter(verb__startswith="mentoring.batch").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["mentoring.batch.made", "mentoring.batch.paid"]
