"""All on paper: somebody in prison, without a login, becomes a mentor and their first sheet is typed in by keyboard."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from mentoring.actions import applications, decisions, interviews, stacks
from mentoring.actions.stacks import Wanted
from mentoring.models import Mentor, MentorApplication, PaperSheet, Reference, Session
from tests.browser.looking import axe_clean, no_overflow
from tests.conftest import match_of
from tests.factories import readiness
from tests.matrix.fixtures_paper import names_sheet

__all__ = ["names_sheet"]  # a fixture

# What an ordinary one-to-one sheet may cost a typist, its code included, beside the mentor's own words.
MOST_KEYS = 84


class Typist:
    """Somebody who has no mouse. Counts the keys, but for the words of others."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def words(self, text: str) -> None:
        self.page.keyboard.type(text)

    def on(self, label: str, *, group: str = "") -> None:
        """The Tab key, until the box with this label."""
        inside = self.page.get_by_role("group", name=group) if group else self.page
        wanted = inside.get_by_label(label, exact=True)
        for _ in range(40):
            if wanted.evaluate("box => box === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"the Tab key never came to {label}")

    def date(self, group: str, day: Any) -> None:
        self.on("Day", group=group)
        self.type(str(day.day))
        self.press("Tab")
        self.type(str(day.month))
        self.press("Tab")
        self.type(str(day.year))


@pytest.fixture
def address(live_server: Any) -> Callable[..., str]:
    return lambda name, *args: live_server.url + reverse(f"mentoring:{name}", args=args)


def key_in(page: Page, address: Callable[..., str], sheet: PaperSheet) -> Typist:
    """The code, as a typist types it."""
    page.goto(address("sheets-find"))
    expect(page.get_by_label("Code on the sheet")).to_be_focused()  # a moment after the page is drawn
    typist = Typist(page)
    typist.type(sheet.code.lower())
    typist.press("Enter")
    return typist


def they_put_themselves_forward(page: Page, address: Callable[..., str], rosa, yorkshire, leeds) -> MentorApplication:
    wanted = Wanted(kind="interest", team=yorkshire, establishment=leeds)
    sheet = stacks.print_(wanted=wanted, count=1, key="paper0000001", by=rosa, at=timezone.now())[0]
    typist = key_in(page, address, sheet)
    expect(page.get_by_role("heading", name="Somebody would like to be a mentor")).to_be_visible()
    typist.on("What do you like to be called?")
    typist.words("Kit")
    typist.date("What day was this written?", timezone.localdate() - timedelta(days=6))
    typist.press("Enter")
    page.get_by_role("link", name="Ask them to apply").click()
    page.get_by_role("button", name="Ask them").click()
    page.get_by_role("link", name="Key in their application").click()
    page.get_by_label("Why would you like to be a mentor?").fill("I know what it is like.")
    page.get_by_label("No", exact=True).check()
    for who in ("Somebody who knows you well: their name", "Somebody else who knows you: their name"):
        page.get_by_label(who).fill("The chaplain")
    for n in range(2):
        page.get_by_label("Or another way to reach them").nth(n).fill("The chapel")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Sent. Thank you")).to_be_visible()
    return MentorApplication.objects.get(paper_sheet=sheet)


def references_come_on_paper(page: Page, address: Callable[..., str], application: MentorApplication) -> None:
    for reference in Reference.objects.filter(mentor=application.mentor):
        page.goto(address("mentors-detail", application.mentor.ref))
        page.get_by_role("button", name=re.compile("Ask")).first.click()
        page.goto(address("references-key_in", reference.ref))
        page.get_by_label("How long have you known them, and how?").fill("Three years.")
        page.get_by_label("Would you be glad if they supported somebody you care about?").fill("Yes.")
        page.get_by_role("button", name="Save").click()
        page.goto(address("references-judge", reference.ref))
        page.get_by_label("Yes", exact=True).check()
        page.get_by_role("button").last.click()
    assert Reference.objects.filter(mentor=application.mentor, status="accepted", on_paper=True).count() == 2


def they_are_checked_and_approved(application: MentorApplication, rosa, leeds) -> Mentor:
    """What is not paper: the talk, the checks, the training of the prison, and the yes."""
    now, mentor = timezone.now(), application.mentor
    said = {"how": "in_person", "strengths": "Listens.", "needs": "", "advice": "go_on"}
    interviews.record(mentor=mentor, held_on=timezone.localdate(), **said, key="t1", by=rosa, at=now)
    first, second = readiness.staff("checker"), readiness.staff("second checker")
    readiness.dbs(mentor)
    readiness.risk(mentor, first, second)
    readiness.trained(mentor)
    readiness.cleared(mentor, leeds)
    Mentor.objects.filter(pk=mentor.pk).update(supervisor=first)
    application.refresh_from_db()
    while application.status != "training":
        applications.advance(application=application, seen=application.status, by=rosa, at=now)
    decisions.approve(application=application, by=rosa, at=now)
    return Mentor.objects.get(pk=mentor.pk)


def test_it_is_all_on_paper(page: Page, signed_in: Callable, address, rosa, yorkshire, leeds, jo):
    signed_in(rosa)
    application = they_put_themselves_forward(page, address, rosa, yorkshire, leeds)
    references_come_on_paper(page, address, application)
    mentor = they_are_checked_and_approved(application, rosa, leeds)
    assert mentor.person.login is None
    match = match_of(mentor, jo, at=timezone.now() - timedelta(days=20))
    wanted = Wanted(kind="one_to_one", team=yorkshire, match=match, establishment=leeds)
    sheet = stacks.print_(wanted=wanted, count=1, key="paper0000002", by=rosa, at=timezone.now())[0]
    day = timezone.localdate() - timedelta(days=9)

    typist = key_in(page, address, sheet)
    expect(page.get_by_role("heading", name="Kit with Jo")).to_be_visible()
    typist.on("Yes", group="Did it happen?")
    typist.press("Space")
    typist.date("What day was it?", day)
    typist.on("What time did it start?")
    typist.type("14:30")
    typist.on("How long were you together?")
    typist.type("45")
    typist.on("Face to face")
    typist.press("Space")
    typist.on("Family and people who matter")
    typist.press("Space")
    typist.on("What did you do together?")
    typist.words("Wrote to his sister.")
    typist.date("What day did you write this?", day)
    typist.press("Enter")

    expect(page.get_by_text("Typed in. You can throw")).to_be_visible()
    session = Session.objects.get()
    assert (session.sheet, session.on_behalf_of, session.written_on) == (sheet, mentor, day)
    assert typist.keys <= MOST_KEYS, f"a one-to-one sheet took {typist.keys} keys"
    page.goto(address("sheets-delays"))
    row = page.get_by_role("row", name=re.compile("HMP Leeds"))
    expect(row.get_by_role("cell")).to_have_text(["0", "0", "2", "0", "0", "0", "2", re.compile(r"7(\.5)?")])


@pytest.mark.parametrize("width", [390, 1280])
def test_its_pages_are_for_everybody(
    page: Page, signed_in: Callable, address, rosa, names_sheet, yorkshire, group, width
):
    signed_in(rosa)
    page.set_viewport_size({"width": width, "height": 900})
    now, group = timezone.now(), names_sheet.of_group

    def printed(kind, **more):
        wanted = Wanted(kind=kind, team=yorkshire, **more)
        return stacks.print_(wanted=wanted, count=1, key=kind[:10], by=rosa, at=now)[0]

    for name, *args in (
        ("sheets-key", printed("referral").ref),
        ("sheets-key", printed("interest").ref),
        ("sheets-key", printed("group_register", of_group=group).ref),
        ("sheets-detail", names_sheet.ref),
        ("guests-tell", names_sheet.ref),
        ("stacks-print",),
        ("stacks-give_code",),
        ("stacks-print_register", group.ref),
        ("stacks-print_again", printed("identification").ref),
    ):
        page.goto(address(name, *args))
        axe_clean(page)
        no_overflow(page)
