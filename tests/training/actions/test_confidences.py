from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from people.models import Concern
from tests.conftest import NOW
from tests.training.finishing import LATER, read_all, take_test
from training.actions import confidences
from training.models import Confidence
from training.rules.confidences import asked

pytestmark = pytest.mark.django_db
SIX_WEEKS_ON = LATER + timedelta(weeks=6)


@pytest.fixture
def finished(begun, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    begun.refresh_from_db()
    return begun


def of(progress, moment):
    return next(iter(asked(progress.version.plain, moment)))


def later(progress, by, at=SIX_WEEKS_ON, differently="I ask in the chapel now.", sure=4):
    return confidences.say_later(
        progress=progress, sure={of(progress, "later"): sure}, differently=differently, by=by, at=at
    )


def test_how_sure_they_are_is_kept_at_its_moment(begun, dee):
    confidences.say(progress=begun, block_id=of(begun, "before"), sure=2, by=dee, at=NOW)
    confidences.say(progress=begun, block_id=of(begun, "after"), sure=4, by=dee, at=NOW)

    assert list(Confidence.objects.order_by("pk").values_list("moment", "sure")) == [("before", 2), ("after", 4)]
    begun.refresh_from_db()
    assert set(begun.seen) == {of(begun, "before"), of(begun, "after")}


def test_what_was_said_first_stands(begun, dee):
    for sure in (2, 5):
        said = confidences.say(progress=begun, block_id=of(begun, "before"), sure=sure, by=dee, at=NOW)

    assert said.sure == 2
    assert Event.objects.filter(verb="training.confidence.said").count() == 1


@pytest.mark.parametrize(("block", "sure", "why"), [("nothing", 3, "does not ask"), (None, 6, "from 1 to 5")])
def test_it_refuses_what_is_not_asked_and_no_number(begun, dee, block, sure, why):
    with pytest.raises(NotAllowed, match=why):
        confidences.say(progress=begun, block_id=block or of(begun, "before"), sure=sure, by=dee, at=NOW)


def test_six_weeks_later_they_say_what_they_did(finished, dee):
    assert later(finished, dee) is False

    said = Confidence.objects.get(moment="later")
    assert (said.sure, said.differently, said.block_id) == (4, "I ask in the chapel now.", of(finished, "after"))


def test_it_is_asked_once(finished, dee):
    later(finished, dee)

    with pytest.raises(NotAllowed, match="answered this already"):
        later(finished, dee)


@pytest.mark.parametrize("at", [SIX_WEEKS_ON - timedelta(days=1), LATER + timedelta(weeks=26)])
def test_it_is_not_asked_earlier_nor_much_later(finished, dee, at):
    with pytest.raises(NotAllowed, match="six weeks after"):
        later(finished, dee, at=at)


def test_it_refuses_no_number(finished, dee):
    with pytest.raises(NotAllowed, match="from 1 to 5"):
        later(finished, dee, sure=0)
    assert not Confidence.objects.exists()


def test_what_may_mean_danger_is_told(finished, dee):
    assert later(finished, dee, differently="A boy on the wing says that somebody hits him.") is True
    assert Concern.objects.count() == 1
