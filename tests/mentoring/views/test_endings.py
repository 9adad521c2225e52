from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from mentoring.actions import advocacy, endings
from mentoring.models import AdvocacyIssue, Ending, FollowUp, Match
from people.actions import contact_points
from places.actions import posts
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


def url(name, ref):
    return reverse(f"mentoring:{name}", args=[ref])


def day(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


def asking(**changes):
    today = timezone.localdate()
    said = {
        "key": "abc", "permission_how": "spoken", "what": "A visit from an adviser", "hook": "adviser_to_25",
        "to_words": "The leaving care team", **day("permission_on", today), **day("asked_on", today),
    }  # fmt: skip
    return said | changes


@pytest.fixture
def issue(match, sam):
    today = timezone.localdate()
    return advocacy.open_issue(
        match=match, what="A visit", hook="comp1", permission_how="spoken", permission_on=today, asked_on=today,
        to_words="The wing", key="k", by=sam, at=timezone.now(),
    )  # fmt: skip


@pytest.fixture
def planned(match, sam):
    last = timezone.localdate() + timedelta(days=30)
    return endings.begin(match=match, last_on=last, plan="Three more", by=sam, at=timezone.now())


def test_open_makes_one_however_often_it_is_sent(as_sam, match):
    for _ in range(3):
        page = as_sam.post(url("advocacy-open", match.ref), asking(), follow=True)

    assert AdvocacyIssue.objects.count() == 1
    assert "A visit from an adviser" in page.text
    assert "section 23CZB" in page.text


def test_open_offers_the_contact_points_where_they_are(as_sam, match, leeds, marion):
    post = posts.add(place=leeds, title="Care leaver lead", is_contact_point=True, by=marion, at=NOW)
    assert "Care leaver lead" in as_sam.get(url("advocacy-open", match.ref)).text

    as_sam.post(url("advocacy-open", match.ref), asking(to_post=post.ref, to_words=""))

    assert AdvocacyIssue.objects.get().to_post == post


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"permission_how": ""}, "Ask the person first"),
        ({"permission_on_0": ""}, "needs a day"),
        ({"permission_on_2": "2090"}, "their permission comes first"),
        ({"what": ""}, "Write what is asked for"),
        ({"hook": "nonsense"}, "Choose one"),
        ({"to_words": ""}, "Say who was asked"),
        ({"to_post": "nonsense"}, "Choose"),
    ],
)
def test_open_says_what_is_wrong(as_sam, match, changes, sentence):
    response = as_sam.post(url("advocacy-open", match.ref), asking(**changes))

    assert response.status_code == 422
    assert sentence in response.text
    assert not AdvocacyIssue.objects.exists()


def test_what_nobody_has_read_through_says_so(as_sam, issue):
    assert "Check this first" in as_sam.get(url("advocacy-detail", issue.ref)).text


def test_each_step_is_taken_from_its_page(as_sam, issue):
    today = day("on", timezone.localdate())
    later = day("answer_by", timezone.localdate() + timedelta(days=7))
    steps = [
        ("chase", {"text": "Rang", **later}),
        ("answer", {"text": "They will not"}),
        ("escalate", {"to_words": "A manager", "hook": "comp1a"}),
        ("answer", {"text": "Yes"}),
        ("close", {"outcome": "got"}),
    ]
    for verb, said in steps:
        issue.refresh_from_db()
        response = as_sam.post(url(f"advocacy-{verb}", issue.ref), {"seen": issue.version, **today, **said})
        assert response.status_code == 302, response.text

    page = as_sam.get(url("advocacy-detail", issue.ref)).text
    assert page.index("Asked again") < page.index("They will not") < page.rindex("A manager")
    assert "They got what they asked for" in page
    assert "Take it further" not in page


def test_a_step_on_an_older_version_is_not_written_over(as_sam, issue):
    said = {"seen": issue.version, "text": "No", **day("on", timezone.localdate())}
    as_sam.post(url("advocacy-answer", issue.ref), said)

    page = as_sam.post(
        url("advocacy-escalate", issue.ref), said | {"to_words": "A manager", "hook": "ppo"}, follow=True
    )

    assert "Somebody else was here first" in page.text


def test_take_back_and_ask(as_sam, issue):
    as_sam.post(url("advocacy-take_back", issue.ref), {"seen": issue.version})
    assert "taken their permission back" in as_sam.get(url("advocacy-detail", issue.ref)).text

    as_sam.post(url("advocacy-ask", issue.ref), {"answer": "yes"})
    issue.refresh_from_db()
    assert issue.carries_on == "yes"


def test_the_list_marks_what_is_overdue(as_rosa, issue):
    AdvocacyIssue.objects.filter(pk=issue.pk).update(answer_by=timezone.localdate() - timedelta(days=1))

    page = as_rosa.get(reverse("mentoring:advocacy-index") + "?far=waiting").text

    assert "No answer in time" in page


def test_a_persons_plan_lists_what_was_asked(as_rosa, issue, jo):
    assert "COMP1" in as_rosa.get(url("goals-person", jo.ref)).text


def test_a_good_ending_is_planned_written_and_finished(as_sam, as_rosa, match):
    last = timezone.localdate() + timedelta(days=30)
    as_sam.post(url("endings-begin", match.ref), {"plan": "Three more", **day("last_on", last)})
    ending = Ending.objects.get()

    said = {
        "their_words": "You came back",
        "what_helped": "Time",
        "what_next": "A job",
        "thanks": "Thank you for the tea",
    }
    as_sam.post(url("endings-write", ending.ref), {"version": 1, **said})
    as_rosa.post(url("endings-finish", ending.ref), {"follow_up": "yes"})

    match.refresh_from_db()
    assert match.status == "ended"
    assert FollowUp.objects.count() == 2
    assert as_sam.get(url("endings-detail", ending.ref)).status_code == 404
    assert as_sam.get(url("matches-detail", match.ref)).status_code == 404
    assert "You came back" in as_rosa.get(url("endings-detail", ending.ref)).text


def test_the_letter_thanks_and_gives_nothing_away(as_rosa, planned, leeds, sam):
    endings.write(
        ending=planned, their_words="You came back", what_helped="", what_next="A job", thanks="For the tea", seen=1,
        by=sam, at=timezone.now(),
    )  # fmt: skip

    page = as_rosa.get(url("endings-letter", planned.ref)).text
    letter = page[page.index("<main") :]

    assert "Thank you, Jo" in letter
    assert "For the tea" in letter
    for word in (leeds.name, "Canary", "prison", "care leaver", "A job"):
        assert word not in letter


def test_write_shows_two_versions(as_sam, planned, sam):
    said = {"their_words": "First", "what_helped": "", "what_next": "", "thanks": ""}
    endings.write(ending=planned, seen=1, **said, by=sam, at=timezone.now())

    response = as_sam.post(url("endings-write", planned.ref), said | {"their_words": "Second", "version": 1})

    assert response.status_code == 409
    assert "First" in response.text
    assert "Second" in response.text


def test_they_may_go_on_after_all(as_sam, planned, match):
    page = as_sam.post(url("endings-call_off", planned.ref), follow=True)

    match.refresh_from_db()
    assert match.status == "active"
    assert "They go on together" in page.text


@pytest.mark.parametrize(
    ("reason", "words"),
    [("died", "We are sorry"), ("chose_to_stop", "It is their choice"), ("safety", "raise one now")],
)
def test_each_early_end_is_said_kindly(as_rosa, match, reason, words):
    sent = {"reason": reason, "what_happened": "", "follow_up": "not_asked"}

    page = as_rosa.post(url("endings-end_early", match.ref), sent, follow=True)

    assert words in page.text
    assert Match.objects.get().status == "ended"


def test_an_end_says_what_is_wrong(as_rosa, match):
    wrong = as_rosa.post(url("endings-end_early", match.ref), {"reason": "completed", "follow_up": "yes"})
    dead = as_rosa.post(url("endings-end_early", match.ref), {"reason": "died", "follow_up": "yes"})

    assert (wrong.status_code, dead.status_code) == (422, 422)
    assert "nobody to ask" in dead.text
    assert not Ending.objects.exists()


def test_a_mentor_may_not_end_it_alone(as_sam, match, planned):
    for name, ref in (("endings-end_early", match.ref), ("endings-finish", planned.ref)):
        assert as_sam.post(url(name, ref), {"reason": "moved_away", "follow_up": "no"}).status_code == 403


@pytest.fixture
def follow_up(match, rosa):
    endings.end_early(match=match, reason="mentor_left", what_happened="", follow_up="yes", by=rosa, at=NOW)
    return FollowUp.objects.order_by("due_on").first()


def test_a_follow_up_says_which_ways_are_safe_and_takes_a_letter(as_rosa, follow_up, jo, rosa, leeds, marion):
    point = contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=True, by=rosa, at=NOW)
    posts.add(place=leeds, title="Care leaver lead", is_contact_point=True, by=marion, at=NOW)
    today = day("on", timezone.localdate())

    page = as_rosa.get(url("follow_ups-record", follow_up.ref)).text
    assert "They are in custody" in page
    assert "Care leaver lead" in page

    phoned = {"outcome": "done", "channel": "phone", "point": point.ref, **today}
    refused = as_rosa.post(url("follow_ups-record", follow_up.ref), phoned)
    assert refused.status_code == 422
    assert "letter through the contact point" in refused.text

    as_rosa.post(
        url("follow_ups-record", follow_up.ref), {"outcome": "done", "channel": "letter", "words": "Well", **today}
    )
    follow_up.refresh_from_db()
    assert (follow_up.status, follow_up.words) == ("done", "Well")


def test_the_list_of_follow_ups_opens_for_staff(as_rosa, follow_up):
    assert "Jo" in as_rosa.get(reverse("mentoring:follow_ups-index")).text


def test_opening_an_ending_leaves_a_look(as_rosa, planned, jo):
    as_rosa.get(url("endings-detail", planned.ref))

    assert Look.objects.filter(verb="mentoring.ending.opened", about_ref=jo.ref, actor_name="Rosa").exists()
