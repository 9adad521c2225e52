"""Eight phones send the same form at once; eight corrections start from the same version."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from common.transitions import Stale
from mentoring.actions import sessions
from mentoring.actions.sessions import Details
from mentoring.models import Correction, Session
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def details(leeds, minutes=45) -> Details:
    return Details(
        kind="one_to_one",
        setting="custody",
        medium="in_person",
        establishment=leeds,
        started_at=timezone.now() - timedelta(hours=2),
        happened=True,
        minutes=minutes,
    )


def test_the_same_form_sent_by_eight_at_once_makes_one_session(match, sam, leeds):
    said = details(leeds)

    outcomes = race(
        8,
        lambda n: sessions.record(
            mentor=match.mentor, details=said, marks={match: "attended"}, key="once", by=sam, at=timezone.now()
        ),
    )

    assert {outcome.pk for outcome in outcomes} == {Session.objects.get().pk}
    assert Event.objects.filter(verb="mentoring.session.recorded").count() == 1
    assert check().whole


def test_of_eight_corrections_of_one_version_one_is_first(match, sam, leeds):
    session = sessions.record(
        mentor=match.mentor, details=details(leeds), marks={match: "attended"}, key="k", by=sam, at=timezone.now()
    )

    outcomes = race(
        8,
        lambda n: sessions.correct(
            session=Session.objects.get(pk=session.pk), details=details(leeds, minutes=50 + n),
            marks={match: "attended"}, seen=1, reason="x", by=sam, at=timezone.now(),
        ),
    )  # fmt: skip

    assert sum(isinstance(outcome, Session) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Stale) for outcome in outcomes) == 7
    assert Correction.objects.count() == 1
