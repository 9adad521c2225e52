import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from mentoring.actions import goal_notes, goals, matches, reviews, steps
from mentoring.models import Goal, GoalNote, NoteRelease, Review, Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def goal(match, sam):
    return goals.set_down(match=match, words="My own key", topic="housing", key="g1", by=sam, at=timezone.now())


@pytest.fixture
def review(match):
    reviews.plan_all(by=None, at=timezone.now())
    return Review.objects.get()


def url(name, ref):
    return reverse(f"mentoring:{name}", args=[ref])


def day(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


def test_set_makes_one_goal_however_often_it_is_sent(as_sam, match):
    sent = {"key": "abc123", "words": "See my sister", "topic": "family"}

    for _ in range(3):
        response = as_sam.post(url("goals-set", match.ref), sent, follow=True)

    assert Goal.objects.count() == 1
    assert "See my sister" in response.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": ""}, "Write what they want"),
        ({"words": "x" * 501}, "1 character too long"),
        ({"topic": "nonsense"}, "Choose one"),
        ({"hoped_for_by_0": "31", "hoped_for_by_1": "2", "hoped_for_by_2": "2030"}, "does not exist"),
        ({"hoped_for_by_0": "1", "hoped_for_by_1": "2", "hoped_for_by_2": "2020"}, "is past"),
    ],
)
def test_set_says_what_is_wrong(as_sam, match, changes, sentence):
    response = as_sam.post(url("goals-set", match.ref), {"words": "A job", "topic": "work"} | changes)

    assert response.status_code == 422
    assert sentence in response.text
    assert not Goal.objects.exists()


def test_a_step_is_added_and_ticked_on_the_page(as_sam, goal):
    page = as_sam.post(url("steps-add", goal.ref), {"key": "s1", "words": "Ring the council"}, follow=True)
    assert "Ring the council" in page.text

    step = Step.objects.get()
    as_sam.post(url("steps-settle", step.ref), {"to": "done"})
    step.refresh_from_db()
    assert step.status == "done"

    as_sam.post(url("steps-settle", step.ref), {"to": "going"})
    step.refresh_from_db()
    assert step.is_going


def test_a_tick_of_nothing_known_is_refused_with_a_sentence(as_sam, goal, sam):
    step = steps.add(goal=goal, words="Ring", key="s", by=sam, at=timezone.now())

    response = as_sam.post(url("steps-settle", step.ref), {"to": "failed"}, follow=True)

    assert "Choose whether it is done" in response.text


def test_reword_shows_two_versions(as_sam, goal, sam):
    goals.reword(goal=goal, words="A garden", topic="housing", hoped_for_by=None, seen=1, by=sam, at=timezone.now())

    response = as_sam.post(url("goals-reword", goal.ref), {"words": "A key", "topic": "housing", "version": 1})

    assert response.status_code == 409
    assert "A garden" in response.text
    assert "A key" in response.text


def test_settle_and_take_up(as_sam, goal):
    as_sam.post(url("goals-settle", goal.ref), {"to": "changed", **day("on", timezone.localdate())})
    goal.refresh_from_db()
    assert goal.status == "changed"

    as_sam.post(url("goals-take_up", goal.ref))
    goal.refresh_from_db()
    assert goal.is_going


def test_ask_writes_down_what_they_said(as_sam, goal):
    as_sam.post(url("goals-ask", goal.ref), {"answer": "yes"})

    goal.refresh_from_db()
    assert goal.carries_on == "yes"


def test_a_note_stands_on_the_goals_page(as_sam, goal):
    response = as_sam.post(url("goal_notes-add", goal.ref), {"key": "n1", "text": "It went well"}, follow=True)

    assert "It went well" in response.text
    assert GoalNote.objects.count() == 1


def test_staff_notes_are_not_on_a_mentors_page(as_sam, as_rosa, goal, rosa):
    goal_notes.add(goal=goal, text="Between us", key="n", by=rosa, at=timezone.now())

    assert "Between us" not in as_sam.get(url("goals-detail", goal.ref)).text
    assert "Between us" in as_rosa.get(url("goals-detail", goal.ref)).text


def test_the_plan_on_paper_holds_goals_and_steps_and_nothing_else(as_sam, goal, jo, sam, leeds):
    steps.add(goal=goal, words="Ring the council", key="s", by=sam, at=timezone.now())
    goal_notes.add(goal=goal, text="He is scared", key="n", by=sam, at=timezone.now())

    page = as_sam.get(url("goals-print", jo.ref)).text

    assert "My own key" in page
    assert "Ring the council" in page
    assert "He is scared" not in page
    assert leeds.name not in page
    assert "Canary" not in page
    assert Look.objects.filter(verb="mentoring.goal.printed", about_ref=jo.ref).exists()


def test_the_match_page_says_what_comes_next(as_sam, as_rosa, match, goal, review):
    page = as_sam.get(url("matches-detail", match.ref)).text

    assert page.index("Time to look back together") < page.index("My own key") < page.index("Their last sessions")
    assert "Earlier notes" not in page
    assert "Earlier notes" in as_rosa.get(url("matches-detail", match.ref)).text


def test_a_persons_page_leads_staff_to_the_plan_and_a_mentor_comes_by_the_match(as_sam, as_rosa, match, goal, jo):
    page, plan = reverse("people:persons-detail", args=[jo.ref]), url("goals-person", jo.ref)

    assert plan in as_rosa.get(page).text
    assert plan not in as_sam.get(page).text
    assert "My own key" in as_rosa.get(plan).text
    assert plan in as_sam.get(url("matches-detail", match.ref)).text


def test_nothing_can_be_done_on_the_page_of_a_match_that_is_over(as_rosa, match, goal):
    matches.end(match=match, reason="", by=None, at=timezone.now())

    page = as_rosa.get(url("matches-detail", match.ref)).text

    assert "Add a goal" not in page
    assert "Earlier notes" not in page


def test_a_review_is_written_down_and_shown(as_sam, review, match):
    said = {"their_words": "It helps", "confidence": "7", "what_next": "", **day("held_on", timezone.localdate())}

    as_sam.post(url("reviews-hold", review.ref), said)

    page = as_sam.get(url("reviews-detail", review.ref)).text
    assert "It helps" in page
    assert "7 out of 10" in page


@pytest.mark.parametrize(("confidence", "stored"), [("", None), ("0", 0), ("10", 10)])
def test_a_number_is_for_those_who_want_to_give_one(as_sam, review, confidence, stored):
    said = {"their_words": "It helps", "confidence": confidence, **day("held_on", timezone.localdate())}

    as_sam.post(url("reviews-hold", review.ref), said)

    review.refresh_from_db()
    assert (review.status, review.confidence) == ("held", stored)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"their_words": ""}, "Write down what they said"),
        ({"confidence": "11"}, "Choose one"),
        ({"held_on_2": "2090"}, "not come yet"),
    ],
)
def test_hold_says_what_is_wrong(as_sam, review, changes, sentence):
    said = {"their_words": "It helps", "confidence": "7", **day("held_on", timezone.localdate())} | changes

    response = as_sam.post(url("reviews-hold", review.ref), said)

    assert response.status_code == 422
    assert sentence in response.text


def test_the_sheet_has_the_whole_scale(as_sam, review):
    page = as_sam.get(url("reviews-sheet", review.ref)).text

    assert "Very sure" in page
    assert page.count("<strong>") >= 11


def test_the_list_shows_what_is_due(as_rosa, review):
    page = as_rosa.get(reverse("mentoring:reviews-index")).text

    assert "Jo" in page
    assert "Due</span>" in page


def test_earlier_notes_are_released_and_taken_back(as_rosa, match, jo, another_match):
    as_rosa.post(url("note_releases-give", match.ref), {"sessions": "on", "how": "spoken"})
    release = NoteRelease.objects.get()
    assert "Take it back" in as_rosa.get(url("matches-detail", match.ref)).text

    as_rosa.post(url("note_releases-take_back", release.ref), {"sent": "1"})
    release.refresh_from_db()
    assert release.taken_back_at is not None


@pytest.fixture
def another_match(make_user, jo, yorkshire):
    from tests.conftest import mentor_for

    una = mentor_for(make_user("una", "peer_mentor", name="Una"), yorkshire)
    return matches.suggest(mentor=una, person=jo, by=None, at=timezone.now())
