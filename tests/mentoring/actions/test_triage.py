from datetime import date, timedelta

import pytest

from accounts.roles import Role
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import referrals, triage
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import Mentor, Referral, Task
from messaging.models import Message
from people.actions import persons
from people.models import LocationEpisode, Person
from tests.conftest import NOW, match_of


@pytest.fixture
def sent(dee, leeds):
    """Kim, put forward by Dee."""
    details = Details(
        preferred_name="Kim", family_name="Wagtail", source="prison", care="unsure", where="inside",
        establishment=leeds, prison_number="A1234BC", wishes=["release"],
    )  # fmt: skip
    agreed = Agreed(how="spoken", on=NOW.date(), whom="Dee")
    return referrals.ask(details=details, agreed=agreed, key="k", by=dee, at=NOW)


@pytest.fixture
def elsewhere_coordinator(make_user):
    return make_user("ed", Role.COORDINATOR, name="Ed")


@pytest.fixture
def taken(sent, rosa, yorkshire):
    return triage.take(referral=sent, team=yorkshire, by=rosa, at=NOW)


def waits(referral, rosa, **more):
    return triage.take_on(referral=referral, by=rosa, at=NOW, **{"to": "waiting", "person": None} | more)


def test_a_team_takes_it_and_is_asked_to_decide(taken, yorkshire):
    assert (taken.status, taken.team) == ("triage", yorkshire)
    assert Task.objects.open().get().kind == "referral_to_decide"


def test_every_team_is_asked_to_take_it_by_the_next_working_day(sent, rosa, elsewhere_coordinator, sam):
    task = Task.objects.get(kind="referral_to_take")

    assert (task.team, task.due_on) == (None, date(2026, 11, 23))  # it came on a Sunday
    for coordinator in (rosa, elsewhere_coordinator):
        assert Task.objects.visible_to(coordinator).filter(pk=task.pk).exists()
    assert not Task.objects.visible_to(sam).exists()


@pytest.mark.parametrize("what", ["a team takes it", "it is closed"])
def test_nobody_is_asked_any_more_once(sent, rosa, yorkshire, what):
    triage.escalate(by=None, at=NOW + timedelta(days=9))
    if what == "a team takes it":
        triage.take(referral=sent, team=yorkshire, by=rosa, at=NOW)
    else:
        triage.close(referral=sent, reason="not_wanted", by=rosa, at=NOW)

    assert not Task.objects.open().filter(kind__in=["referral_to_take", "referral_nobody_took"]).exists()


@pytest.mark.parametrize(("days", "told"), [(3, 0), (4, 1)])  # Monday is the first; Wednesday the third
def test_managers_are_told_after_three_working_days_and_once(sent, marion, days, told):
    type(marion).objects.filter(pk=marion.pk).update(email="marion@example.org")
    for _ in range(2):
        assert triage.escalate(by=None, at=NOW + timedelta(days=days)) == told

    assert Task.objects.filter(kind="referral_nobody_took").count() == told
    assert Message.objects.filter(key__startswith="mentoring.nobody_took:").count() == told


def test_nobody_is_told_of_one_that_a_team_has(taken, marion):
    assert triage.escalate(by=None, at=NOW + timedelta(days=30)) == 0


def test_somebody_new_gets_a_record_and_waits(taken, rosa, leeds, yorkshire):
    waits(taken, rosa)

    kim = Person.objects.get(preferred_name="Kim")
    assert (taken.status, taken.person, kim.team, kim.prison_number) == ("waiting", kim, yorkshire, "A1234BC")
    assert LocationEpisode.objects.current().get(person=kim).establishment == leeds
    assert not Task.objects.open().exists()


def test_somebody_who_is_here_stays_one_person(taken, rosa, jo):
    waits(taken, rosa, to="accepted", person=jo)

    assert (taken.status, taken.person) == ("accepted", jo)
    assert not Person.objects.filter(preferred_name="Kim").exists()


def test_two_with_one_number_are_never_made(taken, rosa, wales):
    persons.add(preferred_name="K", prison_number="A1234BC", team=wales, by=None, at=NOW)

    with pytest.raises(NotAllowed, match="already here"):
        waits(taken, rosa)
    taken.refresh_from_db()
    assert taken.status == "triage"


def test_a_no_is_kept_with_its_kind_words(taken, rosa):
    triage.decline(
        referral=taken, reason="no_mentor_near", kind_words="We are sorry.", what_else="Her adviser", by=rosa, at=NOW
    )

    assert (taken.status, taken.kind_words, taken.what_else) == ("declined", "We are sorry.", "Her adviser")
    assert not Task.objects.open().exists()


@pytest.mark.parametrize("missing", ["reason", "kind_words", "what_else"])
def test_a_no_without_this_is_refused(missing, taken, rosa):
    said = {"reason": "not_safe", "kind_words": "Sorry", "what_else": "Ask"} | {missing: ""}

    with pytest.raises(NotAllowed):
        triage.decline(referral=taken, **said, by=rosa, at=NOW)


@pytest.mark.parametrize("step", ["decline", "close"])
def test_a_reason_that_is_none_of_the_choices_is_refused(step, taken, rosa):
    said = {"kind_words": "Sorry", "what_else": "Ask"} if step == "decline" else {}

    with pytest.raises(NotAllowed, match="Choose why"):
        getattr(triage, step)(referral=taken, reason="because", **said, by=rosa, at=NOW)
    taken.refresh_from_db()
    assert taken.status == "triage"


def test_it_is_looked_at_before_it_is_decided(sent, rosa, yorkshire):
    Referral.objects.filter(pk=sent.pk).update(team=yorkshire)
    sent.refresh_from_db()

    with pytest.raises(NotAllowed, match="moved on"):
        waits(sent, rosa)


def test_it_is_matched_when_their_match_begins(taken, rosa, sam):
    waits(taken, rosa)

    match_of(Mentor.objects.get(person__login=sam), taken.person)

    taken.refresh_from_db()
    assert taken.status == "matched"


def test_it_is_closed_with_a_reason_and_once(taken, rosa):
    with pytest.raises(NotAllowed, match="why"):
        triage.close(referral=taken, reason="", by=rosa, at=NOW)
    triage.close(referral=taken, reason="not_wanted", by=rosa, at=NOW)
    with pytest.raises(NotAllowed, match="moved on"):
        triage.close(referral=taken, reason="not_wanted", by=rosa, at=NOW)


def test_a_team_sees_its_own_and_those_that_nobody_took(sent, rosa, gwen, yorkshire):
    assert Referral.objects.visible_to(gwen).exists()
    triage.take(referral=sent, team=yorkshire, by=rosa, at=NOW)

    assert not Referral.objects.visible_to(gwen).exists()
    assert Referral.objects.visible_to(rosa).exists()


def test_two_teams_cannot_both_take_it(sent, rosa, gwen, yorkshire, wales):
    triage.take(referral=sent, team=yorkshire, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="moved on"):
        triage.take(referral=Referral.objects.get(), team=wales, by=gwen, at=NOW)


def test_each_step_leaves_a_sentence(taken, rosa):
    waits(taken, rosa)

    verbs = Event.objects.filter(verb__startswith="mentoring.referral").order_by("pk").values_list("verb", flat=True)
    assert [verb.rsplit(".", 1)[1] for verb in verbs] == ["begun", "permission", "sent", "triaged", "taken_on"]
