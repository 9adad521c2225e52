"""Asking for evidence about a mentor, hearing of it and deciding on it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import clearances, dbs_checks, interviews, mentors, references, risk_assessments
from mentoring.models import Clearance, ClearanceStep, DbsCheck, Interview, Mentor, Reference, RiskAssessment
from mentoring.rules.clearances import Step
from people.actions import persons
from tests.conftest import NOW
from training.models import Learner

TODAY = NOW.date()
SAID = {"how_long": "Six years, from the Canary club", "recommend": "Yes"}
CANARY = "Canary"


@pytest.fixture
def kit(yorkshire, rosa) -> Mentor:
    person = persons.add(preferred_name="Kit", team=yorkshire, by=rosa, at=NOW)
    return mentors.add(person=person, team=yorkshire, joined_on=TODAY, supervisor=None, by=rosa, at=NOW)


def stored(table, column):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")  # noqa: S608  # names of ours
        return cursor.fetchone()[0]


# ---------------------------------------------------------------- References


@pytest.fixture
def reference(kit, rosa) -> Reference:
    return references.name(
        mentor=kit, name="Bel Canary", known_as="Youth worker", email="bel@example.org", reach="", by=rosa, at=NOW
    )


def test_a_reference_that_came_on_paper_is_keyed_in_and_accepted(reference, rosa):
    references.key_in(reference=reference, said=SAID, by=rosa, at=NOW)
    references.judge(reference=reference, accepted=True, words="", by=rosa, at=NOW)

    reference.refresh_from_db()
    assert (reference.status, reference.said, reference.keyed_by) == ("accepted", SAID, rosa)
    assert (reference.decided_by, reference.decided_at) == (rosa, NOW)


def test_what_a_referee_said_is_sealed(reference, rosa):
    references.key_in(reference=reference, said=SAID, by=rosa, at=NOW)

    assert CANARY not in stored("mentoring_reference", "name") + stored("mentoring_reference", "answers")


def test_a_referee_has_a_name_and_a_way_to_be_reached(kit, rosa):
    with pytest.raises(NotAllowed, match="Enter the name.*another way to reach them"):
        references.name(mentor=kit, name=" ", known_as="", email="", reach="", by=rosa, at=NOW)


@pytest.mark.parametrize("said", [{}, {"how_long": "Long"}, {"how_long": " ", "recommend": "Yes"}])
def test_a_reference_must_say_enough(reference, rosa, said):
    with pytest.raises(NotAllowed, match="Answer how you know them"):
        references.key_in(reference=reference, said=said, by=rosa, at=NOW)


def test_a_reference_is_not_refused_without_words(reference, rosa):
    references.key_in(reference=reference, said=SAID, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="in words that the person may be given"):
        references.judge(reference=reference, accepted=False, words=" ", by=rosa, at=NOW)


def test_nobody_judges_what_has_not_come(reference, rosa):
    with pytest.raises(NotAllowed, match="already moved on"):
        references.judge(reference=reference, accepted=True, words="", by=rosa, at=NOW)


def test_a_reference_is_keyed_in_once(reference, rosa):
    references.key_in(reference=reference, said=SAID, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        references.key_in(reference=reference, said=SAID | {"recommend": "No"}, by=rosa, at=NOW)
    assert Event.objects.filter(verb="mentoring.reference.keyed_in").count() == 1


# ---------------------------------------------------------------- DBS


def decide(check, by, **said):
    given = {"outcome": "clear", "decision": "suitable", "number": "0017", "issued_on": TODAY, "words": ""}
    return dbs_checks.decide(check=check, **given | said, by=by, at=NOW)


@pytest.fixture
def check(kit, rosa) -> DbsCheck:
    return dbs_checks.ask(mentor=kit, level="enhanced", by=rosa, at=NOW)


def test_a_dbs_check_is_asked_for_and_decided(check, marion):
    decide(check, marion)

    assert (check.status, check.decided_by, check.number) == ("decided", marion, "0017")
    assert check.look_again_on == TODAY + timedelta(days=3 * 365)


def test_something_on_a_certificate_is_weighed_up_and_is_no_bar(check, marion):
    with pytest.raises(NotAllowed, match="Say what you weighed up"):
        decide(check, marion, outcome="recorded")

    assert decide(check, marion, outcome="recorded", words="Long ago").decision == "suitable"


def test_nobody_is_turned_away_for_a_dbs_check_without_words(check, marion):
    with pytest.raises(NotAllowed, match="in words that the person may be given"):
        decide(check, marion, decision="not_suitable")


@pytest.mark.parametrize(("days", "words"), [(1, "a day to come"), (-1200, "too old")])
def test_a_certificate_is_from_a_day_that_makes_sense(check, marion, days, words):
    with pytest.raises(NotAllowed, match=words):
        decide(check, marion, issued_on=TODAY + timedelta(days=days))


def test_that_no_check_is_needed_is_a_decision_with_a_reason(kit, marion):
    with pytest.raises(NotAllowed, match="why the role needs no check"):
        dbs_checks.not_needed(mentor=kit, words=" ", by=marion, at=NOW)

    found = dbs_checks.not_needed(mentor=kit, words="He serves his sentence there", by=marion, at=NOW)
    assert (found.level, found.decision, found.decided_by) == ("none", "not_needed", marion)


def test_one_check_waits_at_a_time(check, kit, rosa):
    with pytest.raises(NotAllowed, match="nobody has decided on"):
        dbs_checks.ask(mentor=kit, level="basic", by=rosa, at=NOW)


def test_no_level_is_not_a_level_to_ask_for(kit, rosa):
    with pytest.raises(NotAllowed, match="Choose the level"):
        dbs_checks.ask(mentor=kit, level="none", by=rosa, at=NOW)


def test_a_dbs_check_is_decided_once(check, marion):
    decide(check, marion)

    with pytest.raises(NotAllowed, match="already moved on"):
        decide(check, marion, decision="not_suitable", words="No")


def test_the_number_of_a_certificate_is_sealed(check, marion):
    decide(check, marion, number="009912345678")

    assert "009912345678" not in stored("mentoring_dbscheck", "number")


# ---------------------------------------------------------------- Risk


def write(mentor, by, **said):
    given = {"risks": "Knows people inside", "safeguards": "Tells us", "decision": "with_safeguards", "key": "r1"}
    given["look_again_on"] = TODAY + timedelta(days=300)
    return risk_assessments.write(mentor=mentor, **given | said, by=by, at=NOW)


def test_two_people_sign_a_risk_assessment(kit, rosa, marion):
    assessment = write(kit, rosa)
    risk_assessments.sign(assessment=assessment, by=marion, at=NOW)

    assert (assessment.status, assessment.written_by, assessment.signed_by) == ("signed", rosa, marion)


def test_nobody_signs_what_they_wrote(kit, rosa):
    with pytest.raises(NotAllowed, match="Two different people sign"):
        risk_assessments.sign(assessment=write(kit, rosa), by=rosa, at=NOW)


def test_the_database_knows_that_two_people_sign(kit, rosa):
    assessment = write(kit, rosa)

    with pytest.raises(IntegrityError), transaction.atomic():
        RiskAssessment.objects.filter(pk=assessment.pk).update(status="signed", signed_by=rosa, signed_at=NOW)


def test_nobody_assesses_or_signs_for_themselves(sam, rosa):
    own = Mentor.objects.get(person__login=sam)

    with pytest.raises(NotAllowed, match="about themselves"):
        write(own, sam, key="r2")
    with pytest.raises(NotAllowed, match="about themselves"):
        risk_assessments.sign(assessment=write(own, rosa), by=sam, at=NOW)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"risks": " "}, "Say what could go wrong"),
        ({"safeguards": " "}, "so that it goes well"),
        ({"look_again_on": TODAY}, "within a year"),
        ({"look_again_on": TODAY + timedelta(days=400)}, "within a year"),
    ],
)
def test_a_risk_assessment_says_enough(kit, rosa, said, words):
    with pytest.raises(NotAllowed, match=words):
        write(kit, rosa, **said)


def test_an_assessment_sent_twice_is_written_once(kit, rosa):
    assert write(kit, rosa) == write(kit, rosa)
    assert Event.objects.filter(verb="mentoring.risk_assessment.written").count() == 1


def test_a_key_that_somebody_else_used_makes_no_second_assessment(kit, rosa, marion):
    write(kit, rosa)

    with pytest.raises(NotAllowed, match="sent already"):
        write(kit, marion)


# ---------------------------------------------------------------- Clearances


@pytest.fixture
def clearance(kit, leeds, rosa) -> Clearance:
    return clearances.begin(mentor=kit, establishment=leeds, by=rosa, at=NOW)


def take(clearance, to, by, **said):
    return clearances.take(clearance=clearance, to=to, **said, by=by, at=NOW)


def test_the_lived_experience_route_leads_to_a_clearance(clearance, rosa):
    take(clearance, Step.APPLIED, rosa)
    take(clearance, Step.STANDARD_REFUSED, rosa, reason="vetting", words="Less than ten years ago")
    take(clearance, Step.LEAP_SUBMITTED, rosa)
    take(clearance, Step.GRANTED, rosa, valid_from=TODAY, valid_until=TODAY + timedelta(days=365))

    assert Clearance.objects.valid(TODAY).get() == clearance
    assert [step.to for step in clearance.steps.order_by("pk")] == [
        "applied", "standard_refused", "leap_submitted", "granted",
    ]  # fmt: skip


def test_a_refusal_is_given_in_words_and_may_be_appealed(clearance, rosa):
    take(clearance, Step.APPLIED, rosa)
    with pytest.raises(NotAllowed, match="Nobody is turned away without a reason"):
        take(clearance, Step.REFUSED, rosa, reason="security")

    take(clearance, Step.REFUSED, rosa, reason="security", words="They will not say more")
    take(clearance, Step.APPEALED, rosa)
    assert clearance.steps.get(to="refused").words == "They will not say more"


def test_a_clearance_is_renewed_with_new_days(clearance, rosa):
    take(clearance, Step.APPLIED, rosa)
    take(clearance, Step.GRANTED, rosa, valid_from=TODAY, valid_until=TODAY)
    take(clearance, Step.GRANTED, rosa, valid_from=TODAY, valid_until=TODAY + timedelta(days=300))

    assert clearance.valid_until == TODAY + timedelta(days=300)


def test_the_database_refuses_a_silent_bar(clearance, rosa):
    with pytest.raises(IntegrityError), transaction.atomic():
        ClearanceStep.objects.create(
            clearance=clearance, frm="applied", to="refused", reason="", words="", taken_at=NOW, taken_by=rosa
        )


def test_what_ran_out_is_said_to_have_run_out_once(clearance, rosa):
    take(clearance, Step.APPLIED, rosa)
    take(clearance, Step.GRANTED, rosa, valid_from=TODAY - timedelta(days=9), valid_until=TODAY - timedelta(days=1))

    assert [clearances.expire(by=None, at=NOW), clearances.expire(by=None, at=NOW)] == [1, 0]
    clearance.refresh_from_db()
    assert clearance.status == "expired"


def test_a_clearance_counts_on_its_last_day(clearance, rosa):
    take(clearance, Step.APPLIED, rosa)
    take(clearance, Step.GRANTED, rosa, valid_from=TODAY, valid_until=TODAY)

    assert clearances.expire(by=None, at=NOW) == 0


def test_a_prison_is_asked_once_about_a_mentor(clearance, kit, leeds, rosa):
    assert clearances.begin(mentor=kit, establishment=leeds, by=rosa, at=NOW) == clearance
    assert Event.objects.filter(verb="mentoring.clearance.begun").count() == 1


def test_prison_staff_see_the_clearances_for_their_own_prison(clearance, dee, rosa, gwen, marion, max_, leeds):
    from tests.factories.people import posted, prison

    visible = Clearance.objects.visible_to
    assert list(visible(dee)) == []
    posted(dee, establishment=prison())
    assert list(visible(dee)) == []
    posted(dee, establishment=leeds)
    assert [list(visible(user)) for user in (dee, rosa, marion)] == [[clearance]] * 3
    assert [list(visible(user)) for user in (gwen, max_)] == [[], []]


# ---------------------------------------------------------------- Interviews, training and supervisors


def test_a_talk_is_written_down_once(kit, rosa):
    said = {"held_on": TODAY, "how": "inside", "strengths": CANARY, "needs": "", "advice": "go_on", "key": "i1"}
    talks = {interviews.record(mentor=kit, **said, by=rosa, at=NOW).pk for _ in range(3)}

    assert len(talks) == 1
    assert CANARY not in stored("mentoring_interview", "strengths")
    assert Event.objects.filter(verb="mentoring.interview.recorded").count() == 1
    with pytest.raises(NotAllowed, match="not been held yet"):
        interviews.record(mentor=kit, **said | {"key": "i2", "held_on": TODAY + timedelta(days=1)}, by=rosa, at=NOW)
    assert Interview.objects.count() == 1


def test_a_mentor_becomes_a_learner_with_the_first_module(kit, rosa):
    for module in ("safeguarding", "listening"):
        mentors.train(mentor=kit, module=module, version="2026", completed_on=TODAY, by=rosa, at=NOW)

    kit.refresh_from_db()
    assert Learner.objects.get() == kit.learner
    assert kit.learner.completions.count() == 2


def test_nobody_is_their_own_supervisor(sam, rosa):
    own = Mentor.objects.get(person__login=sam)

    with pytest.raises(NotAllowed, match="their own supervisor"):
        mentors.supervise(mentor=own, supervisor=sam, by=rosa, at=NOW)
    assert mentors.supervise(mentor=own, supervisor=rosa, by=rosa, at=NOW).supervisor == rosa
