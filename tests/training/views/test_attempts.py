"""Taking the test as a learner does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from people.models import Concern
from tests.training.courses import block, course, module, option, whole_body
from tests.training.finishing import answers, read_all
from training.actions import attempts, learners, progress
from training.models import Attempt, Certificate, ModuleVersion

pytestmark = pytest.mark.django_db


def url(name, record, *more):
    return reverse(f"training:{name}", args=[record.ref, *more])


def boxes(begun, *, right):
    return {f"q-{name}-answer": said for name, said in answers(begun, right=right).items()}


def test_the_page_before_it_says_how_it_is_taken(client_of_dee, begun):
    page = client_of_dee.get(url("attempts-begin", begun)).content.decode()

    assert "5 questions. 70 out of 100 passes." in page
    assert "as often as you like" in page
    assert "There is no hurry." in page


def test_one_question_at_a_time_to_a_certificate(client_of_dee, begun, dee, now):
    read_all(begun, by=dee, at=now)
    where = client_of_dee.post(url("attempts-begin", begun), {"step": "1"})["Location"]
    given = boxes(begun, right=4)
    for _ in range(5):
        name = where.rstrip("/").rsplit("/", 1)[1]
        where = client_of_dee.post(where, {f"q-{name}-answer": given[f"q-{name}-answer"]})["Location"]
    attempt = Attempt.objects.get()
    assert where == url("attempts-check", attempt)

    page = client_of_dee.post(where, follow=True).content.decode()

    assert "You passed" in page
    assert "80 out of 100" in page
    assert "Look again at the lesson." in page  # what is said to the wrong one
    assert Certificate.objects.get().progress == begun


def test_all_on_one_page_and_what_is_empty_is_said_before_it_is_handed_in(client_of_dee, begun):
    answer = client_of_dee.post(url("attempts-begin", begun), {"whole": "1"})
    attempt = Attempt.objects.get()
    assert answer["Location"] == url("attempts-whole", attempt)

    first = dict(list(boxes(begun, right=5).items())[:4])
    page = client_of_dee.post(answer["Location"], first, follow=True).content.decode()

    assert "1 question is not answered yet." in page
    assert page.count("Answered") == 4


def test_what_was_answered_is_there_when_they_come_back(client_of_dee, begun, attempt):
    name = next(iter(attempt.test))
    client_of_dee.post(url("attempts-question", attempt, name), {f"q-{name}-answer": answers(begun, right=5)[name]})

    assert "checked" in client_of_dee.get(url("attempts-question", attempt, name)).content.decode()
    assert client_of_dee.get(url("attempts-begin", begun))["Location"] == url("attempts-check", attempt)


def test_handed_in_twice_is_one_try_and_the_back_button_is_harmless(client_of_dee, begun, attempt):
    whole, check, result = (url(f"attempts-{name}", attempt) for name in ("whole", "check", "result"))
    client_of_dee.post(whole, boxes(begun, right=2))
    assert client_of_dee.post(check)["Location"] == client_of_dee.post(check)["Location"] == result

    # Back to the questions: they are over, and nothing that is sent there counts.
    name = next(iter(attempt.test))
    assert client_of_dee.post(whole, boxes(begun, right=5))["Location"] == result
    assert client_of_dee.get(url("attempts-question", attempt, name))["Location"] == result

    assert Attempt.objects.get().score == 40


def test_the_right_answers_are_told_once_nothing_can_be_won_by_them(client_of_dee, begun, dee, now):
    for right in (2, 4):
        attempt = attempts.begin(progress=begun, by=dee, at=now)
        attempts.hand_in(attempt=attempt, given=answers(begun, right=right), by=dee, at=now)
        page = client_of_dee.get(url("attempts-result", attempt)).content.decode()
        assert ("The right answer:" in page) is (right == 4)
        assert ("Try again" in page) is (right == 2)


def test_help_is_written_down_with_the_try_and_known_the_next_time(client_of_dee, begun, dee, now):
    client_of_dee.post(url("attempts-begin", begun), {"adjustments": ["extra_time", "scribe"], "step": "1"})
    attempt = Attempt.objects.get()
    assert attempt.adjustments == ["extra_time", "scribe"]
    attempts.hand_in(attempt=attempt, given={}, by=dee, at=now)

    assert client_of_dee.get(url("attempts-begin", begun)).content.decode().count("checked") == 2
    assert (
        "Somebody writes the answers down for them"
        in client_of_dee.get(url("attempts-result", attempt)).content.decode()
    )


def test_help_that_nobody_knows_is_refused(client_of_dee, begun):
    answer = client_of_dee.post(url("attempts-begin", begun), {"adjustments": ["magic"], "step": "1"})

    assert answer.status_code == 422
    assert not Attempt.objects.exists()


# ---------------------------------------------------------------- Limits of tries and time, and other kinds of question


@pytest.fixture
def strict(dee, now):
    """Two tries, ten minutes; a question about a story, an order, and one that a person reads."""
    lines = [option(f"s{n}", f"Line {n}", then=f"Then {n}", right=n == 1) for n in (1, 2)]
    asked = {"when": "test", "options": lines, "right": "", "wrong": "", "points": 1, "fixed": False}
    more = [
        block("story", "scenario", {"title": "Dawn, 29", "story": "<p>Dawn whispers.</p>"}),
        block("now", "question", {"kind": "branch", "ask": "What do you say?", **asked}),
        block("order", "question", {"kind": "order", "ask": "In which order?", **asked}),
        block("words", "question", {"kind": "short_text", "ask": "In your words?", **asked, "options": []}),
    ]
    body = [one for one in whole_body() if one["type"] != "scenario"]
    module(course(), body=[*body, *more], most_tries=2, test_minutes=10)
    version = ModuleVersion.objects.get()
    learners.add(name="Dee", place="", login=dee, by=dee, at=now)
    return progress.take_up(version=version, name="Dee", establishment=None, roles={"prison_staff"}, by=dee, at=now)


def open_try(strict, dee, at, adjustments=()):
    return attempts.begin(progress=strict, by=dee, at=at, adjustments=adjustments)


def test_the_story_stands_with_the_question_about_it_alone(client_of_dee, strict, dee, now):
    attempt = open_try(strict, dee, now)
    about, other = (
        next(n for n, b in attempt.test.items() if b["value"]["kind"] == kind) for kind in ("branch", "single")
    )

    assert "Dawn whispers." in client_of_dee.get(url("attempts-question", attempt, about)).content.decode()
    assert "Dawn whispers." not in client_of_dee.get(url("attempts-question", attempt, other)).content.decode()
    assert client_of_dee.get(url("attempts-whole", attempt)).content.decode().count("Dawn whispers.") == 1


def test_two_lines_at_one_place_are_no_order(client_of_dee, strict, dee, now):
    attempt = open_try(strict, dee, now)
    name = next(n for n, b in attempt.test.items() if b["value"]["kind"] == "order")
    sent = {f"q-{name}-line-{one['id']}": "1" for one in attempt.test[name]["value"]["options"]}

    for place in (url("attempts-question", attempt, name), url("attempts-whole", attempt)):
        answer = client_of_dee.post(place, sent)
        assert answer.status_code == 422
        assert "a place of its own" in answer.content.decode()
        assert answer.content.decode().count('<option value="1" selected>') == 2


def test_time_is_longer_with_help_and_late_answers_are_kept(client_of_dee, strict, dee, now):
    for adjustments, is_late in ((["extra_time"], False), ([], True)):
        attempt = open_try(strict, dee, timezone.now(), adjustments)
        Attempt.objects.filter(pk=attempt.pk).update(begun_at=now - timedelta(minutes=14))
        check = url("attempts-check", attempt)
        assert "Your time is up at" in client_of_dee.get(check).content.decode()
        page = client_of_dee.post(check, follow=True).content.decode()
        assert ("whoever leads your course sees that" in page) is is_late


def test_when_every_try_is_used_it_says_whom_to_ask(client_of_dee, strict, dee, now):
    for _ in range(2):
        attempts.hand_in(attempt=open_try(strict, dee, now), given={}, by=dee, at=now)

    page = client_of_dee.get(url("attempts-begin", strict)).content.decode()
    assert "You have used every try." in page
    assert "You have 0 tries left of 2." in page
    answer = client_of_dee.post(url("attempts-begin", strict), {"step": "1"})
    assert answer.status_code == 422


def test_what_a_person_reads_is_said_so_and_danger_in_it_is_told(client_of_dee, strict, dee, now):
    attempt = open_try(strict, dee, now)
    name = next(n for n, b in attempt.test.items() if b["value"]["kind"] == "short_text")
    client_of_dee.post(url("attempts-question", attempt, name), {f"q-{name}-answer": "He said he will kill himself."})
    page = client_of_dee.post(url("attempts-check", attempt), follow=True).content.decode()

    assert "A person reads this" in page
    assert Concern.objects.count() == 1


# ---------------------------------------------------------------- Strangers


@pytest.mark.parametrize("name", ["attempts-whole", "attempts-check", "attempts-result"])
def test_somebody_elses_test_does_not_exist(client, rosa, attempt, name):
    client.force_login(rosa)

    assert client.get(url(name, attempt)).status_code == 404
    assert client.post(url(name, attempt)).status_code == 404


def test_a_question_of_another_test_does_not_exist(client_of_dee, attempt):
    assert client_of_dee.get(url("attempts-question", attempt, "nothing")).status_code == 404
