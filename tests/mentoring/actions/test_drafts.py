from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import applications, drafts
from mentoring.models import Draft
from tests.conftest import NOW
from tests.matrix.fixtures_recruitment import ANSWERS, REFEREES, asked

pytestmark = pytest.mark.django_db
WHY = {"why": ["Somebody did it for me"]}


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


def test_an_application_half_written_is_let_go_of_after_ninety_days_and_may_begin_anew(yorkshire, rosa):
    old, new, sent = (asked(yorkshire, rosa, key=f"i{n}", name=f"K{n}") for n in range(3))
    for application, days in ((old, 91), (new, 89), (sent, 91)):
        applications.keep(application=application, content=WHY, by=rosa, at=NOW - timedelta(days=days))
    applications.submit(application=sent, answers=ANSWERS, referees=REFEREES, by=rosa, at=NOW)

    assert [drafts.purge_applications(by=None, at=NOW) for _ in range(2)] == [1, 0]
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.status, old.draft, old.drafted_at, new.typed) == ("invited", "", None, WHY)
    assert applications.keep(application=old, content=WHY, by=rosa, at=NOW)
