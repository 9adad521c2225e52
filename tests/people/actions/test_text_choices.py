"""How somebody wants to be reminded."""

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from people.actions import text_choices
from people.models import TextChoice
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
AHEAD, PAPER = "mentoring.meeting.ahead", "mentoring.paper.runs_out"


def choose(person, by, **chosen):
    named = {kind.replace("__", "."): by_what for kind, by_what in chosen.items()}
    everything = named.pop("all", None)
    return text_choices.choose_all(
        person=person, chosen={**({"": everything} if everything else {}), **named}, how="spoken", by=by, at=NOW
    )


def test_what_they_chose_stands(jo, rosa):
    choose(jo, rosa, all="text", mentoring__meeting__ahead="hand")
    assert TextChoice.objects.standing(jo) == {"": "text", AHEAD: "hand"}


def test_a_choice_of_its_own_can_be_taken_back(jo, rosa):
    choose(jo, rosa, all="text", mentoring__meeting__ahead="hand")
    choose(jo, rosa, all="text")
    assert TextChoice.objects.standing(jo) == {"": "text"}
    assert TextChoice.objects.filter(person=jo, kind=AHEAD).count() == 2


def test_the_same_again_adds_nothing(jo, rosa):
    for _ in range(3):
        choose(jo, rosa, all="text")
    assert TextChoice.objects.count() == 1
    assert Event.objects.filter(verb="people.text_choice.made").count() == 1


def test_what_keeps_somebody_safe_cannot_be_switched_off(jo, rosa):
    with pytest.raises(NotAllowed, match="cannot be switched off"):
        choose(jo, rosa, all="text", mentoring__paper__runs_out="none")
    choose(jo, rosa, all="text", mentoring__paper__runs_out="email")


def test_a_kind_that_nobody_declares_is_refused(jo, rosa):
    with pytest.raises(NotAllowed):
        choose(jo, rosa, all="text", tests__no__such="text")
