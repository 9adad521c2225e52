import pytest
from django.urls import reverse

from mentoring.models import MatchBlock, Mentor
from people.actions import permissions, persons
from tests.conftest import NOW
from tests.factories.people import posted

pytestmark = pytest.mark.django_db
WHY = {"kind": "gang", "reason": "Trouble on the wing", "key": "k1"}


@pytest.fixture
def as_nadia(client, sign_in, nadia):
    return sign_in(client, nadia)


@pytest.fixture
def kim(yorkshire):
    return persons.add(preferred_name="Kim", prison_number="A1234BC", team=yorkshire, by=None, at=NOW)


def add(jo):
    return reverse("mentoring:match_blocks-add", args=[jo.ref])


def test_a_lead_finds_the_other_by_their_number(as_nadia, jo, kim):
    as_nadia.post(add(jo), WHY | {"other": "a1234 bc"})

    assert MatchBlock.objects.get().other == kim


@pytest.mark.parametrize(("words", "said"), [("nobody at all", "We found nobody"), ("Kim", "more than one")])
def test_a_lead_is_told_when_it_is_nobody_or_several(as_nadia, jo, kim, yorkshire, words, said):
    persons.add(preferred_name="Kim", team=yorkshire, by=None, at=NOW)

    answer = as_nadia.post(add(jo), WHY | {"other": words})

    assert answer.status_code == 422
    assert said in answer.text


def test_a_prison_proposes_and_a_lead_confirms(client, sign_in, as_nadia, dee, jo, leeds, match):
    posted(dee, establishment=leeds)
    permissions.give(person=jo, what="basics", partner=leeds, how="spoken", by=None, at=NOW)
    sign_in(client, dee).post(add(jo), WHY | {"other_name": "Sam, a visitor"})
    block = MatchBlock.objects.get()
    assert block.status == "proposed"

    as_nadia.post(reverse("mentoring:match_blocks-confirm", args=[block.ref]), {"other": "Sam"})

    block.refresh_from_db()
    match.refresh_from_db()
    assert (block.other, match.status) == (Mentor.objects.get().person, "paused")


def test_neither_coordinator_nor_mentor_reads_why(client, sign_in, rosa, sam, nadia, as_nadia, jo, match):
    as_nadia.post(add(jo), WHY | {"other": "Sam"})

    for user, name in ((rosa, "matches-find"), (rosa, "matches-detail"), (sam, "matches-detail")):
        ref = jo.ref if name == "matches-find" else match.ref
        page = sign_in(client, user).get(reverse(f"mentoring:{name}", args=[ref])).text
        assert "Trouble on the wing" not in page
        assert "groups they belong to" not in page
    assert "block" not in sign_in(client, sam).get(reverse("mentoring:matches-detail", args=[match.ref])).text.lower()


def test_a_block_is_lifted_with_a_reason(as_nadia, jo, kim):
    as_nadia.post(add(jo), WHY | {"other": "A1234BC"})
    there = reverse("mentoring:match_blocks-lift", args=[MatchBlock.objects.get().ref])
    assert as_nadia.post(there, {"because": ""}).status_code == 422

    as_nadia.post(there, {"because": "It is over"})

    assert MatchBlock.objects.get().status == "lifted"
