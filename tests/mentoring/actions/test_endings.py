from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import advocacy, endings, follow_ups, matches, reviews
from mentoring.models import AdvocacyIssue, Ending, FollowUp, Match, Mentor, Review, Session, Task
from mentoring.rules.endings import EARLY
from messaging.actions import outbox
from messaging.addresses import email
from messaging.models import Message
from people.actions import contact_points, persons
from people.models import ContactPoint, Person
from tests.conftest import NOW, match_of, mentor_for

TODAY = NOW.date()
LAST = TODAY + timedelta(days=28)


@pytest.fixture
def planned(match, sam):
    return endings.begin(match=match, last_on=LAST, plan="Three more meetings", by=sam, at=NOW)


def early(match, reason, by, follow_up="no", at=NOW):
    return endings.end_early(match=match, reason=reason, what_happened="", follow_up=follow_up, by=by, at=at)


def test_begin_plans_the_last_meetings_and_takes_nothing_away(planned, match, sam):
    match.refresh_from_db()
    assert (match.status, planned.status, planned.last_on) == ("ending", "planning", LAST)
    assert list(Ending.objects.visible_to(sam)) == [planned]


def test_begin_refuses_a_day_that_is_past_and_a_second_ending(match, planned, sam):
    with pytest.raises(NotAllowed, match="is past"):
        endings.begin(match=match, last_on=TODAY - timedelta(days=1), plan="", by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="moved on"):
        endings.begin(match=match, last_on=LAST, plan="", by=sam, at=NOW)
    assert Ending.objects.count() == 1


def test_write_keeps_what_they_say_and_shows_both_when_somebody_was_first(planned, sam):
    said = {"what_helped": "Being on time", "what_next": "A job", "thanks": "Thank you", "by": sam, "at": NOW}
    endings.write(ending=planned, their_words="You came back", seen=1, **said)
    assert planned.their_words == "You came back"

    with pytest.raises(Stale):
        endings.write(ending=planned, their_words="Other words", seen=1, **said)


def test_call_off_lets_them_go_on_and_another_ending_may_be_begun(planned, match, sam):
    endings.call_off(ending=planned, by=sam, at=NOW)
    match.refresh_from_db()
    assert (match.status, planned.status) == ("active", "called_off")

    with pytest.raises(NotAllowed, match="moved on"):
        endings.call_off(ending=planned, by=sam, at=NOW)
    with pytest.raises(NotAllowed, match="called off"):
        endings.write(ending=planned, their_words="", what_helped="", what_next="", thanks="", seen=1, by=sam, at=NOW)
    assert endings.begin(match=match, last_on=LAST, plan="", by=sam, at=NOW).status == "planning"


def test_finish_ends_it_at_once_for_the_mentor(planned, match, sam, rosa):
    endings.finish(ending=planned, follow_up="yes", by=rosa, at=NOW)

    match.refresh_from_db()
    assert (match.status, match.ended_on, planned.status) == ("ended", TODAY, "ended")
    for seen in (Match, Session, Review, Ending):
        assert not seen.objects.visible_to(sam).exists()
    assert not Person.objects.visible_to(sam).filter(pk=match.person_id).exists()
    assert list(Ending.objects.visible_to(rosa)) == [planned]


def test_finish_plans_to_ask_only_if_they_want(planned, rosa):
    endings.finish(ending=planned, follow_up="yes", by=rosa, at=NOW)

    assert [f.due_on for f in FollowUp.objects.order_by("due_on")] == [
        TODAY + timedelta(weeks=4),
        TODAY + timedelta(weeks=12),
    ]


@pytest.mark.parametrize("answer", ["no", "not_asked"])
def test_finish_plans_nothing_where_they_did_not_ask_for_it(planned, rosa, answer):
    endings.finish(ending=planned, follow_up=answer, by=rosa, at=NOW)

    assert not FollowUp.objects.exists()


def test_finish_twice_is_refused(planned, rosa):
    endings.finish(ending=planned, follow_up="no", by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="moved on"):
        endings.finish(ending=planned, follow_up="no", by=rosa, at=NOW)


def test_an_end_calls_off_the_review_that_was_planned(planned, match, rosa):
    reviews.plan_all(by=None, at=NOW)
    reviews.raise_due(by=None, at=NOW)

    endings.finish(ending=planned, follow_up="no", by=rosa, at=NOW)

    assert Review.objects.get().status == "called_off"
    assert Task.objects.get().status == "settled"


@pytest.mark.parametrize("reason", list(EARLY))
def test_each_early_end_has_a_task_of_its_own(match, rosa, reason):
    asks = EARLY[reason]

    ending = early(match, reason, rosa)

    kinds = list(Task.objects.open().values_list("kind", "due_on"))
    assert ending.reason == reason
    assert kinds == ([(asks.task, TODAY + timedelta(days=asks.days))] if asks.task else [])


def test_end_early_refuses_what_is_planned_what_is_over_and_what_never_began(match, rosa, jo, yorkshire):
    with pytest.raises(NotAllowed, match="its own page"):
        early(match, "completed", rosa)
    with pytest.raises(NotAllowed, match="Choose why"):
        early(match, "bored", rosa)
    early(match, "moved_away", rosa)
    with pytest.raises(NotAllowed, match="not open"):
        early(match, "moved_away", rosa)

    kit = persons.add(preferred_name="Kit", team=yorkshire, by=None, at=NOW)
    with pytest.raises(NotAllowed, match="not open"):
        early(matches.suggest(mentor=match.mentor, person=kit, by=None, at=NOW), "moved_away", rosa)


def test_end_early_keeps_what_was_written_in_a_planned_ending(planned, match, rosa):
    match.refresh_from_db()

    ending = early(match, "lost_touch", rosa)

    assert ending == planned
    assert (ending.reason, ending.plan) == ("lost_touch", "Three more meetings")


def test_nobody_asks_how_somebody_is_who_died(match, rosa):
    with pytest.raises(NotAllowed, match="nobody to ask"):
        early(match, "died", rosa, follow_up="yes")


@pytest.fixture
def a_life(match, jo, sam, rosa, make_user, yorkshire):
    """Everything that would still speak of Jo: another match, a follow-up, something asked, a review, a message."""
    una = make_user("una", "peer_mentor", name="Una")
    second = match_of(mentor_for(una, yorkshire), jo)
    third = match_of(mentor_for(make_user("ike", "peer_mentor", name="Ike"), yorkshire), jo, at=NOW - timedelta(days=9))
    early(third, "mentor_left", rosa, follow_up="yes", at=NOW - timedelta(days=1))
    advocacy.open_issue(
        match=match, what="A visit", hook="fair", permission_how="spoken", permission_on=TODAY, asked_on=TODAY,
        to_words="The wing", key="a", by=sam, at=NOW,
    )  # fmt: skip
    reviews.plan_all(by=None, at=NOW)
    reviews.raise_due(by=None, at=NOW)
    contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=True, by=rosa, at=NOW)
    outbox.promise(
        to=email("sam@example.org"), about=match, key="x", subject="Something waits", text="Please sign in.", by=None,
        at=NOW,
    )  # fmt: skip
    return second


def test_when_somebody_dies_everything_about_them_comes_to_rest(a_life, match, jo, rosa):
    early(match, "died", rosa)

    assert set(Match.objects.filter(person=jo).values_list("status", flat=True)) == {"ended"}
    assert not FollowUp.objects.planned().exists()
    assert not Review.objects.planned().exists()
    assert AdvocacyIssue.objects.get().outcome == "died"
    assert not ContactPoint.objects.current().filter(person=jo).exists()
    assert [task.kind for task in Task.objects.open().filter(person=jo)] == ["support_after_death"]


def test_when_somebody_dies_nothing_is_sent_and_no_clock_speaks_of_them(a_life, match, jo, rosa):
    early(match, "died", rosa)
    before = Task.objects.count()

    later = NOW + timedelta(days=200)
    reviews.plan_all(by=None, at=later)
    for clock in (reviews.raise_due, advocacy.raise_overdue, follow_ups.raise_due):
        assert clock(by=None, at=later) == 0

    assert Task.objects.count() == before
    assert [message.status for message in Message.objects.all()] == ["refused"]
    assert not Message.objects.due(later).exists()


def test_when_somebody_dies_their_login_is_closed(match, jo, rosa, make_user):
    login = make_user("jo")
    Person.objects.filter(pk=jo.pk).update(login=login)

    early(Match.objects.get(pk=match.pk), "died", rosa)

    login.refresh_from_db()
    assert not login.is_active


def test_any_other_end_leaves_other_matches_alone(a_life, match, rosa):
    early(match, "moved_away", rosa)

    a_life.refresh_from_db()
    assert a_life.status == "active"
    assert Message.objects.get().status == "waiting"


def test_the_reason_stands_only_where_staff_read_it(match, rosa):
    early(match, "safety", rosa)
    match.refresh_from_db()

    assert "safe" not in match.status_reason


def test_strangers_see_no_ending(planned, gwen, max_, dee, alex):
    for stranger in (gwen, max_, dee, alex):
        assert not Ending.objects.visible_to(stranger).exists()


def test_each_verb_leaves_a_sentence_about_the_person(planned, rosa, jo):
    endings.finish(ending=planned, follow_up="no", by=rosa, at=NOW)

    said = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.ending.").order_by("pk")
    assert [event.sentence for event in said] == ["planned the last meetings of a match", "brought a match to its end"]


def test_a_mentor_of_somebody_else_is_untouched(match, rosa, make_user, yorkshire):
    early(match, "died", rosa)

    assert Mentor.objects.get(pk=match.mentor_id).status == "active"
