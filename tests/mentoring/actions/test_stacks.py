from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import Event
from common.sheet_codes import why_not_a_code
from common.transitions import NotAllowed
from mentoring.actions import stacks
from mentoring.actions.stacks import Wanted
from mentoring.models import PaperSheet
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def print_(rosa, yorkshire, match):
    def act(count=3, key="k1", by=rosa, **changes):
        wanted = replace(Wanted(kind="one_to_one", team=yorkshire, match=match), **changes)
        return stacks.print_(wanted=wanted, count=count, key=key, by=by, at=NOW)

    return act


def test_print_makes_sheets_with_codes_of_their_own(print_):
    made = print_()

    assert [sheet.place for sheet in made] == [1, 2, 3]
    assert len({sheet.code for sheet in made}) == 3
    assert not any(why_not_a_code(sheet.code) for sheet in made)
    assert {sheet.status for sheet in PaperSheet.objects.all()} == {"printed"}


def test_print_may_be_for_nobody_yet(print_):
    assert print_(match=None)[0].match is None


def test_print_seals_what_a_group_is_called(print_, match):
    sheet = print_(kind="group_register", match=None, mentor=match.mentor, group="Tuesday circle")[0]

    with connection.cursor() as cursor:
        cursor.execute('SELECT "group" FROM mentoring_papersheet WHERE id = %s', [sheet.pk])
        assert "Tuesday" not in cursor.fetchone()[0]
    assert PaperSheet.objects.get(pk=sheet.pk).group == "Tuesday circle"


@pytest.mark.parametrize("count", [0, -1, 51])
def test_print_refuses_none_and_too_many(print_, count):
    with pytest.raises(NotAllowed, match="from 1 to 50"):
        print_(count=count)


def test_print_refuses_a_key_that_somebody_else_used(print_, gwen):
    print_()

    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        print_(by=gwen)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "group_register"},  # a match on a register
        {"kind": "nonsense"},
        {"group": "Tuesday circle"},  # a group on a sheet for one
    ],
)
def test_the_database_refuses_a_sheet_that_makes_no_sense(print_, changes):
    with pytest.raises((IntegrityError, NotAllowed)), transaction.atomic():
        print_(**changes)
    assert not PaperSheet.objects.exists()


def test_print_sent_twice_prints_one_stack(print_):
    assert [sheet.code for sheet in print_()] == [sheet.code for sheet in print_()]
    assert PaperSheet.objects.count() == 3
    assert Event.objects.filter(verb="mentoring.sheet.printed").count() == 1


def test_print_leaves_a_sentence_about_the_person(print_, jo):
    print_()

    event = Event.objects.get(verb="mentoring.sheet.printed")
    assert (event.about_ref, event.detail) == (jo.ref, {"count": 3, "kind": "one_to_one"})


# ---------------------------------------------------------------- Again, and without a code


def test_print_again_cancels_the_old_code_and_prints_the_same_sheet_with_another(print_, match, rosa):
    old = print_(count=1)[0]
    new = stacks.print_again(sheet=old, reason="Spoilt by tea", key="k2", by=rosa, at=NOW)

    old.refresh_from_db()
    assert (old.status, old.void_reason, old.printed_again) == ("void", "Spoilt by tea", new)
    assert (new.status, new.match, new.kind, new.instead_of) == ("printed", match, "one_to_one", old)
    assert new.code != old.code


def test_print_again_refuses_without_a_reason_and_what_was_cancelled(print_, rosa):
    old = print_(count=1)[0]
    with pytest.raises(NotAllowed, match="Say why"):
        stacks.print_again(sheet=old, reason=" ", key="k2", by=rosa, at=NOW)
    stacks.print_again(sheet=old, reason="Lost", key="k2", by=rosa, at=NOW)

    old.refresh_from_db()
    with pytest.raises(NotAllowed):
        stacks.print_again(sheet=old, reason="Lost", key="k3", by=rosa, at=NOW)
    assert PaperSheet.objects.count() == 2


def test_print_again_sent_twice_prints_one(print_, rosa):
    old = print_(count=1)[0]

    assert len({stacks.print_again(sheet=old, reason="Lost", key="k2", by=rosa, at=NOW).pk for _ in range(3)}) == 1
    assert Event.objects.filter(verb="mentoring.sheet.printed_again").count() == 1


def test_print_again_refuses_a_key_that_somebody_else_used_and_cancels_nothing(print_, rosa, gwen):
    print_(key="k2", by=gwen)
    old = print_(count=1)[0]

    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        stacks.print_again(sheet=old, reason="Lost", key="k2", by=rosa, at=NOW)
    old.refresh_from_db()
    assert old.status == "printed"


def test_give_code_makes_one_sheet_that_came_without(yorkshire, rosa):
    made = [stacks.give_code(kind="referral", team=yorkshire, key="k1", by=rosa, at=NOW) for _ in range(3)]

    assert len({sheet.pk for sheet in made}) == 1
    assert made[0].came_without_code
    assert Event.objects.filter(verb="mentoring.sheet.given_code").count() == 1


@pytest.mark.parametrize("kind", ["one_to_one", "group_register", "identification", "nonsense"])
def test_give_code_refuses_what_nobody_may_print_without_one(yorkshire, rosa, kind):
    with pytest.raises(NotAllowed, match="what the sheet is for"):
        stacks.give_code(kind=kind, team=yorkshire, key="k1", by=rosa, at=NOW)
