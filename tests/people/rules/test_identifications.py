from datetime import date, timedelta

import pytest

from people.rules.identifications import WORDINGS, Asked, Status, problems, status_of

DAY = date(2026, 11, 22)
GOOD = {
    "answer": "no", "asked_on": DAY, "next_ask_on": DAY + timedelta(days=60), "shared": False, "confirmed": False,
    "today": DAY,
}  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ([], Status.NEVER_ASKED),
        (["not_asked"], Status.NEVER_ASKED),
        (["no"], Status.ASKED_NO),
        (["no", "not_asked"], Status.ASKED_NO),
        (["unsure"], Status.ASKED_UNSURE),
        (["declined"], Status.ASKED_UNSURE),
        (["no", "unsure"], Status.ASKED_UNSURE),
        (["unsure", "no"], Status.ASKED_NO),
        (["no", "no", "yes"], Status.DISCLOSED_PRIVATE),
        (["yes", "no"], Status.DISCLOSED_PRIVATE),
    ],
)
def test_the_status_follows_from_what_was_said(answers, status):
    assert status_of([Asked(answer) for answer in answers]) == status


def test_what_is_told_may_be_shared_only_while_their_last_answer_says_so():
    shared, private, no = Asked("yes", shared=True), Asked("yes"), Asked("no")

    assert status_of([private, shared]) == Status.DISCLOSED_SHAREABLE
    assert status_of([shared, Asked("not_asked")]) == Status.DISCLOSED_SHAREABLE
    assert status_of([shared, private]) == Status.DISCLOSED_PRIVATE
    assert status_of([shared, no]) == Status.DISCLOSED_PRIVATE


def test_what_a_council_confirmed_stays_confirmed():
    assert status_of([Asked("no"), Asked("yes", confirmed=True), Asked("declined")]) == Status.CONFIRMED_BY_AUTHORITY


@pytest.mark.parametrize("answer", ["no", "unsure", "declined", "not_asked"])
def test_no_is_never_the_last_word(answer):
    assert "ask again" in problems(**GOOD | {"answer": answer, "next_ask_on": None})["next_ask_on"]


def test_a_yes_need_not_be_asked_again():
    assert problems(**GOOD | {"answer": "yes", "next_ask_on": None}) == {}


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"asked_on": DAY + timedelta(days=1)}, "asked_on"),
        ({"next_ask_on": DAY}, "next_ask_on"),
        ({"next_ask_on": DAY - timedelta(days=1)}, "next_ask_on"),
        ({"next_ask_on": DAY + timedelta(days=367)}, "next_ask_on"),
        ({"shared": True}, "share_scope"),
        ({"confirmed": True}, "confirmed_by"),
    ],
)
def test_problems_are_named_by_their_question(changes, question):
    assert question in problems(**GOOD | changes)
    assert problems(**GOOD) == {}


def test_every_wording_says_which_edition_it_is():
    assert all(name.rsplit("_", 1)[1].isdigit() for name in WORDINGS)
    assert len(set(WORDINGS.values())) == len(WORDINGS)
