import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import applications, decisions, interviews, references, risk_assessments
from mentoring.models import MentorApplication, Reference, RiskAssessment
from tests.conftest import NOW
from tests.matrix.fixtures_recruitment import applied, interested
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def application(yorkshire, rosa):
    application = applied(yorkshire, rosa)
    interviews.record(
        mentor=application.mentor, held_on=NOW.date(), how="phone", strengths="Kind", needs="", advice="go_on", key="t",
        by=rosa, at=NOW,
    )  # fmt: skip
    return application


def fresh(application):
    return MentorApplication.objects.get(pk=application.pk)


def refused(outcomes):
    return sum(isinstance(outcome, NotAllowed) for outcome in outcomes)


def test_eight_clicks_on_one_button_are_one_step(application, rosa):
    outcomes = race(
        8, lambda _: applications.advance(application=fresh(application), seen="submitted", by=rosa, at=NOW)
    )

    assert refused(outcomes) == 7
    assert fresh(application).status == "interviewed"
    assert Event.objects.filter(verb="mentoring.application.advanced").count() == 1


def test_of_eight_decisions_one_stands(application, rosa):
    def decide(number):
        return decisions.decline(
            application=fresh(application), reason="no_room", words=f"No room just now, says {number}.", by=rosa, at=NOW
        )

    outcomes = race(8, decide)

    assert refused(outcomes) == 7
    assert Event.objects.filter(verb="mentoring.application.declined").count() == 1


def test_a_reference_is_received_once(application, rosa):
    reference = application.mentor.references.first()

    def key_in(number):
        said = {"how_long": f"{number} years", "recommend": "Yes"}
        return references.key_in(reference=Reference.objects.get(pk=reference.pk), said=said, by=rosa, at=NOW)

    assert refused(race(8, key_in)) == 7


def test_a_risk_assessment_is_signed_once(application, rosa, marion):
    written = risk_assessments.write(
        mentor=application.mentor, risks="Knows people", safeguards="", decision="go_ahead", key="r", by=rosa, at=NOW,
        look_again_on=NOW.date().replace(year=NOW.year + 1),
    )  # fmt: skip
    outcomes = race(
        8,
        lambda _: risk_assessments.sign(assessment=RiskAssessment.objects.get(pk=written.pk), by=marion, at=NOW),
    )

    assert refused(outcomes) == 7


def test_interest_told_eight_times_is_told_once(yorkshire, rosa):
    race(8, lambda _: interested(yorkshire, rosa, key="same"))

    assert MentorApplication.objects.filter(key="same").count() == 1
