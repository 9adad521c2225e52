import pytest
from django.urls import reverse

from casefiles_support.models import Evaluation

pytestmark = pytest.mark.django_db
SAID = {
    "key": "e1", "holder_offered_support": "no", "holder_explained": "yes", "kept_informed": "unsure",
    "helped": ["peer", "my_pace"], "hurt": ["waiting"], "on_0": "22", "on_1": "11", "on_2": "2026",
}  # fmt: skip


def url(name, ref):
    return reverse(f"casefiles_support:evaluations-{name}", args=[ref])


def test_what_was_ticked_on_paper_is_kept_and_shown(client, sign_in, finn, answered):
    client = sign_in(client, finn)
    assert client.post(url("look_back", answered.ref), SAID).status_code == 302

    text = client.get(url("detail", answered.ref)).text
    assert "Somebody who was in care too" in text and "The waiting" in text
    assert client.post(url("look_back", answered.ref), SAID | {"key": "e2"}).status_code == 422
    assert Evaluation.objects.count() == 1


def test_nothing_was_said_yet(client, sign_in, finn, answered):
    assert sign_in(client, finn).get(url("detail", answered.ref)).status_code == 404


def test_there_is_no_box_for_words(client, sign_in, finn, answered):
    text = sign_in(client, finn).get(url("look_back", answered.ref)).text

    assert "<textarea" not in text


def test_what_can_come_after_an_answer_is_one_page_and_not_for_strangers(client, sign_in, finn, wyn, nadia, answered):
    page = url("of_journey", answered.journey.ref)

    assert "Leeds Council" in sign_in(client, finn).get(page).text
    for other in (wyn, nadia):
        assert sign_in(client, other).get(page).status_code == 404
