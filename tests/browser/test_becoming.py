"""From “I would like to mentor” to a first session: everybody at a browser of their own, and only by the pages."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from mentoring.models import Match, MentorApplication, Session
from messaging.models import Message
from tests.accounts.conftest import PASSWORD
from tests.browser.looking import axe_clean, no_overflow
from tests.browser.walking import PHONE, Walker, tab_to
from tests.factories.pages import load_few
from training.rules.completions import MODULES


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: Any) -> None:
    """The form counts the seconds that it was open; this is no place to wait."""
    monkeypatch.setattr("pages.unwanted.QUICKEST", timedelta(0))


def test_somebody_becomes_a_mentor_and_logs_a_first_session(
    arrive: Any, rosa: Any, marion: Any, nadia: Any, jo: Any, leeds: Any, run_tasks: Any, mailoutbox: Any
) -> None:
    load_few(at=timezone.now())
    kit, staff, manager, lead = arrive(size=PHONE), arrive(rosa), arrive(marion), arrive(nadia)

    tells_us(kit)
    is_asked_to_apply(staff)
    run_tasks()
    makes_a_login(kit, link_in(mailoutbox[-1].body))
    fills_it_in_twice(kit)
    is_met(staff)
    for name in ("Bel", "Ola"):
        answers_about_kit(staff, arrive(size=PHONE), name)
    staff.choose("Becoming a mentor")
    staff.open_row("Kit")
    staff.press("Go on to the next stage")
    staff.press("Go on to the next stage")
    is_checked(staff, manager, lead)
    is_cleared(staff)
    is_trained_and_approved(staff)
    assert MentorApplication.objects.get().status == "approved"

    is_matched(staff, kit)
    assert Match.objects.get().status == "active"
    logs_without_a_mouse(kit)
    assert Session.objects.get().mentor.person.preferred_name == "Kit"


def link_in(text: str) -> str:
    found = re.search(r"https?://[^/]+(\S+)", text)
    assert found is not None
    return found.group(1)


def tells_us(kit: Walker) -> None:
    kit.page.goto(kit.base + "/")
    kit.follow("Become a peer mentor")
    kit.follow("Tell us that you are interested")
    kit.write("What do you like to be called?", "Kit")
    kit.write("Where would you like to help?", "York")
    kit.pick("How can we reach you safely?", "By email")
    kit.write("Email address", "kit@example.org")
    kit.write("Is there anything you would like to say?", "Somebody did it for me.")
    kit.press("Tell us")
    expect(kit.page.get_by_role("heading", level=1)).to_contain_text("We have it")


def is_asked_to_apply(staff: Walker) -> None:
    staff.choose("Inbox")
    staff.open_row("Become a mentor")
    staff.press("Take it")
    staff.follow("They would like to mentor")
    staff.page.get_by_label("Where would you like to help?").select_option(label="Yorkshire")
    staff.press("They would like to mentor")
    staff.reads("They are in the list.")
    staff.choose("Becoming a mentor")
    staff.open_row("Kit")
    staff.follow("Ask them to apply")
    staff.press("Ask them")
    staff.follow("Their file")
    staff.follow("Ask them to sign in")
    staff.write("Their email address", "kit@example.org")
    staff.press("Invite")
    staff.reads("The invitation is on its way.")


def makes_a_login(kit: Walker, link: str) -> None:
    kit.page.goto(kit.base + link)
    kit.write("Username", "kit")
    kit.page.get_by_label("Password", exact=True).fill(PASSWORD)
    kit.write("Password again", PASSWORD)
    kit.press("Make my login")
    kit.page.get_by_label("Username or email").fill("kit")
    kit.page.get_by_label("Password", exact=True).fill(PASSWORD)
    kit.press("Sign in")
    kit.page.wait_for_url(re.compile("/desk/"))


def fills_it_in_twice(kit: Walker) -> None:
    """Half of it, later the other half; and a mistake on the way."""
    kit.choose("My application")
    kit.follow("Fill it in")
    kit.write("Why would you like to be a mentor?", "I know how it is.")
    kit.press("Finish later")
    kit.follow("Go on with it")
    expect(kit.page.get_by_label("Why would you like to be a mentor?")).to_have_value("I know how it is.")
    kit.press("Send")
    expect(kit.page.get_by_role("alert")).to_be_focused()
    axe_clean(kit.page)
    kit.pick("Do you have any convictions", "Yes")
    kit.write("Tell us about them in your own words", "Theft, in 2009.")
    for nth, (whom, name) in enumerate({"Somebody who knows you well": "Bel", "Somebody else": "Ola"}.items()):
        kit.write(whom, name)
        kit.write("Their email address", f"{name.lower()}@example.org", nth)
    kit.press("Send")
    kit.reads("Thank you for telling us about yourself.")


def is_met(staff: Walker) -> None:
    staff.choose("Becoming a mentor")
    staff.open_row("Kit")
    staff.follow("Write down the talk")
    staff.day("When did you meet?", timezone.localdate())
    staff.pick("How did you meet?", "Face to face")
    staff.write("What do they bring?", "Patience.")
    staff.pick("What do you advise?", "Go on with the checks")
    staff.press("Save")
    staff.follow("Their application")
    staff.press("Go on to the next stage")


def answers_about_kit(staff: Walker, referee: Walker, name: str) -> None:
    """By a link that works once, without a login."""
    staff.choose("Mentors")
    staff.open_row("Kit")
    card = staff.page.locator(".card", has=staff.page.get_by_role("heading", name=name))
    card.get_by_role("button", name="Ask them").click()
    link = link_in(Message.objects.order_by("-pk")[0].text)
    referee.page.goto(referee.base + link)
    assert link not in referee.page.url
    axe_clean(referee.page)
    no_overflow(referee.page)
    referee.page.get_by_role("textbox").nth(0).fill("Six years.")
    referee.page.get_by_role("textbox").nth(4).fill("Gladly.")
    referee.page.get_by_role("main").get_by_role("button").last.click()
    referee.reads("We have your answers.")
    assert referee.page.goto(referee.base + link).status == 410
    staff.page.reload()
    staff.follow("Read it", within=name)
    staff.pick("Do you accept this reference?", "Yes")
    staff.press("Save")


def is_checked(staff: Walker, manager: Walker, lead: Walker) -> None:
    """DBS is asked for by one and decided by another; two sign the risk assessment."""
    staff.follow("Their file")
    staff.follow("Ask for a check")
    staff.pick("Which level does the role need?", "Enhanced")
    staff.press("Save")
    staff.follow("Write one")
    staff.write("What could go wrong?", "Knows people on the wing.")
    staff.pick("What do you decide?", "Go ahead")
    staff.day("When should it be looked at again?", timezone.localdate() + timedelta(days=300))
    staff.press("Sign it")

    manager.page.goto(staff.page.url)
    manager.follow("Decide on it")
    manager.pick("What does the certificate say?", "Something on it")
    manager.day("Day of the certificate", timezone.localdate() - timedelta(days=3))
    manager.pick("What do you decide?", "May mentor")
    manager.write("What did you weigh up?", "Long ago, told openly, and much done since.")
    manager.press("Save")

    lead.page.goto(staff.page.url)
    lead.follow("Go ahead")
    lead.press("I have read it, and sign it too")
    staff.page.reload()
    staff.reads("Signed by two")


def is_cleared(staff: Walker) -> None:
    """Ordinary vetting says no; the lived experience route says yes."""
    today = timezone.localdate()
    staff.follow("Add a prison")
    staff.page.get_by_label("Which prison?").select_option(label="HMP Leeds")
    staff.press("Add")
    for step in ("Asked for", "Refused by ordinary vetting", "With the lived experience route (LEAP)", "Cleared"):
        staff.follow("The next step", within="HMP Leeds")
        staff.pick("What happened?", step)
        if step.startswith("Refused"):
            staff.page.get_by_label("If they were refused: why?").select_option("vetting")
            staff.write("What did the prison say?", "His record is recent for us.")
        if step == "Cleared":
            staff.day("If they are cleared: from when?", today)
            staff.day("If they are cleared: until when?", today + timedelta(days=365))
        staff.press("Save")
    staff.page.get_by_text("What happened").last.click()
    staff.reads("With the lived experience route (LEAP)")


def is_trained_and_approved(staff: Walker) -> None:
    staff.follow("Choose who supports them")
    staff.page.get_by_label("Who supports this mentor?").select_option(label="Rosa")
    staff.press("Save")
    staff.follow("Their application")
    staff.press("Go on to the next stage")
    staff.press("Go on to the next stage")
    staff.follow("Their file")
    for module in MODULES.values():
        staff.follow("They finished a module")
        staff.pick("What did they finish?", module.title)
        staff.day("When?", timezone.localdate())
        staff.press("Save")
    staff.reads("Everything is in place")
    staff.follow("Their application")
    staff.follow("Approve them")
    staff.press("Approve")
    staff.reads("They are a mentor now.")


def is_matched(staff: Walker, kit: Walker) -> None:
    """Suggested with reasons; both say yes; then it begins."""
    staff.choose("People")
    staff.open_row("Jo")
    staff.follow("Find a mentor")
    staff.reads("What speaks for it")
    staff.follow("Suggest", within="Kit")
    staff.press("Suggest this match")

    kit.go("desk:home")
    kit.follow("1 person we thought of for you")
    kit.follow("Jo")
    kit.pick("Would you like to walk alongside them?", "Yes, I would")
    kit.press("Send my answer")

    staff.page.reload()
    staff.follow("Write down the person’s yes")
    staff.pick("How did they tell you?", "They said so")
    staff.press("Save their yes")
    staff.follow("Approve")
    staff.press("Approve")
    staff.follow("Begin")
    staff.press("Begin today")
    staff.reads("It has begun.")


def logs_without_a_mouse(kit: Walker) -> None:
    page = kit.page
    kit.go("desk:home")
    tab_to(page, page.get_by_role("link", name="Log a session with Jo"))
    page.keyboard.press("Enter")
    for label, words in (
        ("What time did it start?", "00:01"),
        ("How long were you together?", "45"),
        ("What did you do together?", "Wrote to his sister."),
        ("What happens next?", "Post it."),
    ):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(words)
    tab_to(page, page.get_by_role("button", name="Save session"))
    page.keyboard.press("Enter")
    kit.reads("Saved. Thank you for being there.")
