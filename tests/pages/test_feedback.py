"""Was it of use? Said by anyone, about a page alone, on the screen or from paper."""

from datetime import timedelta

import pytest
from django.urls import reverse

from pages.actions import feedback
from pages.models import Feedback, GuidePage
from pages.rules.feedback import shown, usefulness
from pages.rules.numbers import key_of, number_of
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def guide(make_guide) -> GuidePage:
    return make_guide("Letters")


@pytest.fixture
def where(guide) -> str:
    return reverse("pages:feedback-give", args=[number_of(guide.pk)])


def test_a_page_asks_and_a_yes_is_kept_with_its_day_alone(client, guide, where):
    assert where in client.get(guide.url).content.decode()
    answered = client.post(where, {"useful": "yes"})

    assert answered.status_code == 302
    assert (dict(answered.cookies), dict(client.get(where).cookies)) == ({}, {})
    [kept] = Feedback.objects.values()
    assert set(kept) == {"id", "ref", "page_id", "day", "useful", "reason"}
    assert (kept["page_id"], kept["useful"], kept["reason"]) == (guide.pk, True, "")


def test_a_no_is_kept_before_anybody_is_asked_why(client, where):
    asked = client.post(where, {"useful": "no"})
    [kept] = Feedback.objects.all()

    assert asked.status_code == 200
    assert kept.ref in asked.content.decode()
    for reason in ("hard", "wrong"):  # twice, or by somebody else later: the first stands
        client.post(f"{where}why/", {"ref": kept.ref, "reason": reason})
    kept.refresh_from_db()
    assert (Feedback.objects.count(), kept.reason) == (1, "hard")


def test_what_is_not_an_answer_is_said_beside_the_question(client, where):
    assert client.post(where, {"useful": "perhaps"}).status_code == 422
    assert client.post(f"{where}why/", {"ref": "x", "reason": ""}).status_code == 422
    assert client.post(reverse("pages:feedback-give", args=["12345"]), {"useful": "yes"}).status_code == 404


def test_a_draft_is_no_page_to_speak_of(client, make_guide):
    draft = make_guide("Draft", live=False)

    assert client.get(reverse("pages:feedback-give", args=[number_of(draft.pk)])).status_code == 404


def test_from_paper_by_its_number(client, guide, where):
    number = number_of(guide.pk)

    assert number in client.get(guide.url).content.decode()
    assert client.get(reverse("pages:feedback-find"), {"number": f" {number[:1]} {number[1:]}"})["Location"] == where
    slip = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert "No page has this number" in client.get(reverse("pages:feedback-find"), {"number": slip}).content.decode()


def test_a_machine_fills_no_table(guide, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_A_DAY", 2)
    kept = [feedback.give(page=guide, useful=True, by=None, at=NOW) for _ in range(3)]

    assert kept[2] is None
    assert feedback.give(page=guide, useful=True, by=None, at=NOW + timedelta(days=1)) is not None


def test_after_two_years_it_is_let_go(guide):
    feedback.give(page=guide, useful=True, by=None, at=NOW - timedelta(days=731))
    feedback.give(page=guide, useful=True, by=None, at=NOW)

    assert (feedback.forget(by=None, at=NOW), feedback.forget(by=None, at=NOW), Feedback.objects.count()) == (1, 0, 1)


def test_editors_read_figures_of_many_and_never_of_few(client, evie, guide, make_guide):
    few = make_guide("Seldom read")
    Feedback.objects.bulk_create(
        [Feedback(page=guide, day=TODAY, useful=n < 9, reason="" if n < 9 else "hard") for n in range(12)]
        + [Feedback(page=few, day=TODAY, useful=False)]
    )
    client.force_login(evie)
    text = client.get(reverse("pages:feedback-index")).content.decode()

    assert "75 %" in text
    assert "Too hard to read: fewer than 10." in text
    assert text.index("Letters") < text.index("Seldom read")
    assert "0 %" not in text.replace("100 %", "")


def test_small_numbers_stay_unsaid():
    assert usefulness(answers=9, yes=9).percent is None
    assert usefulness(answers=10, yes=9).percent == 90
    assert (shown(0), shown(9), shown(10)) == ("0", "fewer than 10", "10")


@pytest.mark.parametrize("key", [1, 7, 42, 127, 99_999])
def test_a_slip_of_the_pen_is_noticed(key):
    number = number_of(key)
    slips = {number[:at] + other + number[at + 1 :] for at in range(len(number)) for other in "0123456789"} - {number}
    swaps = {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)} - {number}

    assert key_of(number) == key
    assert {key_of(wrong) for wrong in slips | swaps} == {None}


@pytest.mark.parametrize("typed", ["", "0", "٣٤", "9" * 40, "abc", "-1"])
def test_what_is_no_number_is_none(typed):
    assert key_of(typed) is None
