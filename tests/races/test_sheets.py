"""Eight typists take the same sheet from the pile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from mentoring.actions import guests, interests, referrals, sheets, stacks
from mentoring.actions.guests import Guest
from mentoring.actions.referrals import Agreed
from mentoring.actions.referrals import Details as ReferralDetails
from mentoring.actions.sessions import Details
from mentoring.actions.sheets import KeyedAlready
from mentoring.actions.stacks import Wanted
from mentoring.models import MentorApplication, PaperSheet, Referral, Session
from people.actions import persons
from people.models import IdentificationEvent
from tests.matrix.fixtures_paper import names_sheet
from tests.races.running import race

__all__ = ["names_sheet"]  # a fixture

pytestmark = pytest.mark.django_db(transaction=True)


def printed(match, rosa, yorkshire):
    wanted = Wanted(kind="one_to_one", team=yorkshire, match=match)
    return stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=timezone.now())[0]


def type_in(sheet, match, leeds, by, key):
    now = timezone.now()
    details = Details(
        kind="one_to_one", setting="custody", medium="in_person", establishment=leeds, happened=True, minutes=45,
        started_at=now - timedelta(hours=2),
    )  # fmt: skip
    return sheets.key_session(
        sheet=PaperSheet.objects.get(pk=sheet.pk), mentor=match.mentor, details=details, marks={match: "attended"},
        written_on=timezone.localdate(), key=key, by=by, at=now,
    )  # fmt: skip


def test_of_eight_typists_one_makes_the_session_and_seven_are_shown_it(match, rosa, yorkshire, leeds, make_user):
    sheet = printed(match, rosa, yorkshire)
    typists = [make_user(f"typist{n}", "coordinator") for n in range(8)]

    outcomes = race(8, lambda n: type_in(sheet, match, leeds, typists[n], f"k{n}"))

    session = Session.objects.get()
    assert [outcome for outcome in outcomes if isinstance(outcome, Session)] == [session]
    found = [outcome for outcome in outcomes if isinstance(outcome, KeyedAlready)]
    assert len(found) == 7
    assert {outcome.sheet.session for outcome in found} == {session}
    assert Event.objects.filter(verb="mentoring.sheet.keyed").count() == 1
    assert check().whole


def test_one_form_sent_eight_times_makes_one_session(match, rosa, yorkshire, leeds):
    sheet = printed(match, rosa, yorkshire)

    outcomes = race(8, lambda n: type_in(sheet, match, leeds, rosa, "once"))

    assert {getattr(outcome, "pk", outcome) for outcome in outcomes} == {Session.objects.get().pk}


def test_of_eight_stacks_of_one_form_one_is_printed(match, rosa, yorkshire):
    outcomes = race(8, lambda n: printed(match, rosa, yorkshire))

    assert {outcome.pk for outcome in outcomes} == {PaperSheet.objects.get().pk}


def test_a_sheet_is_cancelled_or_typed_in_but_never_both(match, rosa, yorkshire, leeds):
    sheet = printed(match, rosa, yorkshire)

    def act(n):
        if n % 2:
            fresh = PaperSheet.objects.get(pk=sheet.pk)
            return sheets.void(sheet=fresh, reason="Lost", by=rosa, at=timezone.now())
        return type_in(sheet, match, leeds, rosa, f"k{n}")

    outcomes = race(8, act)

    assert sum(isinstance(outcome, Session | PaperSheet) for outcome in outcomes) == 1
    sheet.refresh_from_db()
    assert Session.objects.count() == (sheet.status == "keyed")


def test_of_eight_typists_one_makes_the_asking(match, yorkshire, rosa, jo, make_user):
    wanted = Wanted(kind="identification", team=yorkshire, match=match)
    sheet = stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=timezone.now())[0]
    typists = [make_user(f"typist{n}", "coordinator") for n in range(8)]
    said = {"asked_on": timezone.localdate(), "stage": "later", "asked_by_role": "peer", "wording": "peer_1",
            "answer": "yes"}  # fmt: skip

    outcomes = race(
        8,
        lambda n: sheets.key_identification(
            sheet=PaperSheet.objects.get(pk=sheet.pk), person=jo, said=said, key=f"k{n}", by=typists[n],
            at=timezone.now(),
        ),
    )  # fmt: skip

    event = IdentificationEvent.objects.get()
    assert [outcome for outcome in outcomes if isinstance(outcome, IdentificationEvent)] == [event]
    assert sum(isinstance(outcome, KeyedAlready) for outcome in outcomes) == 7
    assert PaperSheet.objects.get().identification == event


def test_of_eight_typists_one_makes_the_referral(rosa, yorkshire, make_user):
    wanted = Wanted(kind="referral", team=yorkshire)
    sheet = stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=timezone.now())[0]
    typists = [make_user(f"typist{n}", "coordinator") for n in range(8)]
    said = ReferralDetails(preferred_name="Kai", source="self", care="yes", where="inside", sheet=sheet.code)
    agreed = Agreed(how="paper", on=timezone.localdate())

    outcomes = race(
        8, lambda n: referrals.ask(details=said, agreed=agreed, key=f"k{n}", by=typists[n], at=timezone.now())
    )

    referral = Referral.objects.get()
    assert [outcome for outcome in outcomes if isinstance(outcome, Referral)] == [referral]
    found = [outcome for outcome in outcomes if isinstance(outcome, KeyedAlready)]
    assert [already.sheet.referral for already in found] == [referral] * 7
    assert check().whole


def test_of_eight_typists_one_makes_the_application(rosa, yorkshire, make_user):
    wanted = Wanted(kind="interest", team=yorkshire)
    sheet = stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=timezone.now())[0]
    typists = [make_user(f"typist{n}", "coordinator") for n in range(8)]

    said = {"name": "Kai", "phone": "07700 900123", "team": yorkshire, "sheet_code": sheet.code}

    outcomes = race(8, lambda n: interests.tell(**said, key=f"k{n}", by=typists[n], at=timezone.now()))

    application = MentorApplication.objects.get()
    assert [outcome for outcome in outcomes if isinstance(outcome, MentorApplication)] == [application]
    assert sum(isinstance(outcome, KeyedAlready) for outcome in outcomes) == 7
    assert PaperSheet.objects.get().application == application


def test_one_interest_form_sent_eight_times_makes_one_application(rosa, yorkshire):
    wanted = Wanted(kind="interest", team=yorkshire)
    sheet = stacks.print_(wanted=wanted, count=1, key="s1", by=rosa, at=timezone.now())[0]
    said = {"name": "Kai", "phone": "07700 900123", "team": yorkshire, "sheet_code": sheet.code, "key": "once"}

    outcomes = race(8, lambda n: interests.tell(**said, by=rosa, at=timezone.now()))

    assert {getattr(outcome, "pk", outcome) for outcome in outcomes} == {MentorApplication.objects.get().pk}


def test_of_eight_who_say_whose_a_name_is_one_is_heard(names_sheet, rosa, yorkshire):
    bo = persons.add(preferred_name="Bo", team=yorkshire, by=rosa, at=timezone.now())

    def tell(n):
        sheet = PaperSheet.objects.get(pk=names_sheet.pk)
        return guests.tell(sheet=sheet, guests=[Guest(name="Bo", person=bo)], by=rosa, at=timezone.now())

    outcomes = race(8, tell)

    assert sum(isinstance(outcome, Session) for outcome in outcomes) == 1
    assert Session.objects.get().attendance.filter(person=bo).count() == 1


def test_a_spoilt_sheet_is_printed_again_once_or_typed_in(match, rosa, yorkshire, leeds):
    sheet = printed(match, rosa, yorkshire)

    def act(n):
        if n % 2:
            fresh = PaperSheet.objects.get(pk=sheet.pk)
            return stacks.print_again(sheet=fresh, reason="Lost", key=f"again{n}", by=rosa, at=timezone.now())
        return type_in(sheet, match, leeds, rosa, f"k{n}")

    outcomes = race(8, act)

    assert sum(isinstance(outcome, Session | PaperSheet) for outcome in outcomes) == 1
    assert PaperSheet.objects.count() + Session.objects.count() == 2
