from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import drafts
from mentoring.models import Draft
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def save(user, ref="d1", at=NOW, **content):
    return drafts.save(ref=ref, content={name: [value] for name, value in content.items()}, by=user, at=at)


def test_save_keeps_the_newest_words(sam):
    save(sam, what="Half")
    save(sam, what="Half a sentence", at=NOW + timedelta(seconds=3))

    draft = Draft.objects.get()
    assert draft.typed == {"what": ["Half a sentence"]}
    assert draft.saved_at == NOW + timedelta(seconds=3)


def test_save_of_forty_versions_leaves_one_sentence(sam):
    for number in range(40):
        save(sam, what=str(number))

    assert Event.objects.filter(verb="mentoring.draft.begun").count() == 1


def test_save_refuses_a_book(sam):
    with pytest.raises(NotAllowed, match="too long"):
        save(sam, what="x" * 70_000)


def test_save_refuses_somebody_elses_draft(sam, alex):
    save(sam, what="Mine")

    with pytest.raises(NotAllowed, match="somebody else"):
        save(alex, what="Not yours")


def test_purge_lets_go_after_thirty_days_and_not_before(sam):
    save(sam, ref="old", at=NOW - timedelta(days=31))
    save(sam, ref="new", at=NOW - timedelta(days=29))

    assert drafts.purge(by=None, at=NOW) == 1
    assert [draft.ref for draft in Draft.objects.all()] == ["new"]


@pytest.mark.parametrize("ref", ["a" * 13, "", "a-b", "A", "é"])
def test_save_refuses_a_ref_that_is_none_of_ours(sam, ref):
    with pytest.raises(NotAllowed, match="lost its place"):
        save(sam, ref=ref, what="Half")
