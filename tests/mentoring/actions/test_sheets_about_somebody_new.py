"""A sheet that becomes a referral, or somebody who would like to mentor."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import interests, referrals, sheets, stacks
from mentoring.actions.referrals import Agreed, Details
from mentoring.actions.sheets import KeyedAlready
from mentoring.actions.stacks import Wanted
from mentoring.models import MentorApplication, PaperSheet, Referral
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER, WRITTEN = NOW + timedelta(days=20), NOW.date() + timedelta(days=2)
SAID = Details(preferred_name="Kai", source="self", care="yes", where="inside")


@pytest.fixture
def print_(rosa, yorkshire, leeds):
    def act(kind, key="s1"):
        wanted = Wanted(kind=kind, team=yorkshire, establishment=leeds)
        return stacks.print_(wanted=wanted, count=1, key=f"{kind[:3]}{key}", by=rosa, at=NOW)[0]

    return act


@pytest.fixture
def ask(print_, rosa):
    """`ask(key="k1")`: type in the one referral sheet."""
    sheet = print_("referral")

    def act(key="k1", by=rosa, code=sheet.code_in_fours, written_on=WRITTEN, agreed_on=WRITTEN):
        return referrals.ask(
            details=replace(SAID, sheet=code), agreed=Agreed(how="paper", on=agreed_on), key=key,
            written_on=written_on, by=by, at=LATER,
        )  # fmt: skip

    act.sheet = sheet
    return act


@pytest.fixture
def tell(print_, rosa, yorkshire):
    sheet = print_("interest")

    def act(key="k1", by=rosa, code=sheet.code_in_fours, written_on=WRITTEN):
        return interests.tell(
            name="Kai", team=yorkshire, establishment=sheet.establishment, sheet_code=code, written_on=written_on,
            key=key, by=by, at=LATER,
        )  # fmt: skip

    act.sheet = sheet
    return act


def test_a_referral_sheet_becomes_a_referral_of_the_team_that_printed_it(ask, yorkshire, rosa):
    referral = ask()

    sheet = PaperSheet.objects.get()
    assert (sheet.status, sheet.referral, sheet.keyed_by) == ("keyed", referral, rosa)
    assert (referral.status, referral.way, referral.team) == ("submitted", "paper", yorkshire)


def test_the_day_they_agreed_the_day_they_wrote_and_the_day_of_typing_are_kept_apart(ask):
    referral = ask(agreed_on=NOW.date())

    sheet = PaperSheet.objects.get()
    assert (referral.agreed_on, sheet.written_on, sheet.keyed_at) == (NOW.date(), WRITTEN, LATER)


def test_an_interest_sheet_becomes_an_application(tell, leeds):
    application = tell()

    sheet = PaperSheet.objects.get()
    assert (sheet.application, sheet.written_on, sheet.keyed_at) == (application, WRITTEN, LATER)
    assert (application.source, application.establishment) == ("paper", leeds)


@pytest.mark.parametrize("become", ["ask", "tell"])
def test_it_refuses_a_sheet_from_the_future_and_one_of_two_years_ago(become, request):
    act = request.getfixturevalue(become)
    with pytest.raises(NotAllowed, match="in the future"):
        act(written_on=LATER.date() + timedelta(days=1))
    with pytest.raises(NotAllowed, match="two years ago"):
        act(written_on=LATER.date() - timedelta(days=731))

    assert PaperSheet.objects.get().status == "printed"
    assert not Referral.objects.exists()
    assert not MentorApplication.objects.exists()


@pytest.mark.parametrize("become", ["ask", "tell"])
def test_it_refuses_a_cancelled_sheet_and_makes_nothing(become, request, rosa):
    act = request.getfixturevalue(become)
    sheets.void(sheet=act.sheet, reason="Spoilt", by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="was cancelled"):
        act()
    assert not Referral.objects.exists()
    assert not MentorApplication.objects.exists()


@pytest.mark.parametrize("become", ["ask", "tell"])
def test_it_refuses_the_code_of_a_sheet_of_another_kind(become, request, print_):
    other = print_("one_to_one", key="s2")

    with pytest.raises(NotAllowed, match="of another kind"):
        request.getfixturevalue(become)(code=other.code_in_fours)


def test_a_number_that_is_none_of_ours_is_kept_as_it_was_written(ask):
    assert ask(code="Wing form 7").sheet == "Wing form 7"
    assert PaperSheet.objects.get().status == "printed"


@pytest.mark.parametrize("become", ["ask", "tell"])
def test_the_same_sheet_typed_in_twice_is_found(become, request):
    act = request.getfixturevalue(become)
    first = act()

    with pytest.raises(KeyedAlready) as found:
        act(key="k2")
    assert first in (found.value.sheet.referral, found.value.sheet.application)
    assert Referral.objects.count() + MentorApplication.objects.count() == 1


@pytest.mark.parametrize("become", ["ask", "tell"])
def test_the_same_form_sent_five_times_makes_one(become, request):
    act = request.getfixturevalue(become)

    assert len({act().pk for _ in range(5)}) == 1
    assert Event.objects.filter(verb="mentoring.sheet.keyed").count() == 1


def test_a_partner_who_types_the_code_takes_the_sheet_when_they_send_it(ask, dee):
    begun = referrals.begin(details=replace(SAID, sheet=ask.sheet.code), key="d1", by=dee, at=LATER)
    assert PaperSheet.objects.get().status == "printed"
    referrals.record_permission(referral=begun, agreed=Agreed(how="paper", on=WRITTEN), by=dee, at=LATER)
    referrals.submit(referral=begun, by=dee, at=LATER)

    sheet = PaperSheet.objects.get()
    assert (sheet.referral, sheet.keyed_by, sheet.written_on) == (begun, dee, WRITTEN)


def test_whoever_is_not_signed_in_takes_no_sheet(tell):
    tell(by=None)

    assert PaperSheet.objects.get().status == "printed"


def test_the_database_refuses_a_sheet_that_became_what_it_is_not_for(ask, tell):
    referral = ask()

    with pytest.raises(IntegrityError), transaction.atomic():
        PaperSheet.objects.filter(pk=tell.sheet.pk).update(referral=referral)
