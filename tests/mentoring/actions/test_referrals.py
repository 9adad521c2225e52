from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import referrals
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import Referral
from tests.conftest import NOW

TOLD = {"preferred_name": "Kim", "family_name": "Wagtail", "source": "prison", "care": "yes", "where": "inside"}
YES = Agreed(how="spoken", on=NOW.date(), whom="Dee")


def begun(by, key="k1", **told):
    return referrals.begin(details=Details(**TOLD | told), key=key, by=by, at=NOW)


def test_it_is_begun_agreed_and_sent(dee):
    referral = begun(dee)
    assert referral.status == "draft"
    referrals.record_permission(referral=referral, agreed=YES, by=dee, at=NOW)
    referrals.submit(referral=referral, by=dee, at=NOW)

    referral.refresh_from_db()
    assert (referral.status, referral.agreed_how, referral.agreed_with) == ("submitted", "spoken", "Dee")
    assert referral.family_name == "Wagtail"


def test_nothing_is_sent_before_they_said_yes(dee):
    with pytest.raises(NotAllowed):
        referrals.submit(referral=begun(dee), by=dee, at=NOW)


def test_the_database_holds_to_it_too(dee):
    referral = begun(dee)

    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=referral.pk).update(status="submitted", submitted_at=NOW)


def test_a_yes_needs_how_and_when(dee):
    with pytest.raises(NotAllowed, match="Ask them first"):
        referrals.record_permission(referral=begun(dee), agreed=Agreed(how="", on=None), by=dee, at=NOW)


def test_a_name_is_needed_and_numbers_must_look_like_numbers(dee):
    with pytest.raises(NotAllowed, match="name they like"):
        begun(dee, preferred_name=" ")
    with pytest.raises(NotAllowed, match="prison number"):
        begun(dee, prison_number="12")


def test_asking_for_oneself_is_agreeing(db):
    details = Details(**TOLD | {"source": "self"})

    referral = referrals.ask(details=details, agreed=Agreed(how="own", on=NOW.date()), key="k", by=None, at=NOW)

    assert (referral.status, referral.way) == ("submitted", "public")


def test_asking_for_another_without_a_yes_leaves_nothing(db):
    with pytest.raises(NotAllowed):
        referrals.ask(details=Details(**TOLD), agreed=Agreed(how="own", on=NOW.date()), key="k", by=None, at=NOW)

    assert not Referral.objects.exists()


def test_a_sheet_number_says_that_it_came_on_paper(rosa):
    assert begun(rosa, sheet="AB12").way == "paper"


def test_nobody_else_sees_it_before_it_is_sent(dee, rosa, marion):
    referral = begun(dee)
    assert not Referral.objects.visible_to(rosa).exists()
    assert not Referral.objects.visible_to(marion).exists()

    referrals.record_permission(referral=referral, agreed=YES, by=dee, at=NOW)
    assert not Referral.objects.visible_to(rosa).exists()
    referrals.submit(referral=referral, by=dee, at=NOW)

    assert Referral.objects.visible_to(rosa).exists()


def test_strangers_mentors_and_other_partners_never_see_it(dee, priya, sam, max_):
    referral = begun(dee)
    referrals.record_permission(referral=referral, agreed=YES, by=dee, at=NOW)
    referrals.submit(referral=referral, by=dee, at=NOW)

    for user in (dee, priya, sam, max_):
        assert not Referral.objects.visible_to(user).exists()
    assert not Referral.objects.made_by_user(priya).exists()


def test_the_same_form_sent_twice_is_one(dee, priya):
    assert begun(dee) == begun(dee)
    assert begun(priya) != begun(dee)


def test_what_was_never_sent_goes_after_thirty_days(dee):
    old, sent = begun(dee), begun(dee, key="k2")
    referrals.record_permission(referral=sent, agreed=YES, by=dee, at=NOW)
    referrals.submit(referral=sent, by=dee, at=NOW)

    assert referrals.purge(by=None, at=NOW + timedelta(days=30)) == 0
    assert referrals.purge(by=None, at=NOW + timedelta(days=31)) == 1
    assert list(Referral.objects.all()) == [sent]
    assert old.pk not in Referral.objects.values_list("pk", flat=True)


def test_its_writer_throws_it_away_until_it_is_sent(dee):
    referrals.discard(referral=begun(dee), by=dee, at=NOW)
    assert not Referral.objects.exists()

    sent = begun(dee)
    referrals.record_permission(referral=sent, agreed=YES, by=dee, at=NOW)
    referrals.submit(referral=sent, by=dee, at=NOW)
    with pytest.raises(NotAllowed, match="sent already"):
        referrals.discard(referral=sent, by=dee, at=NOW)


def test_the_trail_names_nobody(dee):
    begun(dee)

    event = Event.objects.get(verb="mentoring.referral.begun")
    assert "Kim" not in str(event.detail)
    assert "Wagtail" not in str(event.detail)
