"""Printing, sending and writing down what came, on the screen."""

import io

import pytest
from pypdf import PdfReader

from casefiles_support.actions import letters
from casefiles_support.models import AccessRequest, Letter
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import agreed, sent, written
from tests.casefiles_support.views.test_letters import page, with_finn  # noqa: F401

# A form without questions: a browser sends its button.
SEND = {"send": "yes"}
pytestmark = pytest.mark.django_db


def day(now, name="on"):
    return {f"{name}_0": now.day, f"{name}_1": now.month, f"{name}_2": now.year}


@pytest.fixture
def checked(access_request, papers, finn, fay, now):
    return letters.check(letter=agreed(written(access_request, finn, at=now), finn, now), by=fay, at=now)


@pytest.fixture
def on_its_way(access_request, papers, finn, fay, now):
    return sent(access_request, finn, fay, at=now)


def words_of(answer):
    made = b"".join(answer.streaming_content)
    return " ".join(one.extract_text() for one in PdfReader(io.BytesIO(made)).pages)


def test_a_checked_letter_is_printed(with_finn, checked):  # noqa: F811
    answer = with_finn.post(page("posting-print", checked.ref), SEND)

    assert answer["Content-Type"] == "application/pdf"
    assert "I was born on 14 May 1991" in " ".join(words_of(answer).split())
    assert "record" not in answer["Content-Disposition"]
    assert Letter.objects.get(pk=checked.pk).status == "printed"


def test_what_is_not_checked_is_not_printed(with_finn, access_request, papers, finn, now):  # noqa: F811
    letter = agreed(written(access_request, finn, at=now), finn, now)
    answer = with_finn.post(page("posting-print", letter.ref), SEND)

    assert answer.status_code == 422
    assert "A second person has to check the address first" in answer.content.decode()


def test_a_copy_to_read_can_be_signed_by_nobody_and_says_so_on_each_page(with_finn, access_request, papers, finn, now):  # noqa: F811
    letter = written(access_request, finn, at=now)
    answer = with_finn.get(page("posting-copy", letter.ref))
    pages = [one.extract_text() for one in PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages]

    assert all("This is not to be sent" in one for one in pages)
    assert not any("Signed" in one for one in pages)
    assert Letter.objects.get().status == "draft"


def test_a_letter_that_was_taken_back_is_not_copied(with_finn, access_request, papers, finn, now):  # noqa: F811
    letter = written(access_request, finn, at=now)
    letters.void(letter=letter, by=finn, at=now)

    assert with_finn.get(page("posting-copy", letter.ref)).status_code == 404


def test_their_own_words_are_printed_and_kept_nowhere(with_finn, access_request, papers, finn, fay, now):  # noqa: F811
    AccessRequest.objects.filter(pk=access_request.pk).update(scope="one_question")
    request = AccessRequest.objects.get(pk=access_request.pk)
    letter = letters.check(letter=agreed(written(request, finn, at=now), finn, now), by=fay, at=now)
    before = letter.text
    answer = with_finn.post(page("posting-print", letter.ref), {"unkept_words": "Who was the kind lady at the door?"})

    assert "kind lady" in words_of(answer)
    letter.refresh_from_db()
    assert letter.text == before
    assert "kind lady" not in before


def test_it_is_handed_in_and_comes(with_finn, access_request, papers, checked, now):  # noqa: F811
    with_finn.post(page("posting-print", checked.ref), SEND)
    assert with_finn.post(page("posting-send", checked.ref), SEND).status_code == 422
    assert with_finn.post(page("posting-send", checked.ref), day(now, "handed_in_on")).status_code == 302
    seen = {"seen": Letter.objects.get(pk=checked.pk).version}
    with_finn.post(page("posting-post", checked.ref), day(now, "posted_on") | seen)
    seen = {"seen": Letter.objects.get(pk=checked.pk).version}
    with_finn.post(page("posting-receive", checked.ref), day(now) | seen | {"basis": "phone"})

    letter = Letter.objects.get(pk=checked.pk)
    assert letter.handed_in_on == letter.posted_on == letter.received_on
    assert AccessRequest.objects.get().status == "running"


def test_whoever_saw_an_older_page_gets_both(with_finn, on_its_way, now):  # noqa: F811
    answer = with_finn.post(page("posting-post", on_its_way.ref), day(now, "posted_on") | {"seen": 77})

    assert answer.status_code == 409


def test_what_came_is_chosen_from_what_can_have_come(with_finn, on_its_way, access_request):  # noqa: F811
    form = with_finn.get(page("replies-add", access_request.ref)).context["form"]
    offered = [value for value, _ in form.fields["kind"].choices]

    assert "received" in offered
    assert "stopped" not in offered
    assert not {"letter", "text", "file"} & set(form.fields)


def test_what_came_is_written_down_and_the_next_letter_is_offered(with_finn, on_its_way, access_request, now):  # noqa: F811
    told = day(now) | {"way": "letter", "key": "0123456789ab"}
    with_finn.post(page("replies-add", access_request.ref), told | {"kind": "received"})
    answer = with_finn.post(
        page("replies-add", access_request.ref), told | {"kind": "question", "key": "0123456789ac"}, follow=True
    )
    said = answer.content.decode()

    assert "Answer soon" in said
    assert said.index("My answer to your question") < said.index("My permission for a supporter")
    assert "This answers what came last" in said


def test_it_is_gone_through_together(with_finn, on_its_way, access_request, now):  # noqa: F811
    told = day(now) | {"way": "letter", "key": "0123456789ab", "kind": "received"}
    with_finn.post(page("replies-add", access_request.ref), told)
    reply = access_request.replies.get()
    answer = with_finn.post(page("replies-explain", reply.ref), day(now), follow=True)

    assert "Gone through together" in answer.content.decode()
