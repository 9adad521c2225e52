from datetime import date, timedelta

import pytest

from accounts.actions import users
from common.transitions import NotAllowed
from mentoring.actions import dbs_checks, gates, mentors
from mentoring.models import Clearance, Mentor
from people.actions import persons
from tests.conftest import NOW
from tests.factories import readiness
from training.models import Completion

TODAY = NOW.date()


@pytest.fixture
def newcomer(yorkshire, rosa) -> Mentor:
    """Somebody in training, with nothing in their file but a supervisor."""
    person = persons.add(preferred_name="Kit", team=yorkshire, by=rosa, at=NOW)
    mentor = mentors.add(person=person, team=yorkshire, joined_on=TODAY, supervisor=rosa, by=rosa, at=NOW)
    return mentors.change_status(mentor=mentor, to="training", reason="", by=rosa, at=NOW)


def why_not(mentor, prison=None, on: date = TODAY):
    return gates.why_not_match(mentor=mentor, establishment=prison, on=on)


def test_a_mentor_who_is_ready_may_be_matched_in_the_community(newcomer):
    readiness.ready(newcomer)

    assert why_not(newcomer) == []
    assert gates.why_not_active(mentor=newcomer, on=TODAY) == []


def test_a_mentor_who_is_ready_and_cleared_may_go_in(newcomer, leeds):
    readiness.ready(newcomer, leeds)

    assert why_not(newcomer, leeds) == []


def test_an_empty_file_says_everything_that_is_lacking(newcomer):
    assert [reason.split(".")[0] for reason in why_not(newcomer)] == [
        "Two accepted references are needed",
        "Nobody has decided yet whether the role needs a DBS check",
        "There is no risk assessment",
        "Training is not finished: Keeping people safe, Boundaries and what stays between us, Listening, and what"
        " trauma does, Being in care, and the rights that follow",
    ]


def test_a_dbs_check_is_no_clearance(newcomer, leeds):
    readiness.ready(newcomer)

    assert why_not(newcomer, leeds) == ["They have no clearance for HMP Leeds."]


def test_a_clearance_is_no_dbs_check(newcomer, leeds):
    readiness.ready(newcomer, leeds)
    newcomer.dbs_checks.all().delete()

    assert why_not(newcomer, leeds) == ["Nobody has decided yet whether the role needs a DBS check."]


def test_a_clearance_opens_one_prison_and_no_other(newcomer, leeds):
    readiness.ready(newcomer, leeds)
    other = type(leeds).objects.create(
        code="WEI", name="HMP Wealstun", kind="prison", gender="men", category="C", region="North",
        authority=leeds.authority,
    )  # fmt: skip

    assert why_not(newcomer, leeds) == []
    assert why_not(newcomer, other) == ["They have no clearance for HMP Wealstun."]


@pytest.mark.parametrize(("days", "is_open"), [(-1, False), (0, True), (10, True), (11, False)])
def test_a_clearance_is_asked_on_the_day_itself(newcomer, leeds, days, is_open):
    readiness.ready(newcomer, leeds)
    Clearance.objects.update(valid_from=TODAY, valid_until=TODAY + timedelta(days=10))

    assert (why_not(newcomer, leeds, TODAY + timedelta(days=days)) == []) is is_open


@pytest.mark.parametrize("status", [status for status in Clearance.Status.values if status != "granted"])
def test_no_other_state_of_a_clearance_opens_a_prison(newcomer, leeds, status):
    readiness.ready(newcomer, leeds)
    Clearance.objects.update(status=status)

    assert len(why_not(newcomer, leeds)) == 1


def test_a_second_signature_is_asked_for(newcomer):
    readiness.ready(newcomer)
    newcomer.risk_assessments.update(status="written", signed_at=None, signed_by=None)

    assert why_not(newcomer) == ["The risk assessment needs a second signature, from somebody else."]


def test_an_assessment_that_waits_for_its_second_signature_does_not_undo_the_one_before(newcomer, rosa):
    readiness.ready(newcomer)
    readiness.risk(newcomer, rosa, readiness.staff("second checker"))
    newcomer.risk_assessments.filter(written_by=rosa).update(
        status="written", signed_at=None, signed_by=None, written_at=NOW, decision="not_now"
    )

    assert why_not(newcomer) == []


def test_a_newer_decision_counts(newcomer, rosa):
    readiness.ready(newcomer)
    check = dbs_checks.ask(mentor=newcomer, level="enhanced", by=rosa, at=NOW)
    assert why_not(newcomer) == []  # a check on its way does not undo the one before
    dbs_checks.decide(
        check=check, outcome="recorded", decision="not_suitable", number="1", issued_on=TODAY, words="Talked through",
        by=rosa, at=NOW,
    )  # fmt: skip

    assert why_not(newcomer) == ["The decision on the DBS check was that they may not mentor."]


def test_the_module_for_prisons_is_asked_only_for_prisons(newcomer, leeds):
    readiness.ready(newcomer, leeds)
    Completion.objects.filter(module="inside").delete()

    assert why_not(newcomer) == []
    assert why_not(newcomer, leeds) == ["Training is not finished: Working in a prison."]


def test_training_runs_out(newcomer):
    readiness.ready(newcomer)
    Completion.objects.filter(module="safeguarding").update(expires_on=TODAY - timedelta(days=1))

    assert why_not(newcomer) == ["Training has run out: Keeping people safe."]


def test_doing_a_module_again_counts(newcomer, rosa):
    readiness.ready(newcomer)
    Completion.objects.filter(module="safeguarding").update(expires_on=TODAY - timedelta(days=1))
    mentors.train(mentor=newcomer, module="safeguarding", version="2", completed_on=TODAY, by=rosa, at=NOW)

    assert why_not(newcomer) == []


def test_another_learners_training_is_not_theirs(newcomer, sam):
    assert "Training is not finished" in " ".join(why_not(newcomer))


def test_a_page_loaded_before_the_supervisor_left_opens_no_gate(newcomer):
    readiness.ready(newcomer)
    Mentor.objects.update(supervisor=None)

    assert newcomer.supervisor_id is not None
    assert why_not(newcomer) == ["They have no supervisor yet."]


def test_nobody_becomes_active_before_the_gates_are_open(newcomer, rosa):
    with pytest.raises(NotAllowed, match="Two accepted references"):
        mentors.change_status(mentor=newcomer, to="active", reason="", by=rosa, at=NOW)

    newcomer.refresh_from_db()
    assert newcomer.status == "training"


def test_somebody_who_is_ready_becomes_active(newcomer, rosa):
    readiness.ready(newcomer)

    mentors.change_status(mentor=newcomer, to="active", reason="", by=rosa, at=NOW)

    assert newcomer.status == "active"


def test_after_a_rest_the_gates_are_asked_again(newcomer, rosa):
    readiness.ready(newcomer)
    mentors.change_status(mentor=newcomer, to="active", reason="", by=rosa, at=NOW)
    mentors.change_status(mentor=newcomer, to="resting", reason="", by=rosa, at=NOW)
    Completion.objects.filter(module="safeguarding").delete()

    with pytest.raises(NotAllowed, match="Training is not finished: Keeping people safe"):
        mentors.change_status(mentor=newcomer, to="active", reason="", by=rosa, at=NOW)


def test_a_match_under_way_waits_for_what_ran_out(newcomer, leeds):
    readiness.ready(newcomer, leeds)
    Clearance.objects.update(status="expired")
    Mentor.objects.update(supervisor=None)

    assert gates.why_not_go_on(mentor=newcomer, establishment=leeds, on=TODAY) == [
        "They have no supervisor yet.", "Their clearance for HMP Leeds is not valid on 22 November 2026.",
    ]  # fmt: skip


@pytest.mark.parametrize("leave", [users.close_login, users.end_role])
def test_a_supervisor_who_left_supports_nobody(newcomer, rosa, leave):
    readiness.ready(newcomer)
    said = {"reason": "Another job"} if leave is users.close_login else {"role": "coordinator"}
    leave(user=rosa, by=None, at=NOW, **said)

    assert why_not(newcomer) == ["They have no supervisor yet."]
