from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import tasks
from mentoring.models import Mentor, Task
from mentoring.rules.tasks import KINDS, PRESSING
from tests.conftest import NOW, mentor_for

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def ask(team, key="move:1", due_on=TODAY, **about):
    return tasks.raise_task(key=key, kind="match_after_move", team=team, due_on=due_on, by=None, at=NOW, **about)


def test_a_task_says_what_to_look_at_and_whom_it_is_about(yorkshire, jo):
    task = ask(yorkshire, person=jo)

    assert task.words == "Look at this match: the person has moved"
    assert (task.person, task.status) == (jo, "open")


def test_finish_says_when_and_by_whom(yorkshire, rosa):
    task = tasks.finish(task=ask(yorkshire), by=rosa, at=NOW)

    assert (task.status, task.done_by, task.done_at) == ("done", rosa, NOW)


def test_a_task_is_late_the_day_after_it_was_due(yorkshire):
    task = ask(yorkshire)

    assert not task.is_late(TODAY)
    assert task.is_late(TODAY + timedelta(days=1))
    assert list(Task.objects.overdue(TODAY)) == []
    assert list(Task.objects.overdue(TODAY + timedelta(days=1))) == [task]


def test_settle_puts_it_away_without_anybody(yorkshire):
    ask(yorkshire)
    tasks.settle(key="move:1", by=None, at=NOW)

    assert Task.objects.get().status == "settled"


def test_settle_of_what_is_done_changes_nothing(yorkshire, rosa):
    tasks.finish(task=ask(yorkshire), by=rosa, at=NOW)
    tasks.settle(key="move:1", by=None, at=NOW)
    tasks.settle(key="nothing", by=None, at=NOW)

    assert Task.objects.get().status == "done"


def test_a_kind_without_words_is_refused(yorkshire):
    with pytest.raises(KeyError):
        tasks.raise_task(key="k", kind="whatever", team=yorkshire, due_on=TODAY, by=None, at=NOW)


def test_what_is_done_cannot_be_done_again(yorkshire, rosa):
    task = tasks.finish(task=ask(yorkshire), by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        tasks.finish(task=task, by=rosa, at=NOW)


def test_another_team_and_the_person_themselves_see_nothing(yorkshire, rosa, gwen, sam, jo, marion):
    task = ask(yorkshire, person=jo)

    assert list(Task.objects.visible_to(rosa)) == list(Task.objects.visible_to(marion)) == [task]
    assert not Task.objects.visible_to(gwen).exists()
    assert not Task.objects.visible_to(sam).exists()
    type(jo).objects.filter(pk=jo.pk).update(login=rosa)
    assert not Task.objects.visible_to(rosa).exists()


def test_the_same_occasion_raises_one_task_and_leaves_one_sentence(yorkshire, jo):
    assert ask(yorkshire, person=jo) == ask(yorkshire, person=jo)

    assert Event.objects.filter(verb="mentoring.task.raised").count() == 1


def test_nobody_sees_a_task_about_themselves_not_even_as_a_mentor(yorkshire, rosa, jo):
    own = mentor_for(rosa, yorkshire)
    ask(yorkshire, key="mentor", mentor=own)
    ask(yorkshire, key="person", person=own.person)
    seen = ask(yorkshire, key="somebody", person=jo)

    assert list(Task.objects.visible_to(rosa)) == [seen]


def test_a_task_names_whom_it_is_about(yorkshire, sam, jo):
    mentor = Mentor.objects.get(person__login=sam)

    about = [
        ask(yorkshire, key=f"{n}", **whom).about for n, whom in enumerate(({"person": jo}, {"mentor": mentor}, {}))
    ]
    assert about == ["Jo", "Sam", ""]


def test_what_may_leave_somebody_unsafe_comes_before_what_has_waited_longest(yorkshire):
    for key, kind, days in (("a", "review_due", -90), ("b", "match_after_lapse", 1), ("c", "check_safety", 0)):
        tasks.raise_task(key=key, kind=kind, team=yorkshire, due_on=TODAY + timedelta(days=days), by=None, at=NOW)

    assert [task.key for task in Task.objects.open().most_pressing_first()] == ["c", "b", "a"]


def test_only_tasks_that_there_are_can_be_pressing():
    assert KINDS.keys() >= PRESSING
