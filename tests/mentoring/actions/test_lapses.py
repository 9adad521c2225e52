"""What runs out: staff are told in good time, and a match waits."""

from datetime import timedelta

import pytest

from accounts.actions import users
from accounts.roles import Role
from audit.models import Event
from mentoring.actions import clearances, dbs_checks, lapses, matches, mentors, references, risk_assessments, tasks
from mentoring.models import Clearance, DbsCheck, Match, Mentor, RiskAssessment, Task
from people.actions import locations
from tests.conftest import NOW
from training.models import Completion

TODAY = NOW.date()


@pytest.fixture
def clearance(match) -> Clearance:
    return Clearance.objects.get(mentor=match.mentor)


def ends(clearance, days):
    Clearance.objects.filter(pk=clearance.pk).update(valid_until=TODAY + timedelta(days=days))


def find(at=NOW):
    """As the clock does it each night."""
    found = lapses.find(by=None, at=at)
    clearances.expire(by=None, at=at)
    return found


def test_a_match_in_prison_waits_when_the_clearance_ran_out_and_the_team_is_asked(match, clearance, yorkshire):
    ends(clearance, -1)

    assert find() == 1
    match.refresh_from_db()
    clearance.refresh_from_db()
    task = Task.objects.get(kind="match_after_lapse")
    assert (match.status, clearance.status) == (Match.Status.PAUSED, Clearance.Status.EXPIRED)
    assert (task.team, task.match, task.due_on) == (yorkshire, match, TODAY + timedelta(days=1))


def test_the_reason_is_kept_in_words_for_staff_and_said_neutrally_to_the_mentor(match, clearance):
    ends(clearance, -1)
    find()

    match.refresh_from_db()
    assert match.status_reason == "We are checking something"
    assert "HMP Leeds" in match.steps.order_by("-pk").first().note


def test_a_match_waits_when_training_ran_out(match):
    Completion.objects.filter(module="safeguarding").update(expires_on=TODAY - timedelta(days=1))

    assert find() == 1


def test_in_the_community_no_clearance_is_needed(match, clearance, rosa):
    locations.record(person=match.person, kind="community", by=rosa, at=NOW)
    Match.objects.update(status=Match.Status.ACTIVE)
    ends(clearance, -1)

    assert find() == 0


def test_a_match_goes_on_while_everything_counts(match):
    assert find() == 0
    match.refresh_from_db()
    assert match.status == Match.Status.ACTIVE


def no_supervisor(match, rosa):
    Mentor.objects.update(supervisor=None)


def a_supervisor_without_a_login(match, rosa):
    Mentor.objects.update(supervisor=rosa)
    users.close_login(user=rosa, reason="She has another job now.", by=None, at=NOW)


def a_supervisor_in_another_job(match, rosa):
    Mentor.objects.update(supervisor=rosa)
    users.end_role(user=rosa, role=Role.COORDINATOR, by=None, at=NOW)


@pytest.mark.parametrize("left", [no_supervisor, a_supervisor_without_a_login, a_supervisor_in_another_job])
def test_a_match_waits_when_nobody_supports_the_mentor(match, rosa, left):
    left(match, rosa)

    assert find() == 1
    assert match.steps.order_by("-pk").first().note == "They have no supervisor yet."


def test_a_new_module_parts_nobody(match):
    Completion.objects.filter(module="safeguarding").delete()

    assert find() == 0


def test_a_match_coming_to_its_end_has_no_pause_so_the_team_is_asked_until_it_is_mended(match, clearance, rosa):
    matches.begin_ending(match=match, by=None, at=NOW)
    ends(clearance, -1)

    assert [find(), find()] == [1, 0]
    match.refresh_from_db()
    assert match.status == Match.Status.ENDING
    tasks.finish(task=Task.objects.get(kind="match_after_lapse"), by=rosa, at=NOW)
    assert find(NOW + timedelta(days=1)) == 1


def taken_back_by_the_prison(match, rosa, marion):
    held = Clearance.objects.get(mentor=match.mentor)
    clearances.take(
        clearance=held, to="withdrawn_by_establishment", reason="conduct", words="They wrote to us", by=rosa, at=NOW
    )


def not_suitable(match, rosa, marion):
    check = dbs_checks.ask(mentor=match.mentor, level="enhanced", by=rosa, at=NOW)
    dbs_checks.decide(
        check=check, outcome="recorded", decision="not_suitable", number="1", issued_on=TODAY, words="Talked through",
        by=marion, at=NOW,
    )  # fmt: skip


def not_now(match, rosa, marion):
    written = risk_assessments.write(
        mentor=match.mentor, risks="Too near to it all", safeguards="", decision="not_now", key="r", by=rosa, at=NOW,
        look_again_on=TODAY + timedelta(days=90),
    )  # fmt: skip
    risk_assessments.sign(assessment=written, by=marion, at=NOW)


def reference_taken_back(match, rosa, marion):
    one = match.mentor.references.first()
    references.take_back(reference=one, words="They told us it was not so", by=rosa, at=NOW)


LOST = [taken_back_by_the_prison, not_suitable, not_now, reference_taken_back]


@pytest.mark.parametrize("lose", LOST)
def test_what_is_taken_back_lets_a_match_wait_in_the_same_moment(match, rosa, marion, lose):
    lose(match, rosa, marion)

    match.refresh_from_db()
    assert match.status == Match.Status.PAUSED
    assert Task.objects.get(kind="match_after_lapse").match == match
    assert find() == 0


def test_looking_twice_pauses_once_and_asks_once(match, clearance):
    ends(clearance, -1)

    assert [find(), find(), find(NOW + timedelta(days=1))] == [1, 0, 0]
    assert Task.objects.filter(kind="match_after_lapse").count() == 1
    assert Event.objects.filter(verb="mentoring.clearance.expired").count() == 1


def test_a_clearance_is_chased_at_60_30_and_7_days_once_each(match, clearance):
    ends(clearance, 60)
    for day in range(61):
        for _ in range(2):
            lapses.chase(by=None, at=NOW + timedelta(days=day))

    keys = Task.objects.filter(kind="clearance_ends_soon").order_by("pk").values_list("key", flat=True)
    assert [key.rsplit(":", 1)[1] for key in keys] == ["60", "30", "7"]


def test_a_day_without_the_clock_loses_no_chase(match, clearance):
    ends(clearance, 60)
    for day in (5, 35, 58):
        lapses.chase(by=None, at=NOW + timedelta(days=day))

    assert Task.objects.filter(kind="clearance_ends_soon").count() == 3


def test_a_renewed_clearance_is_chased_anew(match, clearance):
    ends(clearance, 60)
    lapses.chase(by=None, at=NOW)
    ends(clearance, 400)
    lapses.chase(by=None, at=NOW)
    lapses.chase(by=None, at=NOW + timedelta(days=341))

    assert Task.objects.filter(kind="clearance_ends_soon").count() == 2


@pytest.mark.parametrize("days", [61, 400])
def test_nobody_is_asked_too_early(match, clearance, days):
    ends(clearance, days)

    assert lapses.chase(by=None, at=NOW) == 0
    assert not Task.objects.filter(kind="clearance_ends_soon").exists()


def dbs_ends(day):
    DbsCheck.objects.update(look_again_on=day)


def risk_ends(day):
    RiskAssessment.objects.update(look_again_on=day)


def training_ends(day):
    Completion.objects.filter(module="safeguarding").update(expires_on=day)


ENDS = {"dbs_check": dbs_ends, "risk_assessment": risk_ends, "training": training_ends}


@pytest.mark.parametrize("name", ENDS)
def test_checks_and_training_are_chased_as_clearances_are(match, name):
    ENDS[name](TODAY + timedelta(days=60))
    for day in range(61):
        lapses.chase(by=None, at=NOW + timedelta(days=day))

    raised = Task.objects.order_by("pk")
    assert {task.kind for task in raised} == {f"{name}_ends_soon"}
    assert [task.key.rsplit(":", 1)[1] for task in raised] == ["60", "30", "7"]
    assert {task.mentor for task in raised} == {match.mentor}


def test_what_has_something_newer_beside_it_runs_out_in_peace(match, rosa, marion):
    for end in ENDS.values():
        end(TODAY + timedelta(days=20))
    DbsCheck.objects.create(
        mentor=match.mentor, level="enhanced", status="decided", outcome="clear", decision="suitable", number="2",
        issued_on=TODAY, look_again_on=TODAY + timedelta(days=900), asked_at=NOW, asked_by=rosa, decided_at=NOW,
        decided_by=rosa,
    )  # fmt: skip
    RiskAssessment.objects.create(
        mentor=match.mentor, key="new", status="signed", risks="As before", decision="go_ahead", written_by=rosa,
        look_again_on=TODAY + timedelta(days=300), written_at=NOW, signed_at=NOW, signed_by=marion,
    )  # fmt: skip
    mentors.train(mentor=match.mentor, module="safeguarding", version="", completed_on=TODAY, by=rosa, at=NOW)

    assert lapses.chase(by=None, at=NOW) == 0


def test_nobody_is_chased_for_a_mentor_who_left(match):
    for end in ENDS.values():
        end(TODAY + timedelta(days=20))
    Mentor.objects.update(status="ended", left_on=TODAY)

    assert lapses.chase(by=None, at=NOW) == 0


def test_whoever_holds_a_group_in_a_prison_that_no_longer_lets_them_in_is_asked_about(group, match, clearance, rosa):
    Match.objects.update(status=Match.Status.PAUSED)
    ends(clearance, -1)

    assert [find(), find(NOW + timedelta(days=1))] == [1, 0]
    task = Task.objects.get(kind="group_after_lapse")
    assert (task.mentor, task.team) == (match.mentor, group.team)
    tasks.finish(task=task, by=rosa, at=NOW)
    assert find(NOW + timedelta(days=1)) == 1
