"""Eight people complain, answer, look back and delete at the same moment."""

import pytest
from django.utils import timezone

from audit.checking import check
from casefiles_support.actions import complaints, evaluations, redactions, timings
from casefiles_support.models import Complaint, Duty, Erasure, Evaluation, Journey, Redaction, Timing
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_after import TODAY
from tests.matrix.fixtures_files_journeys import journey  # noqa: F401  a fixture
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(outcomes, kind):
    return sum(isinstance(one, kind) for one in outcomes)


def test_of_eight_complaints_one_is_sent(journey, answered, finn):  # noqa: F811
    outcomes = race(
        8,
        lambda n: complaints.send(request=answered, about="covered", on=TODAY, key=f"k{n}", by=finn, at=timezone.now()),
    )

    assert (kinds(outcomes, Complaint), kinds(outcomes, NotAllowed)) == (1, 7)
    assert Complaint.objects.count() == 1


def test_of_eight_who_answer_a_complaint_one_does(journey, answered, complaint, finn):  # noqa: F811
    def answer(n):
        found = Complaint.objects.get(pk=complaint.pk)
        outcome = "upheld" if n % 2 else "not_upheld"
        return complaints.answer(
            complaint=found, outcome=outcome, on=TODAY, seen=complaint.version, by=finn, at=timezone.now()
        )

    outcomes = race(8, answer)

    assert (kinds(outcomes, Complaint), kinds(outcomes, NotAllowed)) == (1, 7)
    answered.refresh_from_db()
    assert answered.status == ("answered" if Complaint.objects.get().outcome == "upheld" else "refused")


def test_one_form_sent_eight_times_notes_once_and_owes_once(journey, answered, finn):  # noqa: F811
    outcomes = race(
        8,
        lambda n: redactions.note(
            request=answered, category="court", pages=3, reason_given=False, key="same", by=finn, at=timezone.now()
        ),
    )

    assert kinds(outcomes, Redaction) == 8
    assert (Redaction.objects.count(), Duty.objects.filter(kind="ask_for_pages").count()) == (1, 1)


def test_of_eight_who_look_back_one_is_kept(journey, answered, finn):  # noqa: F811
    outcomes = race(
        8,
        lambda n: evaluations.look_back(
            request=answered, on=TODAY, holder_offered_support="no", holder_explained="no", kept_informed="no",
            helped=[], hurt=[], key=f"k{n}", by=finn, at=timezone.now(),
        ),
    )  # fmt: skip

    assert (kinds(outcomes, Evaluation), kinds(outcomes, NotAllowed)) == (1, 7)


def test_of_eight_who_delete_one_does_and_one_timing_is_left(journey, answered, told_erasure, marion):  # noqa: F811
    outcomes = race(8, lambda n: timings.erase(erasure=told_erasure, by=marion, at=timezone.now()))

    assert (outcomes.count(None), kinds(outcomes, NotAllowed)) == (1, 7)
    assert (Journey.objects.count(), Erasure.objects.count(), Timing.objects.count()) == (0, 0, 1)
    assert check().whole
