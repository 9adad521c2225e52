from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from people.actions import identifications
from people.models import IdentificationEvent

pytestmark = pytest.mark.django_db


def answers(**changes):
    today = timezone.localdate()
    later = today + timedelta(days=40)
    sent = {
        "key": "k1", "asked_on_0": today.day, "asked_on_1": today.month, "asked_on_2": today.year, "stage": "reception",
        "asked_by_role": "peer", "wording": "peer_1", "answer": "no", "next_ask_on_0": later.day,
        "next_ask_on_1": later.month, "next_ask_on_2": later.year,
    }  # fmt: skip
    return sent | changes


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def url(jo):
    return reverse("people:identifications-record", args=[jo.ref])


@pytest.fixture
def told(jo, rosa, now):
    return identifications.record(
        person=jo, asked_on=timezone.localdate(), stage="court", asked_by_role="programme", wording="own_words_1",
        answer="yes", disclosed_detail="canarydetail", reluctance_note="canarynote", key="t1", by=rosa, at=now,
    )  # fmt: skip


def test_record_adds_to_the_history_and_the_page_says_where_they_stand(as_rosa, url, jo):
    before = as_rosa.get(reverse("people:persons-detail", args=[jo.ref])).text
    after = as_rosa.post(url, answers(), follow=True).text

    assert "Nobody has asked them yet" in before
    assert "They said no. It is worth asking again." in after
    assert "I was in care myself" in after


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"next_ask_on_0": "", "next_ask_on_1": "", "next_ask_on_2": ""}, "Say when to ask again"),
        ({"answer": ""}, "Choose what they said"),
        ({"share_scope": ["prison"]}, "Nobody can be told"),
        ({"wording": "nonsense"}, ""),
        ({"asked_on_2": "2100"}, "future"),
    ],
)
def test_record_says_what_is_wrong(as_rosa, url, changes, sentence):
    answer = as_rosa.post(url, answers(**changes))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not IdentificationEvent.objects.exists()


def test_record_sent_twice_is_one_asking(as_rosa, url):
    as_rosa.post(url, answers())
    as_rosa.post(url, answers())

    assert IdentificationEvent.objects.count() == 1


def test_a_mentor_sees_where_they_stand_and_nothing_that_was_said(client, sign_in, sam, match, jo, told):
    text = sign_in(client, sam).get(reverse("people:persons-detail", args=[jo.ref])).text

    assert "They were in care. It stays with us." in text
    for kept_back in ("canarydetail", "canarynote", "Each time they were asked"):
        assert kept_back not in text


def test_case_staff_read_what_holds_them_back(client, sign_in, nadia, jo, told):
    assert "canarynote" in sign_in(client, nadia).get(reverse("people:persons-detail", args=[jo.ref])).text


def test_a_prison_that_is_told_the_basics_is_not_told_this(client, sign_in, dee, jo, leeds, told, rosa, now):
    from tests.factories import people as make

    make.posted(dee, establishment=leeds)
    make.allows(jo, leeds)
    text = sign_in(client, dee).get(reverse("people:persons-detail", args=[jo.ref])).text

    assert "Jo" in text
    assert "in care" not in text
    assert "canary" not in text.replace("Canary", "")


def test_ask_again_lists_those_whose_day_has_come(as_rosa, jo, rosa, now):
    today = timezone.localdate()
    identifications.record(
        person=jo, asked_on=today - timedelta(days=50), stage="court", asked_by_role="prison", wording="looked_after_1",
        answer="declined", next_ask_on=today - timedelta(days=3), key="k9", by=rosa, at=now,
    )  # fmt: skip

    page = as_rosa.get(reverse("people:identifications-index"))

    assert "Jo" in page.text
    assert "rather not" not in page.text
    assert Look.objects.filter(verb="people.identification.listed").exists()


@pytest.mark.parametrize("who", ["gwen", "sam", "dee", "priya", "max_", "nadia", "marion"])
def test_only_those_who_change_the_record_write_in_it(client, sign_in, request, who, url, match):
    assert sign_in(client, request.getfixturevalue(who)).post(url, answers()).status_code in (403, 404)
    assert not IdentificationEvent.objects.exists()
