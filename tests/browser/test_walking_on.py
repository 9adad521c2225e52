"""From being put forward to an ending worth having: a prison officer, a coordinator and a mentor, only by the pages."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from mentoring.models import FollowUp, Match, Mentor, Referral
from mentoring.tasks import look_ahead
from places.models import Establishment
from tests.browser.walking import PHONE, Walker
from tests.factories.readiness import ready

EIGHT_WEEKS = timedelta(weeks=8)


@pytest.fixture
def later(monkeypatch: Any) -> Callable[[timedelta], None]:
    """later(by): so much time passes, and the night's work is done."""

    def later(by: timedelta) -> None:
        now = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: now() + by)
        look_ahead.call()

    return later


@pytest.fixture
def wakefield(leeds: Establishment) -> Establishment:
    return Establishment.objects.create(
        code="WDI", name="HMP Wakefield", kind="prison", gender="men", category="trainer", region=leeds.region,
        authority=leeds.authority,
    )  # fmt: skip


def test_somebody_is_put_forward_walked_with_and_let_go_well(
    arrive: Any, rosa: Any, sam: Any, dee: Any, leeds: Any, wakefield: Any, later: Any
) -> None:
    ready(Mentor.objects.get(person__login=sam), leeds)
    puts_forward(arrive(dee, scripted=False))
    staff, mentor = arrive(rosa), arrive(sam, size=PHONE)
    goes_on_the_waiting_list(staff)
    is_matched(staff, mentor)
    logs_a_session(mentor)

    moves_to(staff, "HMP Wakefield")
    assert Match.objects.get().status == "paused"
    mentor.go("desk:home")
    goes_on_there(staff)
    assert Match.objects.get().status == "active"
    has_a_plan_for_the_gate(staff)
    leaves_prison(staff, mentor)

    later(EIGHT_WEEKS)
    staff, mentor = arrive(rosa), arrive(sam, size=PHONE)
    look_back(mentor)
    plan_an_ending(mentor)
    has_the_last_day(staff)
    assert Match.objects.get().status == "ended"
    assert mentor.page.goto(mentor.page.url).status == 404

    later(timedelta(weeks=4))
    is_asked_after(arrive(rosa))
    assert list(FollowUp.objects.order_by("due_on").values_list("status", flat=True)) == ["done", "planned"]


def puts_forward(officer: Walker) -> None:
    """Without JavaScript. Nobody else reads it before the person's own yes is written down."""
    officer.choose("Put somebody forward")
    officer.follow("Put somebody forward")
    officer.pick("Who asks for a mentor?", "Prison staff")
    officer.write("What do they like to be called?", "Robin")
    officer.pick("Have they ever been in care?", "Yes")
    officer.pick("Where are they now?", "In prison")
    officer.page.get_by_label("Which prison?").select_option(label="HMP Leeds")
    officer.pick("What would help?", "Somebody to talk to")
    officer.press("Go on")
    assert not Referral.objects.exclude(status="draft").exists()
    officer.pick("How did they say yes?", "They said so")
    officer.day("On which day?", timezone.localdate())
    officer.write("Who did they say it to?", "Dee")
    officer.press("Go on")
    officer.press("Send it")
    officer.reads("Sent. You can see here how far it has come.")


def goes_on_the_waiting_list(staff: Walker) -> None:
    staff.go("desk:home")
    staff.follow("1 person put forward to look at")
    staff.open_row("Robin")
    staff.follow("Take it for a team")
    staff.pick("Which team takes it?", "Yorkshire")
    staff.press("Save")
    staff.follow("Take them on")
    staff.pick("What happens next?", "They go on the waiting list")
    staff.press("Save")
    staff.go("desk:home")
    staff.follow("1 person waits for a mentor")
    staff.open_row("Robin")


def is_matched(staff: Walker, mentor: Walker) -> None:
    staff.follow("Find a mentor")
    staff.reads("What speaks for it")
    staff.follow("Suggest", within="Sam")
    staff.press("Suggest this match")
    mentor.go("desk:home")
    mentor.follow("1 person we thought of for you")
    mentor.follow("Robin")
    mentor.pick("Would you like to walk alongside them?", "Yes, I would")
    mentor.press("Send my answer")
    staff.page.reload()
    staff.follow("Write down the person’s yes")
    staff.pick("How did they tell you?", "They said so")
    staff.press("Save their yes")
    staff.follow("Approve")
    staff.press("Approve")
    staff.follow("Begin")
    staff.press("Begin today")
    staff.reads("It has begun.")


def logs_a_session(mentor: Walker) -> None:
    mentor.go("desk:home")
    mentor.follow("Log", within="Robin")
    mentor.write("What time did it start?", "0001")
    mentor.write("How long were you together?", "40")
    mentor.write("What did you do together?", "Talked about the move.")
    mentor.press("Save session")
    mentor.reads("Saved. Thank you for being there.")


def moves_to(staff: Walker, prison: str) -> None:
    staff.follow("Open Robin’s page")
    staff.follow("They have moved")
    staff.pick("Where are they now?", "In prison or other custody")
    staff.page.get_by_label("Which prison?").select_option(label=prison)
    staff.pick("Which of these is true?", "Serving a sentence")
    staff.pick("Who told us?", "The prison")
    staff.press("Save")


def goes_on_there(staff: Walker) -> None:
    """The task says that the match waits; it goes on when the new prison has said yes to the mentor."""
    today = timezone.localdate()
    staff.go("desk:home")
    staff.follow("Look at this match: the person has moved")
    staff.choose("Mentors")
    staff.open_row("Sam")
    staff.follow("Add a prison")
    staff.page.get_by_label("Which prison?").select_option(label="HMP Wakefield")
    staff.press("Add")
    for step in ("Asked for", "Cleared"):
        staff.follow("The next step", within="HMP Wakefield")
        staff.pick("What happened?", step)
        if step == "Cleared":
            staff.day("If they are cleared: from when?", today)
            staff.day("If they are cleared: until when?", today + timedelta(days=365))
        staff.press("Save")
    staff.choose("Matches")
    staff.open_row("Robin")
    staff.follow("Take it up again")
    staff.press("Take it up again")
    staff.reads("They go on.")


def has_a_plan_for_the_gate(staff: Walker) -> None:
    staff.follow("Open Robin’s page")
    staff.follow("The day they leave")
    staff.follow("Begin the plan")
    staff.day("Which day do they leave?", timezone.localdate())
    for label, words in (
        ("Who meets them at the gate?", "Sam, at nine, and the train from there"),
        ("Where do they sleep tonight?", "The approved premises in Leeds"),
        ("What is their first appointment?", "Probation, at two"),
        ("How can they be reached outside?", "Sam brings a telephone"),
        ("What papers have they?", "Birth certificate"),
        ("What money have they for the first days?", "The discharge grant"),
    ):
        staff.write(label, words)
    staff.page.get_by_label("Everything on it is arranged").check()
    staff.press("Save")
    staff.reads("Leaves on")
    staff.reads("The approved premises in Leeds")


def leaves_prison(staff: Walker, mentor: Walker) -> None:
    """Nothing ends at the gate: the match goes on, and somebody is in touch in the first days."""
    staff.follow("Their page")
    staff.follow("They have moved")
    staff.pick("Where are they now?", "In the community")
    staff.pick("Which of these is true?", "On licence in the community")
    staff.pick("Who told us?", "Probation")
    staff.press("Save")
    staff.choose("Tasks")
    staff.reads("Be in touch: they left prison not long ago")
    mentor.go("desk:home")
    mentor.follow("Open", within="Robin")
    mentor.follow("The day they leave")
    mentor.reads("Sam, at nine, and the train from there")


def look_back(mentor: Walker) -> None:
    opens_the_match(mentor)
    mentor.follow("Open the review")
    mentor.follow("Write it down")
    mentor.write("How is it going, in their own words?", "I have a door of my own.")
    mentor.press("Save the review")
    mentor.reads("Written down. The next one is planned.")


def opens_the_match(walker: Walker) -> None:
    walker.page.goto(f"{walker.base}/mentoring/matches/{Match.objects.get().ref}/")


def plan_an_ending(mentor: Walker) -> None:
    mentor.follow("Plan a good ending")
    mentor.day("When will you meet for the last time?", timezone.localdate())
    mentor.write("What will you do in the last meetings?", "Walk by the river.")
    mentor.press("Plan it")
    mentor.follow("Write what you want to say")
    mentor.write("In their own words", "Nobody gave up on me.")
    mentor.write("What helped?", "That you came back.")
    mentor.press("Save")
    mentor.reads("Saved.")
    mentor.reads("Nobody gave up on me.")


def has_the_last_day(staff: Walker) -> None:
    opens_the_match(staff)
    staff.follow("Open the ending")
    staff.reads("Nobody gave up on me.")
    staff.follow("The last day has come")
    staff.pick("May we ask how they are", "Yes, ask me how I am")
    staff.press("End the match")
    staff.reads("Thank you for bringing it to a good end.")


def is_asked_after(staff: Walker) -> None:
    staff.choose("Tasks")
    staff.reads("Ask how they are")
    staff.choose("How people are")
    staff.open_row("Robin")
    staff.pick("How did you ask?", "Face to face")
    staff.pick("What came of it?", "We spoke")
    staff.write("How are they?", "Still has the door, and a job.")
    staff.press("Write it down")
    staff.reads("Written down.")
    staff.reads("Still has the door, and a job.")
