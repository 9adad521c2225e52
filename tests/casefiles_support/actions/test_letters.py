"""From the first words of a letter to the moment when it may be printed."""

from datetime import timedelta

import pytest

from audit.models import Entry
from casefiles_support.actions import facts, letters, posting
from casefiles_support.models import AccessRequest, Duty, Letter
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import TODAY, agreed, on_paper, sent, written
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
Status = Letter.Status


def refusal(act, **told):
    with pytest.raises(NotAllowed) as refused:
        act(**told, at=NOW)
    return " ".join(refused.value.reasons)


def test_a_letter_is_written_with_what_is_known(letter):
    assert letter.status == Status.DRAFT
    assert letter.address == "Records Officer\nBarnley Council\nCivic Hall\n1 High Street\nBarnley\nB1 1AA"
    assert letter.text.startswith("@ Jo Canary\n@ A1234BC\n@ HMP Leeds\n")
    assert "I was born on 14 May 1991. I am asking about the years from about 1994 to 2001." in letter.text
    assert "Please do not post the records before you have telephoned Finn on 0113 496 0123." in letter.text
    assert "article 15 of the UK GDPR" in letter.text
    assert letter.reading_age <= 11


def test_it_is_written_in_welsh_without_a_reading_age(access_request, papers, finn):
    welsh = written(access_request, finn, language="cy")

    assert "Cefais fy ngeni ar 14 Mai 1991" in welsh.text
    assert welsh.reading_age is None


def test_words_are_sealed_and_none_stands_open_in_the_database(letter):
    raw = Letter.objects.filter(pk=letter.pk).values_list("text", "address")[0]

    assert not any("Barnley" in str(one) or "Canary" in str(one) for one in raw)


def test_the_same_form_sent_twice_makes_one_letter(access_request, papers, finn):
    first = written(access_request, finn, key="once")

    assert written(access_request, finn, key="once") == first
    assert Letter.objects.count() == 1


def test_a_second_letter_that_asks_for_the_same_is_refused(access_request, letter, finn):
    assert "There is such a letter already" in refusal(
        letters.draft, request=access_request, code="request", language="en", large_print=False, return_address="x",
        typed={}, key="other", by=finn,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [("born_on", "", "date of birth"), ("family_name", "", "full name"), ("prison_number", "", "prison number")],
)
def test_what_would_be_sent_back_is_refused_before_it_is_written(
    access_request, papers, jo, finn, field, value, sentence
):
    setattr(jo, field, value)
    jo.save()

    with pytest.raises(NotAllowed, match=sentence):
        written(AccessRequest.objects.get(pk=access_request.pk), finn)


def test_a_number_is_needed_where_somebody_is_to_be_rung(access_request, papers, finn):
    with pytest.raises(NotAllowed, match="telephone number"):
        written(access_request, finn, supporter_phone="")


@pytest.mark.parametrize("regime", ["adoption", "court"])
def test_what_has_another_door_is_sent_there(access_request, papers, council, finn, regime):
    council.regime = regime
    council.save()

    with pytest.raises(NotAllowed, match="cannot ask for them"):
        written(access_request, finn)


@pytest.mark.parametrize("kind", ["prison_probation", "police"])
def test_letters_to_a_prison_and_the_police_cite_their_own_law(access_request, papers, council, finn, fay, kind):
    """Through all that happens: asked, late, and asking for more time without a reason."""
    council.regime, council.kind = "part_3", kind
    council.save()
    first = sent(access_request, finn, fay)
    posting.receive(letter=first, on=TODAY, basis="phone", seen=first.version, by=finn, at=NOW)
    later = NOW + timedelta(days=60)
    told = {"request": access_request, "basis": "letter", "by": finn, "at": later}
    facts.add(kind="extension_notice", on=TODAY + timedelta(days=9), key="n", **told)
    request = AccessRequest.objects.get(pk=access_request.pk)
    others = [written(request, finn, code, at=later) for code in ("late", "extension")]

    assert "section 45 of the Data Protection Act 2018" in first.text
    assert all("section 54 of the Data Protection Act 2018" in one.text for one in others)
    assert not any("articles 12 and 12A" in one.text for one in others)


def test_it_does_so_in_welsh(access_request, papers, council, finn):
    council.regime = "part_3"
    council.save()

    assert "adran 45 o Ddeddf Diogelu Data 2018" in written(access_request, finn, language="cy").text


def test_nobody_is_called_late_before_their_time_has_passed(access_request, papers, finn, fay):
    sent(access_request, finn, fay)

    with pytest.raises(NotAllowed, match="does not fit"):
        written(access_request, finn, "late")


def test_they_agree_to_that_text(letter, access_request, finn):
    agreed(letter, finn)
    access_request.refresh_from_db()

    assert letter.status == Status.AGREED
    assert letter.agreed_sha256 == letter.sha256
    assert access_request.status == "agreed"
    assert Duty.objects.open().get().kind == "check_address"


def test_they_agree_to_no_other_text(letter, finn):
    assert "has changed" in refusal(letters.agree, letter=letter, seen="0" * 64, on=TODAY, by=finn)


def test_words_that_changed_in_the_database_are_not_what_was_agreed_to(letter, finn):
    seen = letter.sha256
    letter.text += "\n¶ And everything else."
    letter.save()

    assert "has changed" in refusal(letters.agree, letter=letter, seen=seen, on=TODAY, by=finn)


@pytest.mark.parametrize("days", [-1, 1])
def test_they_agree_on_a_day_between_writing_and_today(letter, finn, days):
    on = TODAY + timedelta(days=days)

    assert "between" in refusal(letters.agree, letter=letter, seen=letter.sha256, on=on, by=finn)


def test_agreeing_twice_is_agreeing_once(letter, finn):
    agreed(letter, finn)
    again = agreed(Letter.objects.get(pk=letter.pk), finn)

    assert again.status == Status.AGREED
    assert Entry.objects.filter(verb="files.letter.agreed").count() == 1


def test_a_second_person_checks_the_address(letter, access_request, finn, fay):
    letters.check(letter=agreed(letter, finn), by=fay, at=NOW)
    access_request.refresh_from_db()

    assert (letter.status, letter.checked_by) == (Status.CHECKED, fay)
    assert access_request.status == "ready"
    assert Duty.objects.get().status == Duty.Status.DONE


def test_whoever_wrote_it_cannot_check_it(letter, finn):
    agreed(letter, finn)

    assert "Somebody else has to check" in refusal(letters.check, letter=letter, by=finn)


def test_a_letter_that_nobody_agreed_to_is_not_checked(letter, fay):
    assert "moved on" in refusal(letters.check, letter=letter, by=fay)


def test_an_address_that_nobody_verified_for_a_year_is_refused(letter, council, finn, fay):
    agreed(letter, finn)
    council.verified_on = TODAY - timedelta(days=366)
    council.save()

    assert "12 months" in refusal(letters.check, letter=letter, by=fay)


def test_an_address_that_moved_since_is_refused(letter, council, finn, fay):
    agreed(letter, finn)
    council.address = "2 Low Street\nBarnley"
    council.save()

    assert "another address now" in refusal(letters.check, letter=letter, by=fay)


def test_proof_and_permission_are_there_before_it_is_ready(access_request, finn, fay):
    letter = agreed(written(access_request, finn), finn)
    said = refusal(letters.check, letter=letter, by=fay)

    assert "how they show who they are" in said
    assert "signed permission for this holder is missing" in said


def test_a_permission_that_was_taken_back_is_none(letter, papers, finn, fay):
    agreed(letter, finn)
    papers.withdrawn_at, papers.withdrawn_by = NOW, finn
    papers.save()

    assert "signed permission for this holder is missing" in refusal(letters.check, letter=letter, by=fay)


def test_taking_it_back_lets_another_be_written(letter, access_request, finn):
    agreed(letter, finn)
    letters.void(letter=letter, by=finn, at=NOW)
    access_request.refresh_from_db()

    assert letter.status == Status.VOID
    assert access_request.status == "drafting"
    assert not Duty.objects.open().exists()
    assert written(access_request, finn).status == Status.DRAFT


def test_what_was_sent_is_not_taken_back(sent_letter, finn):
    assert "moved on" in refusal(letters.void, letter=sent_letter, by=finn)


def test_a_letter_names_no_supporter_without_a_permission(access_request, papers, finn, fay):
    sent(access_request, finn, fay)
    papers.withdrawn_at = NOW
    papers.save()

    assert "Finn" not in written(access_request, finn, "new_address", moved_on=TODAY).text


def test_each_step_leaves_a_line_about_the_person_and_none_says_what(letter, access_request, jo, finn, fay):
    letters.check(letter=agreed(letter, finn), by=fay, at=NOW)
    lines = Entry.objects.filter(subject_ref=letter.ref).order_by("pk")

    assert [one.verb.rsplit(".", 1)[1] for one in lines] == ["written", "agreed", "checked"]
    assert {one.about_ref for one in lines} == {jo.ref}
    assert not any("Barnley" in str(one.detail) for one in lines)


def test_only_what_was_checked_is_printed(access_request, papers, finn, fay):
    assert on_paper(access_request, finn, fay).status == Status.PRINTED
