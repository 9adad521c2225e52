from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import missing_items, redactions
from casefiles_support.models import Duty, Redaction
from common.transitions import NotAllowed, Stale
from tests.casefiles_support.fixtures_after import TODAY, closed, stand
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def note(request, finn, *, key="c9", category="court", pages=3):
    return redactions.note(
        request=request, category=category, pages=pages, reason_given=False, key=key, by=finn, at=NOW
    )


def owed(request):
    return list(Duty.objects.filter(kind="ask_for_pages", about_ref=request.ref).values_list("status", flat=True))


def test_a_note_holds_a_kind_and_pages_and_we_owe_to_offer_asking(answered, finn):
    noted = note(answered, finn)

    assert (noted.category, noted.pages, noted.asked_on) == ("court", 3, None)
    duty = Duty.objects.get(about_ref=answered.ref)
    assert (duty.kind, duty.due_on) == ("ask_for_pages", TODAY + timedelta(days=14))
    assert Event.objects.get(verb="files.redaction.noted").detail["category"] == "court"


def test_noting_twice_from_one_form_notes_once(answered, finn):
    assert note(answered, finn) == note(answered, finn)
    assert Redaction.objects.count() == 1


def test_more_notes_raise_no_second_duty_while_the_first_is_open(answered, redaction, finn):
    note(answered, finn)

    assert owed(answered) == ["open"]


@pytest.mark.parametrize("status", ["running", "none_found", "refused", "withdrawn"])
def test_nothing_is_noted_before_anything_came(answered, finn, status):
    with pytest.raises(NotAllowed, match="once something has come"):
        note(stand(answered, status), finn)


def test_nothing_is_noted_in_a_journey_that_is_closed(answered, journey, finn):
    closed(journey)

    with pytest.raises(NotAllowed, match="closed"):
        note(answered, finn)


def test_asking_asks_about_all_that_nobody_asked_about(answered, redaction, finn):
    note(answered, finn)

    assert redactions.ask(request=answered, on=TODAY, by=finn, at=NOW) == 2
    assert set(Redaction.objects.values_list("asked_on", flat=True)) == {TODAY}
    assert owed(answered) == ["done"]
    with pytest.raises(NotAllowed, match="nothing"):
        redactions.ask(request=answered, on=TODAY, by=finn, at=NOW)


def test_the_duty_stays_while_something_missing_was_not_asked_for(answered, redaction, missing_item, finn):
    redactions.ask(request=answered, on=TODAY, by=finn, at=NOW)
    assert owed(answered) == ["open"]

    missing_items.ask(request=answered, on=TODAY, by=finn, at=NOW)
    assert owed(answered) == ["done"]


def test_what_is_noted_after_asking_is_a_new_round(answered, redaction, finn):
    redactions.ask(request=answered, on=TODAY, by=finn, at=NOW)
    note(answered, finn)

    assert sorted(owed(answered)) == ["done", "open"]


def test_an_answer_says_what_came_of_it(answered, redaction, finn):
    redactions.ask(request=answered, on=TODAY, by=finn, at=NOW)
    redaction.refresh_from_db()

    done = redactions.answer(redaction=redaction, on=TODAY, result="explained", seen=redaction.version, by=finn, at=NOW)

    assert (done.answered_on, done.result, done.reason_given) == (TODAY, "explained", True)


def test_an_answer_needs_a_question_a_result_and_comes_once(answered, redaction, finn):
    def answer(result="kept"):
        redaction.refresh_from_db()
        return redactions.answer(redaction=redaction, on=TODAY, result=result, seen=redaction.version, by=finn, at=NOW)

    with pytest.raises(NotAllowed, match="Nobody has asked"):
        answer()
    redactions.ask(request=answered, on=TODAY, by=finn, at=NOW)
    with pytest.raises(NotAllowed, match="Choose"):
        answer("what stands there")
    answer()
    with pytest.raises(NotAllowed, match="already"):
        answer()


def test_a_note_is_put_right_by_whoever_saw_the_newest(redaction, finn):
    told = {"category": "court", "pages": 4, "reason_given": True, "by": finn, "at": NOW}

    redactions.put_right(redaction=redaction, seen=1, **told)

    assert (redaction.category, redaction.pages, redaction.version) == ("court", 4, 2)
    with pytest.raises(Stale):
        redactions.put_right(redaction=redaction, seen=1, **told)


def test_somebody_who_would_rather_not_ask_is_not_asked_again(answered, redaction, finn):
    redactions.let_be(request=answered, by=finn, at=NOW)

    assert owed(answered) == ["settled"]
    assert Event.objects.filter(verb="files.redaction.let_be").count() == 1
