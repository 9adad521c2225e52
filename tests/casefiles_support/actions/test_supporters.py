from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import supporters
from casefiles_support.models import Duty, Journey, Supporter
from casefiles_support.rules.supporters import NOT_NOW
from common.transitions import NotAllowed
from mentoring.actions import leaves, match_blocks
from mentoring.models import Mentor
from tests.conftest import NOW
from tests.matrix.fixtures_files_journeys import beside, offered
from training.models import Completion, Learner
from training.rules.completions import FILE_SUPPORT

TODAY = NOW.date()


@pytest.fixture
def begun(jo, rosa):
    """Jo said yes, and nobody is named yet."""
    return offered(jo, rosa)


@pytest.fixture
def taught(match, rosa):
    """Sam, who mentors Jo, learnt to be beside somebody who reads."""
    mentor = Mentor.objects.get(pk=match.mentor_id)
    Completion.objects.create(learner=mentor.learner, module=FILE_SUPPORT, completed_on=TODAY, keyed_at=NOW)
    return mentor


def name(journey, by, role="practitioner", no_conflict=True, **who):
    return supporters.name(journey=journey, role=role, no_conflict=no_conflict, by=by, at=NOW, **who)


def refused(journey, by, **said):
    with pytest.raises(NotAllowed) as no:
        name(journey, by, **said)
    assert not Supporter.objects.exists()
    return no.value.reasons


def test_whoever_is_named_and_agreed_to_reads_the_journey(begun, finn, bea):
    named = name(begun, bea, login=finn)
    assert Journey.objects.visible_to(bea).exists()  # nobody keeps it yet: it is the team’s

    supporters.agree(supporter=named, on=TODAY, by=bea, at=NOW)

    assert Journey.objects.visible_to(finn).get() == begun
    assert not Journey.objects.visible_to(bea).exists()


def test_the_duty_to_name_somebody_is_done_once_the_person_said_yes(begun, finn):
    named = name(begun, finn, login=finn)
    duty = Duty.objects.get(kind="name_practitioner")
    assert duty.status == "open"

    supporters.agree(supporter=named, on=TODAY, by=finn, at=NOW)

    duty.refresh_from_db()
    assert duty.status == "done"


def test_name_refuses_without_training_in_date(begun, finn):
    Completion.objects.update(expires_on=TODAY - timedelta(days=1))

    assert refused(begun, finn, login=finn) == ["Their training for this is not in date."]


def test_name_refuses_somebody_who_does_not_do_this_here(begun, finn, rosa):
    learner = Learner.objects.create(name="Rosa", login=rosa, added_at=NOW)
    Completion.objects.create(learner=learner, module=FILE_SUPPORT, completed_on=TODAY, keyed_at=NOW)

    assert refused(begun, finn, login=rosa) == ["They do not support people with their records here."]


def test_name_refuses_before_anybody_asked_what_stands_between_them(begun, finn):
    (reason,) = refused(begun, finn, login=finn, no_conflict=False)

    assert "Ask whether anything stands between them" in reason


def test_nobody_supports_themselves(begun, finn, jo):
    jo.login = finn
    jo.save()
    begun.refresh_from_db()

    assert refused(begun, finn, login=finn) == ["Nobody supports themselves."]


def test_the_one_who_steps_in_is_somebody_else(journey, finn):
    with pytest.raises(NotAllowed, match="are two people"):
        name(journey, finn, login=finn, role="back_up")


def test_name_refuses_a_second_one_for_the_same_thing(journey, finn, bea):
    with pytest.raises(NotAllowed, match="named for this already"):
        name(journey, finn, login=bea)


def test_a_trained_mentor_of_theirs_may_be_beside_them(journey, taught, finn, sam):
    named = name(journey, finn, role="peer_mentor", mentor=taught)
    supporters.agree(supporter=named, on=TODAY, by=finn, at=NOW)

    assert Journey.objects.alongside(sam).get() == journey
    assert not Journey.objects.visible_to(sam).exists()


def test_name_refuses_a_mentor_without_the_training(journey, match, finn):
    with pytest.raises(NotAllowed, match="not in date"):
        name(journey, finn, role="peer_mentor", mentor=match.mentor)


def test_name_refuses_a_mentor_who_is_away_and_does_not_say_why(journey, taught, finn, sam):
    leaves.tell(mentor=taught, first_day=TODAY, last_day=TODAY, why="unwell", note="", key="l", by=sam, at=NOW)

    with pytest.raises(NotAllowed) as no:
        name(journey, finn, role="peer_mentor", mentor=taught)
    assert no.value.reasons == [NOT_NOW]


def test_name_refuses_a_mentor_who_has_lost_a_gate(journey, taught, finn):
    Mentor.objects.filter(pk=taught.pk).update(status="suspended")
    taught.refresh_from_db()

    with pytest.raises(NotAllowed, match="cannot be beside"):
        name(journey, finn, role="peer_mentor", mentor=taught)


def test_those_who_are_kept_apart_are_kept_apart_here_too(journey, taught, finn, nadia, sam, jo):
    named = name(journey, finn, role="peer_mentor", mentor=taught)
    supporters.agree(supporter=named, on=TODAY, by=finn, at=NOW)

    match_blocks.make(
        person=jo, other=taught.person, kind="family", reason="They are cousins", key="b", by=nadia, at=NOW
    )

    assert not Journey.objects.alongside(sam).exists()
    supporters.end(supporter=named, by=finn, at=NOW)
    with pytest.raises(NotAllowed) as no:
        name(journey, finn, role="peer_mentor", mentor=taught)
    assert no.value.reasons == [NOT_NOW]


def test_agree_refuses_a_day_before_the_naming_or_after_today(begun, finn):
    named = name(begun, finn, login=finn)

    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(NotAllowed, match="lies between"):
            supporters.agree(supporter=named, on=day, by=finn, at=NOW)


def test_agree_refuses_once_training_has_run_out(begun, finn):
    named = name(begun, finn, login=finn)
    Completion.objects.update(expires_on=TODAY - timedelta(days=1))

    with pytest.raises(NotAllowed, match="not in date"):
        supporters.agree(supporter=named, on=TODAY, by=finn, at=NOW)


def test_end_is_at_once_and_every_duty_goes_on_with_an_owner(journey, practitioner, finn, bea, raised):
    theirs = raised(journey, for_supporter=practitioner)

    supporters.end(supporter=practitioner, by=finn, at=NOW)

    theirs.refresh_from_db()
    assert (theirs.status, theirs.for_supporter) == ("open", None)
    assert Duty.objects.visible_to(bea).filter(pk=theirs.pk).exists()
    assert not Journey.objects.visible_to(finn).filter(supporters__login=finn, supporters__ended_at=None).exists()
    assert Duty.objects.open().filter(kind="name_practitioner").count() == 1


def test_the_ended_can_be_named_again(journey, practitioner, finn):
    supporters.end(supporter=practitioner, by=finn, at=NOW)

    again = beside(journey, finn, finn)

    assert again.pk != practitioner.pk
    assert not Duty.objects.open().filter(kind="name_practitioner").exists()


def test_the_back_up_reads_nothing_until_they_step_in(journey, back_up, bea):
    assert not Journey.objects.visible_to(bea).exists()

    supporters.step_in(supporter=back_up, because="Finn is ill", by=bea, at=NOW)

    assert Journey.objects.visible_to(bea).get() == journey
    told = Duty.objects.get(kind="tell_they_stepped_in")
    assert (told.for_supporter, told.status) == (back_up, "open")
    back_up.refresh_from_db()
    assert back_up.stepped_in_because == "Finn is ill"


def test_step_in_refuses_without_a_reason_or_a_yes(journey, back_up, practitioner, bea, finn):
    with pytest.raises(NotAllowed, match="Say why"):
        supporters.step_in(supporter=back_up, because="  ", by=bea, at=NOW)
    with pytest.raises(NotAllowed, match="agreed to"):
        supporters.step_in(supporter=practitioner, because="Why not", by=finn, at=NOW)


def test_named_agreed_and_ended_twice_they_are_there_once(begun, finn):
    named = {name(begun, finn, login=finn).pk for _ in range(2)}
    one = Supporter.objects.get()
    for _ in range(2):
        supporters.agree(supporter=one, on=TODAY, by=finn, at=NOW)
    for _ in range(2):
        supporters.end(supporter=one, by=finn, at=NOW)

    assert named == {one.pk}
    assert Event.objects.filter(verb="files.supporter.named").count() == 1
    assert Event.objects.filter(verb="files.supporter.agreed").count() == 1
    assert Event.objects.filter(verb="files.supporter.ended").count() == 1


def test_the_trail_names_the_person_and_never_the_reason(journey, back_up, bea, jo):
    supporters.step_in(supporter=back_up, because="Finn broke a leg", by=bea, at=NOW)

    entry = Event.objects.filter(verb="files.supporter.stepped_in").get()
    assert (entry.about_ref, entry.reason) == (jo.ref, "")
    assert "leg" not in str(entry.detail)
