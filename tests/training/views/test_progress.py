"""Going through a module as a learner does."""

import json

import pytest
from django.urls import reverse

from people.models import Concern
from tests.training.actions.test_progress import newer  # noqa: F401  # a fixture
from tests.training.courses import block, course, module, option, whole_body
from tests.training.finishing import read_all, take_test
from training.actions import learners, progress
from training.models import LessonPage, ModuleVersion, Progress
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db


def url(name, begun, *more):
    return reverse(f"training:{name}", args=[begun.ref, *more])


def ids(begun, of_type, /, **value):
    return [
        name
        for name, one in blocks(begun.version.plain).items()
        if one["type"] == of_type and all(one["value"].get(key) == wanted for key, wanted in value.items())
    ]


def sure_field(begun, when="before"):
    return f"q-{ids(begun, 'question', kind='confidence', when=when)[0]}-answer"


def test_a_page_is_drawn_from_the_version_that_was_begun(client_of_dee, begun, page_url, newer):  # noqa: F811
    page = client_of_dee.get(page_url).content.decode()

    assert "Ask in private, and never only once." in page
    assert "In private, always." not in page


def test_what_is_asked_in_the_test_is_not_shown_before_it(client_of_dee, page_url):
    assert "Which is q1?" not in client_of_dee.get(page_url).content.decode()


def test_going_on_keeps_all_that_was_written_and_counts_the_page_as_read(client_of_dee, begun, page_url):
    thought = ids(begun, "reflection")[0]
    answer = client_of_dee.post(
        page_url, {"then": "on", f"r-{thought}-words": "In the chapel.", sure_field(begun): "2"}
    )

    assert answer["Location"] == url("progress-detail", begun)
    begun.refresh_from_db()
    assert begun.has_read_all
    assert begun.reflections.get().words == "In the chapel."
    assert begun.confidences.get().sure == 2


def test_stopping_costs_nothing(client_of_dee, begun, page_url):
    answer = client_of_dee.post(page_url, {"then": "stop"}, follow=True)

    assert "from where you were" in answer.content.decode()
    begun.refresh_from_db()
    assert begun.has_read_all


def test_keeping_what_was_written_leaves_them_on_the_page(client_of_dee, begun, page_url):
    thought = ids(begun, "reflection")[0]
    answer = client_of_dee.post(page_url, {"then": "keep", f"r-{thought}-words": "In the chapel."})

    assert answer["Location"] == page_url
    begun.refresh_from_db()
    assert begun.seen == [thought]


def test_what_is_too_long_is_said_beside_it_and_kept(client_of_dee, begun, page_url):
    thought = ids(begun, "reflection")[0]
    answer = client_of_dee.post(page_url, {"then": "on", f"r-{thought}-words": "long " * 900})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "too long" in page
    assert f'href="#id_r-{thought}-words"' in page
    assert "long long" in page
    assert not begun.reflections.exists()


def test_they_are_told_beforehand_and_afterwards_who_reads_what_may_mean_danger(client_of_dee, begun, page_url):
    thought = ids(begun, "reflection")[0]
    assert "our safeguarding lead is told" in client_of_dee.get(page_url).content.decode()

    page = client_of_dee.post(page_url, {"then": "keep", f"r-{thought}-words": "I want to die."}, follow=True)

    assert "we have told our safeguarding lead" in page.content.decode()
    assert Concern.objects.count() == 1


@pytest.mark.parametrize("page", ["0", "2", "x", "999999", "٣"])
def test_a_page_that_is_not_there_does_not_exist(client_of_dee, begun, page):
    assert client_of_dee.get(f"/training/progress/{begun.ref}/pages/{page}/").status_code == 404


# ---------------------------------------------------------------- Practice, and what is hard


@pytest.fixture
def careful(dee):
    """A module with a question of each kind for practice, a pause, and something that must be written."""
    lines = [option(f"o{n}", f"Line {n}", goes_with=f"With {n}", then=f"Then {n}", right=n == 1) for n in (1, 2, 3)]
    asked = {
        kind: block(
            kind, "question",
            {"kind": kind, "when": "practice", "ask": f"A {kind}?", "options": lines, "right": "Well done.",
             "wrong": "Look again.", "points": 1, "fixed": False},
        )
        for kind in ("single", "branch", "multiple", "order", "match", "short_text")
    }  # fmt: skip
    pause = block("pause", "pause", {"warns": "Next is about harm.", "help": "Ring us."})
    must = block("must", "reflection", {"ask": "Which words?", "read_by": "assessor", "may_skip": False})
    module(course(), body=[*whole_body(), *asked.values(), pause, must])
    version = ModuleVersion.objects.get()
    learner = learners.add(name="Dee", place="", login=dee, by=dee, at=version.published_at)
    assert learner
    return progress.take_up(
        version=version, name="Dee", establishment=None, roles={"prison_staff"}, by=dee, at=version.published_at
    )


def check(client, begun, kind, **answers):
    name = ids(begun, "question", kind=kind, when="practice")[0]
    sent = {"check": name} | {f"q-{name}-{box.replace('_', '-', 1)}": said for box, said in answers.items()}
    return client.post(url("progress-page", begun, "1"), sent)


def option_ids(begun, kind):
    return [one["id"] for one in blocks(begun.version.plain)[ids(begun, "question", kind=kind)[-1]]["value"]["options"]]


def test_practice_says_at_once_whether_it_was_right_and_keeps_nothing(client_of_dee, careful):
    one, two, _ = option_ids(careful, "single")

    assert "Well done." in check(client_of_dee, careful, "single", answer=one).content.decode()
    assert "Look again." in check(client_of_dee, careful, "single", answer=two).content.decode()
    careful.refresh_from_db()
    assert careful.seen == []


def test_a_branch_says_what_happens_next(client_of_dee, careful):
    _, two, _ = option_ids(careful, "branch")

    assert "Then 2" in check(client_of_dee, careful, "branch", answer=two).content.decode()


def test_each_of_several_answers_is_answered_for_itself(client_of_dee, careful):
    one, two, _ = option_ids(careful, "multiple")

    page = check(client_of_dee, careful, "multiple", answer=[one, two]).content.decode()

    assert "Look again." in page
    assert [words in page for words in ("Then 1", "Then 2", "Then 3")] == [True, True, False]


def test_order_and_match_are_chosen_from_lists(client_of_dee, careful):
    names = option_ids(careful, "order")
    places = {f"line_{name}": str(n) for n, name in enumerate(names, start=1)}
    pairs = {f"line_{name}": name for name in names}

    assert "Well done." in check(client_of_dee, careful, "order", **places).content.decode()
    assert (
        "Look again."
        in check(client_of_dee, careful, "order", **dict(zip(places, ("2", "1", "3"), strict=True))).content.decode()
    )
    assert "Well done." in check(client_of_dee, careful, "match", **pairs).content.decode()


@pytest.mark.parametrize(
    ("kind", "answers", "why"),
    [
        ("single", {}, "Answer this question, or go on without it."),
        ("single", {"answer": "nothing"}, "Choose one of the answers in the list."),
        ("order", {"line_0": "1", "line_1": "1", "line_2": "2"}, "a place of its own"),
        ("match", {"line_0": 0}, "one partner"),
    ],
)
def test_what_is_no_answer_is_said_beside_the_question(client_of_dee, careful, kind, answers, why):
    names = option_ids(careful, kind)
    answers = {
        (f"line_{names[int(box[-1])]}" if box.startswith("line") else box): (names[said] if said == 0 else said)
        for box, said in answers.items()
    }
    answer = check(client_of_dee, careful, kind, **answers)

    assert answer.status_code == 422
    assert why in answer.content.decode()


def test_checking_one_answer_loses_nothing_that_was_typed_beside_it(client_of_dee, careful):
    page, single = url("progress-page", careful, "1"), ids(careful, "question", kind="single")[-1]
    order, thought = ids(careful, "question", kind="order")[0], ids(careful, "reflection")[0]
    first = option_ids(careful, "order")[0]
    sent = {
        "check": single, f"q-{single}-answer": option_ids(careful, "single")[0], f"q-{order}-line-{first}": "3",
        f"r-{thought}-words": "Half a thought", sure_field(careful): "4",
    }  # fmt: skip
    page = client_of_dee.post(page, sent).content.decode()

    assert "Half a thought" in page
    assert '<option value="3" selected>' in page
    assert page.count("checked") == 2  # the answer, and how sure they are


def test_before_something_hard_they_may_stop_or_leave_it_out(client_of_dee, careful):
    first, second = url("progress-page", careful, "1"), url("progress-page", careful, "2")
    page = client_of_dee.get(first).content.decode()
    assert "Next is about harm." in page
    assert "Which words?" not in page

    assert client_of_dee.post(first, {"then": "on"})["Location"] == second
    assert client_of_dee.post(first, {"then": "without"})["Location"] == url("progress-detail", careful)

    careful.refresh_from_db()
    assert careful.has_read_all


def test_what_must_be_written_waits_until_it_is(client_of_dee, careful):
    for page in ("1", "2"):
        client_of_dee.post(url("progress-page", careful, page), {"then": "on"})

    careful.refresh_from_db()
    assert careful.left == 1
    assert "Something is left to write" in client_of_dee.get(url("progress-detail", careful)).content.decode()


# ---------------------------------------------------------------- Newer versions


def test_a_newer_version_is_a_choice(client_of_dee, begun, newer):  # noqa: F811
    assert "There is a newer version" in client_of_dee.get(url("progress-detail", begun)).content.decode()
    assert "Asking" in client_of_dee.get(url("progress-carry_over", begun)).content.decode()

    client_of_dee.post(url("progress-carry_over", begun))

    begun.refresh_from_db()
    assert begun.version == newer


def test_with_a_test_open_it_says_why_not(client_of_dee, begun, newer, attempt):  # noqa: F811
    answer = client_of_dee.post(url("progress-carry_over", begun))

    assert answer.status_code == 422
    assert "Hand it in first" in answer.content.decode()


def test_a_refresher_shows_only_what_is_new(client_of_dee, begun, newer, dee, now):  # noqa: F811
    read_all(begun, by=dee, at=now)
    take_test(begun, right=5, by=dee, at=now)

    client_of_dee.post(url("progress-refresh", begun))
    answer = client_of_dee.post(url("progress-refresh", begun))

    again = Progress.objects.get(refreshes=begun)
    assert answer["Location"] == url("progress-detail", again)
    page = client_of_dee.get(url("progress-page", again, "1")).content.decode()
    assert "In private, always." in page
    assert "Ask again." in page
    assert "Kai, first night" not in page


def test_an_edit_that_was_not_published_changes_no_page(client_of_dee, begun, page_url):
    page = LessonPage.objects.get()
    page.body = json.dumps([block("intro", "paragraph", "<p>Changed in a draft.</p>")])
    page.save_revision().publish()

    assert "Changed in a draft." not in client_of_dee.get(page_url).content.decode()


# ---------------------------------------------------------------- Strangers


@pytest.mark.parametrize("name", ["progress-detail", "progress-carry_over", "progress-refresh", "attempts-begin"])
def test_what_somebody_else_learns_does_not_exist(client, rosa, begun, name):
    client.force_login(rosa)

    assert client.get(url(name, begun)).status_code == 404
    assert client.post(url(name, begun)).status_code == 404
