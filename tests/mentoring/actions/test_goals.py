from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import carrying_on, goal_notes, goals, matches, steps
from mentoring.models import Goal, GoalNote, Mentor, Step
from tests.conftest import NOW, match_of, mentor_for

WORDS = "A front door that nobody else has a key to"
TODAY = NOW.date()


@pytest.fixture
def goal(match, sam):
    return goals.set_down(match=match, words=WORDS, topic="housing", key="g1", by=sam, at=NOW)


@pytest.fixture
def una(make_user, yorkshire):
    """Another mentor of the same team."""
    user = make_user("una", "peer_mentor", name="Una")
    mentor_for(user, yorkshire)
    return user


@pytest.fixture
def handed_on(match, una, jo):
    """Sam's match is over, and Jo walks with Una now."""
    matches.end(match=match, reason="moved", by=None, at=NOW)
    return match_of(Mentor.objects.get(person__login=una), jo)


def test_set_down_keeps_their_words_sealed(goal, jo):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM mentoring_goal WHERE id = %s", [goal.pk])
        stored = cursor.fetchone()[0]

    assert (goal.words, goal.person, goal.status) == (WORDS, jo, "going")
    assert "door" not in stored


def test_set_down_sent_five_times_makes_one_goal(match, sam):
    made = {goals.set_down(match=match, words=WORDS, topic="housing", key="same", by=sam, at=NOW).pk for _ in range(5)}

    assert len(made) == Goal.objects.count() == 1


def test_two_people_with_the_same_key_make_two_goals(match, sam, rosa):
    for by in (sam, rosa):
        goals.set_down(match=match, words=WORDS, topic="housing", key="same", by=by, at=NOW)

    assert Goal.objects.count() == 2


def test_set_down_refuses_a_match_that_is_over(match, sam):
    matches.end(match=match, reason="", by=None, at=NOW)

    with pytest.raises(NotAllowed, match="not open"):
        goals.set_down(match=match, words=WORDS, topic="housing", key="g", by=sam, at=NOW)


def test_reword_shows_both_when_somebody_was_first(goal, sam):
    said = {"goal": goal, "topic": "housing", "hoped_for_by": None, "by": sam, "at": NOW}
    goals.reword(words="My own key", seen=1, **said)

    with pytest.raises(Stale) as stale:
        goals.reword(words="A garden", seen=1, **said)

    assert stale.value.record.words == "My own key"


@pytest.mark.parametrize("to", ["done", "changed", "let_go"])
def test_settle_keeps_the_day_and_take_up_forgets_it(goal, sam, to):
    goals.settle(goal=goal, to=to, on=TODAY, by=sam, at=NOW + timedelta(days=2))
    assert (goal.status, goal.settled_on) == (to, TODAY)

    goals.take_up(goal=goal, by=sam, at=NOW)
    assert (goal.status, goal.settled_on, goal.settled_by) == ("going", None, None)


@pytest.mark.parametrize(
    ("to", "days", "reason"), [("failed", 0, "Choose"), ("done", 1, "not come yet"), ("done", -1, "before it was set")]
)
def test_settle_refuses(goal, sam, to, days, reason):
    with pytest.raises(NotAllowed, match=reason):
        goals.settle(goal=goal, to=to, on=TODAY + timedelta(days=days), by=sam, at=NOW)


def test_settle_twice_is_refused(goal, sam):
    goals.settle(goal=goal, to="done", on=TODAY, by=sam, at=NOW)

    with pytest.raises(NotAllowed, match="moved on"):
        goals.settle(goal=goal, to="let_go", on=TODAY, by=sam, at=NOW)


def test_a_step_is_ticked_and_the_tick_taken_away(goal, sam):
    step = steps.add(goal=goal, words="Ring the council", key="s1", by=sam, at=NOW)

    steps.settle(step=step, to="done", by=sam, at=NOW)
    assert (step.status, step.settled_on, goal.steps_in_words) == ("done", TODAY, "1 of 1 steps done")

    steps.take_up(step=step, by=sam, at=NOW)
    assert step.is_going


def test_a_step_that_was_let_go_counts_for_nothing(goal, sam):
    kept, gone = (steps.add(goal=goal, words=w, key=w, by=sam, at=NOW) for w in ("one", "two"))
    steps.settle(step=gone, to="let_go", by=sam, at=NOW)

    assert goal.steps_in_words == "0 of 1 steps done"
    assert kept.is_going


def test_a_step_sent_twice_is_one(goal, sam):
    for _ in range(2):
        steps.add(goal=goal, words="Ring", key="same", by=sam, at=NOW)

    assert Step.objects.count() == 1


def test_a_step_is_refused_twice_and_never_fails(goal, sam):
    step = steps.add(goal=goal, words="Ring", key="s", by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="Choose"):
        steps.settle(step=step, to="failed", by=sam, at=NOW)

    steps.settle(step=step, to="done", by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="moved on"):
        steps.settle(step=step, to="done", by=sam, at=NOW)


def test_a_settled_goal_takes_no_more_steps(goal, sam):
    goals.settle(goal=goal, to="done", on=TODAY, by=sam, at=NOW)

    with pytest.raises(NotAllowed, match="settled"):
        steps.add(goal=goal, words="More", key="s", by=sam, at=NOW)


def test_a_goal_stays_behind_until_the_person_says_otherwise(goal, handed_on, una, rosa):
    assert not Goal.objects.visible_to(una).exists()

    carrying_on.ask(record=goal, answer="yes", by=rosa, at=NOW)
    assert list(Goal.objects.visible_to(una)) == [goal]

    carrying_on.ask(record=goal, answer="no", by=rosa, at=NOW)
    assert not Goal.objects.visible_to(una).exists()


def test_ask_refuses_what_is_no_answer(goal, rosa):
    with pytest.raises(NotAllowed, match="what they said"):
        carrying_on.ask(record=goal, answer="not_asked", by=rosa, at=NOW)


def test_a_mentor_sees_no_goal_from_the_moment_the_match_ends(goal, match, sam):
    assert Goal.objects.visible_to(sam).exists()

    matches.end(match=match, reason="", by=None, at=NOW)

    assert not Goal.objects.visible_to(sam).exists()


def test_staff_see_their_own_teams_goals(goal, rosa, gwen, marion, max_, dee):
    for sees in (rosa, marion):
        assert list(Goal.objects.visible_to(sees)) == [goal]
    for stranger in (gwen, max_, dee):
        assert not Goal.objects.visible_to(stranger).exists()


def test_nobody_sees_goals_about_themselves(goal, jo, marion):
    jo.login = marion
    jo.save()

    assert not Goal.objects.visible_to(marion).exists()


def test_a_note_belongs_to_the_match_it_was_written_in(goal, match, sam, rosa):
    own = goal_notes.add(goal=goal, text="He smiled", key="n1", by=sam, at=NOW)
    staffs = goal_notes.add(goal=goal, text="Chase the council", key="n2", by=rosa, at=NOW)

    assert (own.match, staffs.match) == (match, None)
    assert list(GoalNote.objects.visible_to(sam)) == [own]
    assert set(GoalNote.objects.visible_to(rosa)) == {own, staffs}


def test_a_note_of_spaces_is_refused_and_one_sent_twice_is_one(goal, sam):
    with pytest.raises(NotAllowed, match="Write"):
        goal_notes.add(goal=goal, text="  ", key="n", by=sam, at=NOW)
    for _ in range(2):
        goal_notes.add(goal=goal, text="Once", key="n", by=sam, at=NOW)

    assert GoalNote.objects.count() == 1


def test_each_change_leaves_a_sentence_without_their_words(goal, sam, jo):
    goals.settle(goal=goal, to="done", on=TODAY, by=sam, at=NOW)

    events = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.goal.").order_by("pk")
    assert [event.sentence for event in events] == ["set down a goal", "settled a goal"]
    assert not any("door" in str(event.detail) for event in events)
