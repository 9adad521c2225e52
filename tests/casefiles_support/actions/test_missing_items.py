from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import missing_items
from casefiles_support.models import Duty, MissingItem
from common.transitions import NotAllowed, Stale
from tests.casefiles_support.fixtures_after import TODAY, closed, stand
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=28)


def test_what_is_missing_is_noted_with_rough_years(answered, finn):
    told = {"request": answered, "kind": "years", "years_from": 1994, "years_to": 1996, "key": "m", "by": finn}

    one = missing_items.note(**told, at=NOW)

    assert (one.kind, one.years_from, one.years_to) == ("years", 1994, 1996)
    assert missing_items.note(**told, at=NOW) == one
    assert MissingItem.objects.count() == 1


def test_it_can_be_noted_when_nothing_was_found_but_not_before_an_answer(answered, finn):
    missing_items.note(request=stand(answered, "none_found"), kind="letters", key="a", by=finn, at=NOW)

    with pytest.raises(NotAllowed, match="answered"):
        missing_items.note(request=stand(answered, "running"), kind="letters", key="b", by=finn, at=NOW)


def test_asking_asks_for_all_by_name(answered, missing_item, finn):
    missing_items.note(request=answered, kind="school_reports", key="m2", by=finn, at=NOW)

    assert missing_items.ask(request=answered, on=TODAY, by=finn, at=NOW) == 2
    assert Event.objects.get(verb="files.missing_item.asked").detail["items"] == 2
    with pytest.raises(NotAllowed, match="nothing"):
        missing_items.ask(request=answered, on=TODAY, by=finn, at=NOW)


def test_after_four_weeks_somebody_owes_to_ask_again(asked_item):
    assert missing_items.raise_unanswered(by=None, at=LATER - timedelta(days=1)) == 0
    assert missing_items.raise_unanswered(by=None, at=LATER) == 1
    assert missing_items.raise_unanswered(by=None, at=LATER) == 1

    assert Duty.objects.filter(about_ref=asked_item.ref).count() == 1


def test_asking_again_does_what_was_owed_and_begins_four_weeks_anew(asked_item, finn):
    missing_items.raise_unanswered(by=None, at=LATER)

    missing_items.chase(missing_item=asked_item, on=LATER.date(), seen=asked_item.version, by=finn, at=LATER)

    assert Duty.objects.get(about_ref=asked_item.ref).status == "done"
    assert missing_items.raise_unanswered(by=None, at=LATER) == 0
    assert missing_items.raise_unanswered(by=None, at=LATER + timedelta(days=28)) == 1


def test_an_answer_ends_it(asked_item, finn):
    missing_items.raise_unanswered(by=None, at=LATER)
    told = {"on": LATER.date(), "result": "elsewhere", "by": finn, "at": LATER}

    missing_items.answer(missing_item=asked_item, seen=asked_item.version, **told)

    assert (asked_item.result, Duty.objects.get(about_ref=asked_item.ref).status) == ("elsewhere", "settled")
    with pytest.raises(NotAllowed, match="already"):
        missing_items.answer(missing_item=asked_item, seen=asked_item.version, **told)


def test_each_step_refuses_what_comes_too_soon(missing_item, finn):
    told = {"missing_item": missing_item, "on": TODAY, "seen": 1, "by": finn, "at": NOW}

    with pytest.raises(NotAllowed, match="Nobody has asked"):
        missing_items.chase(**told)
    with pytest.raises(NotAllowed, match="Nobody has asked"):
        missing_items.answer(result="found", **told)


def test_whoever_was_first_is_not_written_over(asked_item, finn):
    seen = asked_item.version
    missing_items.chase(missing_item=asked_item, on=TODAY, seen=seen, by=finn, at=NOW)

    with pytest.raises(Stale):
        missing_items.answer(missing_item=asked_item, on=TODAY, result="found", seen=seen, by=finn, at=NOW)


def test_a_closed_journey_owes_nothing_more(asked_item, journey):
    closed(journey)

    assert missing_items.raise_unanswered(by=None, at=LATER) == 0
