from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import evaluations
from casefiles_support.models import Evaluation
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_after import TODAY, closed, stand
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
SAID = {
    "holder_offered_support": "no", "holder_explained": "unsure", "kept_informed": "yes", "helped": ["peer"],
    "hurt": ["waiting"],
}  # fmt: skip


def look_back(request, by, *, key="e", on=TODAY, **more):
    return evaluations.look_back(request=request, on=on, key=key, by=by, at=NOW, **SAID | more)


def test_what_was_ticked_is_kept_once(answered, finn):
    said = look_back(answered, finn)

    assert (said.holder_offered_support, said.helped, said.hurt) == ("no", ["peer"], ["waiting"])
    assert look_back(answered, finn) == said
    assert Evaluation.objects.count() == 1
    assert Event.objects.get(verb="files.evaluation.made").detail == {"request": answered.ref}


def test_another_form_about_the_same_holder_comes_too_late(answered, finn):
    look_back(answered, finn)

    with pytest.raises(NotAllowed, match="already"):
        look_back(answered, finn, key="another")


def test_a_closed_journey_can_be_looked_back_at(answered, journey, finn):
    closed(journey)

    assert look_back(answered, finn).pk


def test_a_holder_that_nobody_asked_cannot(answered, finn):
    with pytest.raises(NotAllowed, match="Nothing has been sent"):
        look_back(stand(answered, "drafting"), finn)


def test_only_what_is_on_the_lists_is_taken(answered, finn):
    with pytest.raises(NotAllowed, match="list"):
        look_back(answered, finn, helped=["My social worker Ann"])
    with pytest.raises(NotAllowed, match="future"):
        look_back(answered, finn, on=TODAY + timedelta(days=1))
