"""Four ways to one’s records, from the first question to the end, by the pages alone."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from casefiles_support.models import Complaint, Duty, FollowUp, Holder, Journey
from casefiles_support.tasks import see_what_falls_due, watch_over_clocks, watch_over_journeys
from common.dates import LONDON
from mentoring.models import Mentor
from people.actions import locations
from people.models import Person
from tests.browser import walking_files as way
from tests.browser.walking import Walker
from tests.browser.walking_files import Beside, Keys, Looking
from tests.conftest import file_supporter, match_of
from tests.factories.files import holder, journey_of, request_to
from training.models import Completion, Learner
from training.rules.completions import FILE_SUPPORT

ADDRESS = "Records Team\nCivic Hall\nLeeds LS1 1UR"
NARROW = {"width": 320, "height": 640}
# A Monday in the morning: the days that follow are working days.
BEGINS = datetime(2027, 2, 1, 9, 30, tzinfo=LONDON)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """clock(day): it is half past ten on that day, and the nights before it did their work."""
    real, begun = timezone.now, timezone.now()

    def turn(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment + (real() - begun))

    def clock(day: date) -> None:
        turn(datetime.combine(day, time(10, 30), tzinfo=LONDON))
        for work in (watch_over_journeys, see_what_falls_due, watch_over_clocks):
            work.call()

    turn(BEGINS)
    return clock


@pytest.fixture
def bea(make_user: Any, yorkshire: Any) -> User:
    """Steps in for Finn, and looks at addresses."""
    return file_supporter(make_user, "bea", "Bea", yorkshire)


@pytest.fixture
def asks(jo: Person, finn: User, bea: User, clock: Any) -> Person:
    """Jo, of whom all is known that a letter needs; and Leeds, whose address was looked at twice."""
    jo.born_on, jo.prison_number = date(1991, 5, 14), "A1234BC"
    jo.save()
    leeds = holder(address=ADDRESS, source="Its own page")
    Holder.objects.filter(pk=leeds.pk).update(verified_on=timezone.localdate(), verified_by=bea)
    return jo


@pytest.fixture
def come(arrive: Any) -> Callable[..., Any]:
    """come(user, kind): somebody at a browser of their own, who walks in that way."""

    def come(user: User, kind: type[Walker] = Beside, **how: Any) -> Any:
        there = arrive(user, **how)
        return kind(there.page, there.base)

    return come


def comes_out(person: Person) -> Person:
    locations.record(
        person=person, kind="community", legal_state="licence", by=None, at=timezone.now(),
        started_on=timezone.localdate(),
    )  # fmt: skip
    return person


def test_in_custody_all_of_it_goes_on_paper(come: Any, rosa: User, finn: User, bea: User, asks: Person, clock: Any):
    """On a narrow screen, once the papers come."""
    way.is_asked(come(rosa), asks)
    staff, checker = come(finn), come(bea)
    staff.home()
    way.gets_somebody(staff, "Practitioner", "Finn")
    way.gets_somebody(staff, "Steps in when the practitioner cannot", "Bea")
    way.talks_and_plans(staff)
    way.asks_for_records(staff, "Leeds City Council", deliver="To the programme, for their named supporter")
    way.writes_the_letter(staff, checker, holder="Leeds City Council", back_to="HMP Leeds\nLeeds LS12 2TJ")
    way.they_have_it(staff)
    staff.home()
    gets_papers_to_keep(staff)

    tuesday = way.a_good_day(timezone.localdate() + timedelta(days=14))
    clock(tuesday - timedelta(days=1))
    staff = come(finn, Looking, size=NARROW)
    staff.home()
    way.answers(staff, "All of it came, or is coming")
    way.papers_come(staff)
    way.chooses(staff, "May the wing be asked to look in on you?", "Yes")
    way.plans_to_read(staff, tuesday, where="A room in the prison, out of earshot", inside=True)
    the_wing_gets_a_slip(staff)

    clock(tuesday)
    staff.comes_again(finn)
    staff.follow("Tuesday")
    way.they_read(staff)
    for days, times in ((1, 1), (42, 3)):
        clock(tuesday + timedelta(days=days))
        staff.comes_again(finn)
        for _ in range(times):
            way.is_asked_how_they_are(staff)
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"done"}
    ends_well(staff)
    assert Journey.objects.get().status == "closed"


def test_outside_somebody_reads_alone_and_a_mentor_sees_the_days(
    come: Any, rosa: User, sam: User, finn: User, bea: User, make_user: Any, asks: Person, clock: Any
) -> None:
    """Without scripts. The person has a page of their own, and their own word on it."""
    comes_out(asks)
    asks.login = make_user("jo", name="Jo")
    asks.save()
    match_of(mentor_trained(sam), asks)
    plain = {"scripted": False}
    way.is_asked(come(sam, **plain), asks)
    staff, checker, jo = come(finn, **plain), come(bea, **plain), come(asks.login, **plain)
    staff.home()
    way.gets_somebody(staff, "Practitioner", "Finn")
    way.gets_somebody(staff, "Peer mentor", "Sam")
    way.talks_and_plans(staff)
    way.asks_for_records(staff, "Leeds City Council", deliver="To themselves")
    way.writes_the_letter(staff, checker, holder="Leeds City Council", back_to="1 Made Up Street\nLeeds LS1 1AA")
    way.they_have_it(staff)
    jo.choose("My own page")
    jo.reads("Leeds City Council: they have your letter, and we wait for their answer.")
    chooses_for_themselves(jo)

    clock(timezone.localdate() + timedelta(days=21))
    staff.comes_again(finn)
    way.answers(staff, "All of it came, or is coming")
    way.papers_come(staff, to_them=True)
    reads_alone(come(asks.login, **plain), staff)
    mentor = come(sam, **plain)
    mentor.go("desk:home")
    mentor.follow("1 person who named you")
    mentor.follow("Jo")
    mentor.reads("We ask them how they are")
    assert "Leeds" not in mentor.page.locator("main").inner_text()


def test_paused_for_a_year_it_goes_on_from_where_they_were(
    come: Any, rosa: User, finn: User, bea: User, asks: Person, clock: Any
) -> None:
    """What the holder owes goes on, the papers stay sealed, and nobody presses the person."""
    way.is_asked(come(rosa), asks)
    staff, checker = come(finn, Looking), come(bea)
    staff.home()
    way.gets_somebody(staff, "Practitioner", "Finn")
    way.gets_somebody(staff, "Steps in when the practitioner cannot", "Bea")
    way.talks_and_plans(staff)
    way.asks_for_records(staff, "Leeds City Council", deliver="To the programme, for their named supporter")
    way.writes_the_letter(staff, checker, holder="Leeds City Council", back_to="HMP Leeds\nLeeds LS12 2TJ")
    way.they_have_it(staff)
    staff.home()
    staff.follow("Pause")
    staff.reads("The council’s clock keeps going")
    staff.press("Pause")
    staff.back()
    staff.reads("Paused, as you wished")
    staff.reads("Leeds City Council: answer by")

    clock(timezone.localdate() + timedelta(days=28))
    staff.comes_again(finn)
    way.answers(staff, "All of it came, or is coming")
    way.papers_come(staff)
    assert Journey.objects.get().status == "paused_by_person"

    clock(timezone.localdate() + timedelta(days=337))
    staff.comes_again(finn)
    assert owed() == {"review_keeping"}
    staff.follow("Look again at where it is kept")
    staff.press("Keep it 28 days more")
    staff.home()
    staff.press("Go on")
    staff.reads("Going on from where you were.")
    staff.back()
    staff.reads("The papers are here. Today is")
    tuesday = way.a_good_day(timezone.localdate())
    way.plans_to_read(staff, tuesday, where="A room in the prison, out of earshot", inside=True)
    staff.reads("It is planned.")


def test_a_complaint_is_upheld(come: Any, finn: User, bea: User, asks: Person, clock: Any) -> None:
    """By keys alone. They are late, they say that they have the complaint, and then all of it comes."""
    journey = journey_of(asks, finn, at=timezone.now() - timedelta(days=90), status="waiting")
    leeds = Holder.objects.get(name="Leeds City Council")
    request = request_to(journey, leeds, received=timezone.localdate() - timedelta(days=75))
    staff, checker = come(finn, Keys), come(bea)
    staff.go("desk:home")
    staff.follow("Open what waits")
    staff.follow("Jo")
    staff.reads("They are late. That is not your fault.")
    complains(staff, checker)
    assert Complaint.objects.get().status == "sent"

    clock(timezone.localdate() + timedelta(days=10))
    staff.comes_again(finn)
    staff.follow("Complaints")
    staff.follow("They have it")
    staff.press("Write it down")
    staff.follow("They said that they have it")
    staff.press("Write it down")

    clock(timezone.localdate() + timedelta(days=20))
    staff.comes_again(finn)
    staff.follow("Complaints")
    staff.follow("An answer came")
    staff.pick("What did they say?", "They agreed with the complaint")
    staff.tick("What was asked for came with it")
    staff.press("Write it down")
    staff.reads("Written down.")
    request.refresh_from_db()
    assert (Complaint.objects.get().outcome, request.status) == ("upheld", "answered")
    staff.follow("Leeds City Council")
    staff.back()
    staff.reads("Your complaint was answered")


def complains(staff: Beside, checker: Beside) -> None:
    """The letter, word for word: that it went is the complaint."""
    staff.follow("All of it, and its letters")
    staff.follow("Its letters, and what came back")
    staff.follow("Write it: A complaint about my request")
    staff.pick("What is it about?", "my answer is late")
    staff.pick("What should they do?", "send me my records")
    staff.write("Which number should the holder ring?", "0113 496 0123")
    staff.write("Where should the answer go?", "HMP Leeds, Leeds LS12 2TJ")
    staff.press("Show me the letter")
    way.goes_the_way_of_a_letter(staff, checker, holder="Leeds City Council")
    staff.home()
    staff.reads("Leeds City Council: say by about")
    staff.follow("Complaints")
    staff.reads("It is late")


def chooses_for_themselves(jo: Beside) -> None:
    """Whom they have beside them, and in whose hands it is."""
    jo.follow("Choose, or change something")
    jo.follow("Choose: Who opens it?")
    jo.pick("Who opens it?", "I do")
    jo.press("Save")
    jo.follow("Where things are")
    jo.reads("Who opens it?")


def reads_alone(jo: Beside, staff: Beside) -> None:
    """“I want to go ahead anyway”: nobody’s leave is asked, and we ask how they are all the same."""
    jo.choose("My own page")
    jo.follow("All the steps")
    jo.follow("I want to go ahead anyway: A plan for reading")
    jo.write("In your own words", "Today is my day.")
    jo.press("Go ahead")
    jo.reads("It’s your call.")
    staff.follow("Plan a time to read")
    staff.day("On what day?", timezone.localdate())
    staff.write("At what time?", "10:00")
    staff.pick("Where?", "Their home")
    staff.tick("They want to read alone")
    staff.tick("They want this time, whatever we say")
    staff.press("Plan it")
    staff.home()
    staff.follow(f"{timezone.localdate():%A}")
    staff.follow("They have read")
    staff.pick("What became of it?", "It went ahead")
    staff.pick("How are you now?", "Rather not say")
    staff.pick("Where are the pages tonight?", "With them")
    staff.press("We have ended")
    staff.home()
    way.is_asked_how_they_are(staff, "Rather not say")
    assert FollowUp.objects.filter(status="planned").count() == 3


def owed() -> set[str]:
    return set(Duty.objects.open().values_list("kind", flat=True))


def mentor_trained(user: User) -> Mentor:
    """A mentor who has learnt how to be alongside somebody in this."""
    mentor = Mentor.objects.get(person__login=user)
    today = timezone.localdate()
    learner = mentor.learner or Learner.objects.create(name="Sam", added_at=timezone.now())
    Completion.objects.create(
        learner=learner, module=FILE_SUPPORT, completed_on=today, keyed_at=timezone.now(),
        expires_on=today + timedelta(days=700),
    )  # fmt: skip
    mentor.learner = learner
    mentor.save()
    return mentor


def gets_papers_to_keep(staff: Beside) -> None:
    """Nine pages and slips for the wing; and the day on which they were given."""
    staff.follow("Print papers to keep")
    staff.write("A number at which they can reach us from the wing", "0113 496 0123")
    staff.gets_a_paper("Print")
    staff.home()
    staff.follow("They were given it")
    staff.press("Save")
    staff.on_the_page()


def the_wing_gets_a_slip(staff: Beside) -> None:
    """It says that there is a private appointment, and never what it is about."""
    staff.follow("Tuesday")
    staff.follow("Ask safer custody to look in")
    staff.pick("Was safer custody asked to look in on them?", "Asked, and they will look in")
    staff.press("Write it down")
    staff.follow("Print a slip for the wing")
    staff.write("Whom may the wing ring?", "Finn, 0113 496 0123")
    staff.gets_a_paper("Make the slip")


def ends_well(staff: Beside) -> None:
    """The talk for whoever sat beside them, the request, the papers, and the page itself."""
    staff.follow("Offer a talk to whoever sat beside them")
    staff.pick("Was it held?", "Yes, we talked")
    staff.press("Write it down")
    staff.home()
    staff.follow("All of it, and its letters")
    staff.follow("Close it")
    staff.tick("They know how it ended")
    staff.tick("We told them what they can do next")
    staff.press("Close it")
    staff.back()
    staff.follow("Open these papers")
    staff.follow("They have it today")
    staff.pick("Where does it go?", "With them")
    staff.pick("Who gives it?", "Finn")
    staff.pick("Who takes it?", "The person themselves")
    staff.tick("The person agreed to this")
    staff.tick("Both have signed the receipt")
    staff.press("Write it down")
    staff.home()
    staff.follow("Close it")
    staff.press("Close it")
    staff.reads("Closed. It can be opened again at any time.")
