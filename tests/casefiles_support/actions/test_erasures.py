from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import erasures
from casefiles_support.models import Duty, Erasure
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_after import TODAY, closed
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
TWO_YEARS = timedelta(days=730)


def test_asking_raises_that_somebody_tells_them(erasure, journey, finn):
    assert (erasure.why, erasure.asked_by, erasure.told_on) == ("asked", finn, None)
    assert Duty.objects.get(kind="tell_it_will_go").status == "open"
    assert erasures.ask(journey=journey, by=finn, at=NOW) == erasure
    assert Event.objects.filter(verb="files.erasure.asked").count() == 1


def test_an_open_journey_is_closed_first(journey, finn):
    with pytest.raises(NotAllowed, match="Close it first"):
        erasures.ask(journey=journey, by=finn, at=NOW)


def test_telling_them_is_written_down_once(erasure, finn):
    erasures.tell(erasure=erasure, how="letter", on=TODAY, by=finn, at=NOW)

    assert (erasure.told_on, erasure.told_how, erasure.told_by) == (TODAY, "letter", finn)
    assert Duty.objects.get(kind="tell_it_will_go").status == "done"
    with pytest.raises(NotAllowed, match="already"):
        erasures.tell(erasure=erasure, how="letter", on=TODAY, by=finn, at=NOW)


def test_how_and_when_they_were_told_is_asked_for(erasure, finn):
    with pytest.raises(NotAllowed, match="how"):
        erasures.tell(erasure=erasure, how="", on=TODAY, by=finn, at=NOW)
    with pytest.raises(NotAllowed, match="day"):
        erasures.tell(erasure=erasure, how="letter", on=TODAY + timedelta(days=1), by=finn, at=NOW)


def test_whoever_wants_to_keep_it_keeps_it_and_can_ask_again(erasure, journey, finn):
    erasures.call_off(erasure=erasure, by=finn, at=NOW)

    assert (erasure.status, Duty.objects.get(kind="tell_it_will_go").status) == ("called_off", "settled")
    with pytest.raises(NotAllowed):
        erasures.call_off(erasure=erasure, by=finn, at=NOW)
    assert erasures.ask(journey=journey, by=finn, at=NOW) != erasure


def test_after_two_years_it_is_asked_for_by_itself_and_once(journey):
    closed(journey)

    assert erasures.ask_all_due(by=None, at=NOW + TWO_YEARS - timedelta(days=1)) == 0
    assert erasures.ask_all_due(by=None, at=NOW + TWO_YEARS) == 1
    assert erasures.ask_all_due(by=None, at=NOW + TWO_YEARS) == 0
    assert Erasure.objects.get().why == "two_years"


def test_whoever_said_no_is_asked_again_two_years_later(journey, finn):
    closed(journey)
    then = NOW + TWO_YEARS
    erasures.ask_all_due(by=None, at=then)
    erasures.call_off(erasure=Erasure.objects.get(), by=finn, at=then)

    assert erasures.ask_all_due(by=None, at=then + timedelta(days=1)) == 0
    assert erasures.ask_all_due(by=None, at=then + TWO_YEARS) == 1
