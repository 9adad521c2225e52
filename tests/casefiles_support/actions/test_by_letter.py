"""A letter that was sent is what asked: about what is covered and missing, for a correction, in a complaint."""

from datetime import timedelta

import pytest

from audit.models import Entry
from casefiles_support.actions import complaints, corrections, missing_items, posting, redactions
from casefiles_support.models import AccessRequest, Complaint, Correction, Duty
from casefiles_support.rules.letter_texts import load, said_in
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_after import closed
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import TODAY, on_paper, sent
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)
COMPLAINT = {"complaints": ["missing", "covered"], "wishes": ["look_again"]}


@pytest.fixture
def answered(access_request, papers, finn):
    """Barnley answered a while ago."""
    told = {"entered_at": NOW, "entered_by": finn}
    access_request.facts.create(kind="received", on=TODAY - timedelta(days=60), key="r", **told)
    access_request.facts.create(kind="full_reply", on=TODAY - timedelta(days=20), key="a", **told)
    AccessRequest.objects.filter(pk=access_request.pk).update(status="answered")
    return AccessRequest.objects.get(pk=access_request.pk)


def note(request, finn, *, key="c1", category="court", at=NOW):
    return redactions.note(request=request, category=category, pages=3, reason_given=False, key=key, by=finn, at=at)


def miss(request, finn, *, kind="photographs", at=NOW):
    return missing_items.note(request=request, kind=kind, key=kind, by=finn, at=at)


def begin(request, finn, kind="statement"):
    return corrections.begin(request=request, kind=kind, key=kind, by=finn, at=NOW)


def owed(request):
    return [duty.status for duty in Duty.objects.filter(kind="ask_for_pages", about_ref=request.ref).order_by("pk")]


def days(rows, field="asked_on"):
    return list(rows.order_by("pk").values_list(field, flat=True))


def test_a_letter_about_what_is_covered_asks_about_all_that_it_names(answered, finn, fay):
    note(answered, finn)
    note(answered, finn, key="c2", category="professional")
    letter = sent(answered, finn, fay, "covered")

    assert "Papers from court (3 pages). Which court may show it to me?" in letter.text
    assert days(answered.redactions) == [TODAY, TODAY]
    assert owed(answered) == ["done"]
    assert Entry.objects.get(verb="files.redaction.asked").actor_name == finn.display_name


def test_it_asks_on_the_day_on_which_it_was_sent_and_about_nothing_that_was_noted_since(answered, finn, fay):
    note(answered, finn)
    letter = on_paper(answered, finn, fay, "covered")
    note(answered, finn, key="c2", at=NOW + timedelta(days=1))
    posting.send(letter=letter, posted_on=LATER.date(), by=finn, at=LATER)

    assert days(answered.redactions) == [LATER.date(), None]
    assert owed(answered) == ["open"]


def test_a_day_of_posting_asks_nothing_anew(answered, finn, fay):
    note(answered, finn)
    letter = sent(answered, finn, fay, "covered")
    posting.post(letter=letter, posted_on=LATER.date(), seen=letter.version, by=finn, at=LATER)

    assert days(answered.redactions) == [TODAY]
    assert Entry.objects.filter(verb="files.redaction.asked").count() == 1


def test_what_was_written_down_by_hand_before_stays(answered, finn, fay):
    note(answered, finn)
    redactions.ask(request=answered, on=TODAY, by=finn, at=NOW)
    sent(answered, finn, fay, "covered", at=LATER)

    assert days(answered.redactions) == [TODAY]


def test_a_letter_about_what_is_missing_asks_for_it_by_name_and_then_again(answered, finn, fay):
    miss(answered, finn)
    sent(answered, finn, fay, "missing")
    assert days(answered.missing_items) == [TODAY]
    assert owed(answered) == ["done"]

    miss(answered, finn, kind="letters", at=LATER)
    sent(answered, finn, fay, "missing", at=LATER)
    assert days(answered.missing_items) == [TODAY, LATER.date()]
    assert days(answered.missing_items, "chased_on") == [LATER.date(), None]


def test_the_other_half_of_the_list_is_still_owed(answered, finn, fay):
    note(answered, finn)
    miss(answered, finn)
    sent(answered, finn, fay, "missing")

    assert days(answered.redactions) == [None]
    assert owed(answered) == ["open"]


def test_a_letter_asks_for_the_corrections_that_it_names(answered, finn, fay):
    begin(answered, finn)
    begin(answered, finn, "fact")
    letter = sent(answered, finn, fay, "correction", corrections=["statement"])

    assert days(answered.corrections) == [TODAY, None]
    posting.receive(letter=letter, on=LATER.date(), basis="phone", seen=letter.version, by=finn, at=LATER)
    assert days(answered.corrections, "received_on") == [LATER.date(), None]


def test_where_nothing_was_begun_the_letter_is_how_it_began(answered, finn, fay):
    letter = on_paper(answered, finn, fay, "correction", corrections=["restrict", "correct"])
    posting.send(letter=letter, handed_in_on=TODAY, by=finn, at=LATER)

    found = answered.corrections.order_by("kind")
    assert [(one.kind, one.asked_on, one.begun_at) for one in found] == [
        ("fact", TODAY, NOW), ("restrict", TODAY, NOW)]  # fmt: skip


def test_an_assumed_day_begins_no_month(answered, finn, fay):
    letter = sent(answered, finn, fay, "correction", corrections=["statement"])
    posting.receive(letter=letter, on=LATER.date(), basis="assumed", seen=letter.version, by=finn, at=LATER)

    assert Correction.objects.get().received_on is None


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_complaint_that_is_sent_is_made(answered, finn, fay, language):
    letter = sent(answered, finn, fay, "complaint", language=language, **COMPLAINT)

    made = Complaint.objects.get()
    assert (made.to, made.about, made.sent_on, made.received_on) == ("holder", "covered", TODAY, None)
    assert AccessRequest.objects.get(pk=answered.pk).status == "in_complaint"
    posting.receive(letter=letter, on=LATER.date(), basis="delivery_proof", seen=letter.version, by=finn, at=LATER)
    made.refresh_from_db()
    assert made.received_on == LATER.date()


def test_a_complaint_that_was_written_down_by_hand_is_not_made_twice(answered, finn, fay):
    letter = on_paper(answered, finn, fay, "complaint", **COMPLAINT)
    complaints.send(request=answered, about="missing", on=TODAY, key="by hand", by=finn, at=NOW)
    posting.send(letter=letter, posted_on=TODAY, by=finn, at=NOW)

    assert Complaint.objects.get().key == "by hand"


def test_a_letter_to_the_regulator_takes_it_further(answered, finn, fay):
    sent(answered, finn, fay, "complaint", **COMPLAINT)
    complaint = Complaint.objects.get()
    complaints.answer(complaint=complaint, outcome="not_upheld", on=TODAY, seen=1, by=finn, at=NOW)
    answered.refresh_from_db()
    told = {"to_address": "The office\nA street", "complained_on": TODAY, "last_contact_on": TODAY, **COMPLAINT}
    sent(answered, finn, fay, "regulator", **told)

    assert Complaint.objects.get(to="regulator").about == "covered"
    assert AccessRequest.objects.get(pk=answered.pk).status == "with_ico"


def test_what_cannot_be_sent_marks_nothing(answered, finn, fay):
    note(answered, finn)
    letter = on_paper(answered, finn, fay, "covered")
    with pytest.raises(NotAllowed):
        posting.send(letter=letter, posted_on=LATER.date(), by=finn, at=NOW)  # a day that has not come

    assert days(answered.redactions) == [None]


def test_a_letter_of_a_closed_journey_leaves_and_moves_nothing(answered, finn, fay):
    note(answered, finn)
    letter = on_paper(answered, finn, fay, "covered")
    closed(answered.journey)

    assert posting.send(letter=letter, posted_on=TODAY, by=finn, at=NOW).status == "sent"
    assert days(answered.redactions) == [None]


def test_what_a_letter_chose_is_read_back_from_its_words():
    text = load("correction", "en")
    kept = "\n".join(f"- {line.words}" for line in text.lines if line.asks in {("correct",), ("restrict",)})

    assert said_in(kept, text) == {"correct", "restrict"}
