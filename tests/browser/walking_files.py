"""The steps of somebody’s way to their records, as those who sit beside them take them: by a mouse, by keys alone, or
without scripts. Each begins on the page of the journey, and ends there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.browser.looking import axe_clean, no_overflow
from tests.browser.walking import Walker, enter

HUB = "Where things are"


@dataclass
class Beside(Walker):
    """A file supporter at work, who finds the page of a journey by what the pages show, and knows it from then on."""

    person: str = "Jo"
    found: str = ""

    def link(self, words: str, within: str = "") -> Locator:
        """As it is read aloud: what a link says beside what is seen begins with a colon, and perhaps a space."""
        place: Any = self.page.get_by_role("main")
        if within:
            place = place.locator(".card", has=self.page.get_by_role("heading", name=within, exact=True))
        return place.get_by_role("link", name=re.compile(re.escape(words).replace(":", r"\s*:"))).first

    def follow(self, words: str, within: str = "") -> None:
        self.link(words, within).click()

    def home(self) -> None:
        """The first time by the menu, and the list of those one is there for."""
        if self.found:
            self.page.goto(self.found)
            return
        self.choose("People I am there for")
        self.open_row(self.person)
        self.on_the_page()
        self.found = self.page.url

    def comes_again(self, user: Any) -> "Beside":
        """On another day: they sign in anew, and begin at the page of the journey."""
        self.page.goto("about:blank")  # what the old page still asks for must not end the new session
        enter(self.page.context, user, self.base)
        self.home()
        return self

    def back(self) -> None:
        self.follow(HUB)
        self.on_the_page()

    def on_the_page(self) -> None:
        expect(self.page.get_by_role("heading", name=HUB)).to_be_visible()

    def tick(self, label: str) -> None:
        self.page.get_by_label(label).check()

    def select(self, label: str, choice: str) -> None:
        self.page.get_by_label(label).select_option(label=choice)

    def gets_a_paper(self, words: str) -> None:
        """What is printed is shown by the browser; from there they go back."""
        expect(self.page.get_by_role("button", name=words, exact=True)).to_be_visible()
        here = self.page.url
        with self.page.expect_navigation(wait_until="commit") as waited:
            self.press(words)
        assert waited.value.headers["content-type"] == "application/pdf"
        self.page.goto(here)


# The pages that somebody has looked at.
LOOKED: set[str] = set()


@dataclass
class Looking(Beside):
    """Looks at each page that they open, unless somebody has: axe finds nothing, and nothing is too wide."""

    def follow(self, words: str, within: str = "") -> None:
        self.look()
        super().follow(words, within)

    def press(self, words: str, nth: int = 0) -> None:
        self.look()
        super().press(words, nth)

    def look(self) -> None:
        self.page.wait_for_load_state()
        page = re.sub(r"/[0-9a-z]{12}(?=/)", "/*", self.page.url.removeprefix(self.base).split("?")[0])
        if page not in LOOKED:
            LOOKED.add(page)
            # Half beneath the bar at the top a box would seem too small.
            self.page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
            no_overflow(self.page)
            axe_clean(self.page)


@dataclass
class Keys(Beside):
    """Has no mouse: the Tab key, the arrows, the space bar and Enter."""

    def choose(self, entry: str) -> None:
        self.go("desk:menu")
        self._enter(self.page.get_by_role("main").get_by_role("link", name=entry, exact=True))

    def follow(self, words: str, within: str = "") -> None:
        self._enter(self.link(words, within))

    def open_row(self, name: str) -> None:
        self._enter(self.page.locator("tbody tr", has_text=name).first.get_by_role("link").first)

    def press(self, words: str, nth: int = 0) -> None:
        self._enter(self.page.get_by_role("button", name=words, exact=True).nth(nth))

    def write(self, label: str, words: str, nth: int = 0) -> None:
        self._to(self.page.get_by_label(re.compile("^" + re.escape(label))).nth(nth))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def pick(self, question: str, answer: str) -> None:
        wanted = self._group(question).get_by_label(answer, exact=True)
        self._to(wanted, by_name=True)
        for _ in range(30):
            if has_focus(wanted):
                return self.page.keyboard.press("Space") if not wanted.is_checked() else None
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys never came to {answer}")

    def day(self, question: str, day: date) -> None:
        for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self._to(self._group(question).get_by_label(part))
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(str(number))

    def tick(self, label: str) -> None:
        box = self.page.get_by_label(label)
        self._to(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def _enter(self, wanted: Locator) -> None:
        self._to(wanted)
        self.page.keyboard.press("Enter")

    def _to(self, wanted: Locator, *, by_name: bool = False) -> None:
        """Tab on to it; or, where one of several takes the focus for all, to the one that does."""
        expect(wanted).to_be_visible()
        there = "it => document.activeElement === it"
        if by_name:
            there = "it => document.activeElement?.name === it.name"
        for _ in range(150):
            if wanted.evaluate(there):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key never came to {wanted}")


def has_focus(wanted: Locator) -> bool:
    return bool(wanted.evaluate("it => document.activeElement === it"))


def is_asked(asks: Walker, person: Any, *, answer: str = "Yes, I would like to know") -> None:
    """From the person’s own page, in private."""
    asks.go("people:persons-detail", person.ref)
    asks.follow("Ask whether they would like to know about their files")
    asks.page.get_by_label("I asked them themselves, and nobody could overhear").check()
    asks.pick("What did they say?", answer)
    asks.press("Write it down")
    asks.reads("Whatever they said, the door stays open.")


def gets_somebody(staff: Beside, role: str, who: str, *, found: Callable[[], None] | None = None) -> None:
    """Named, and the person says yes."""
    (found or staff.on_the_page)()
    staff.follow("Name somebody, or say that it is somebody else")
    staff.follow(role)
    staff.pick("Who?", who)
    staff.tick("Nothing stands between them: I asked")
    staff.press("Name them")
    staff.follow(f"They said yes: {who}")
    staff.press("Write it down")
    staff.reads("They are beside each other from now on.")
    staff.back()


def says(staff: Beside, stage: str, outcome: str = "Done") -> None:
    """What became of a stage."""
    staff.follow("All the steps")
    staff.follow(f"Write down: {stage}")
    staff.pick("What became of it?", outcome)
    staff.press("Write it down")
    staff.back()


def goes_on(staff: Beside, step: str) -> None:
    staff.follow("A step on")
    staff.pick("Where are they now?", step)
    staff.press("Write it down")
    staff.back()


def chooses(staff: Beside, topic: str, answer: str) -> None:
    staff.follow("Choose, or change something")
    staff.follow(f"Choose: {topic}")
    staff.pick(topic, answer)
    staff.press("Save")
    staff.back()


def talks_and_plans(staff: Beside) -> None:
    """Until a letter may go."""
    says(staff, "Talking it through")
    goes_on(staff, "We make a plan")
    says(staff, "Your people")
    says(staff, "What to ask for, and whom")


def asks_for_records(staff: Beside, holder: str, *, deliver: str) -> None:
    """A request, with what they signed and how they show who they are. It ends on the page of the request."""
    today = timezone.localdate()
    staff.follow("Ask somebody")
    staff.select("Who may have the records?", holder)
    staff.pick("What would they like to see?", "Everything")
    staff.pick("Where should it go?", deliver)
    staff.press("Begin")
    staff.reads("Begun. The letter comes next.")
    staff.follow("They signed a permission")
    staff.day("On what day did they sign?", today)
    staff.press("Write it down")
    staff.follow("How they show who they are")
    staff.pick("How do they show who they are?", "A birth certificate")
    staff.press("Write it down")


def writes_the_letter(staff: Beside, checker: Beside, *, holder: str, back_to: str = "") -> None:
    """From the page of a request: read together and agreed to, the address looked at by another, printed, handed in."""
    staff.follow("Its letters, and what came back")
    staff.follow("Write it: Asking for my records")
    staff.tick("They never had another name")
    staff.write("Homes, streets or towns", "Oak House, Otley")
    staff.write("Which number should the holder ring?", "0113 496 0123")
    if back_to:
        staff.write("Where should the answer go?", back_to)
    staff.press("Show me the letter")
    goes_the_way_of_a_letter(staff, checker, holder=holder)


def goes_the_way_of_a_letter(staff: Beside, checker: Beside, *, holder: str) -> None:
    """Once it is written."""
    staff.follow("They agree to these words")
    staff.press("They agree to it")
    staff.reads("Somebody else checks the address now.")
    checker.go("desk:home")
    checker.follow("1 address to check")
    checker.open_row(holder)
    checker.tick("The address on the letter is right")
    checker.press("It is right")
    checker.reads("The letter can be printed.")
    staff.page.reload()
    staff.follow("Print it")
    staff.gets_a_paper("Print")
    staff.follow("The letter")
    staff.follow("It is on its way")
    staff.day("When was it handed in", timezone.localdate())
    staff.press("Write it down")
    staff.reads("It is on its way.")


def they_have_it(staff: Beside) -> None:
    """From the page of a letter that was sent."""
    staff.follow("They got it")
    staff.pick("How do we know?", "They said so on the telephone")
    staff.press("Write it down")
    staff.reads("The days are worked out anew.")


def answers(staff: Beside, what: str) -> None:
    """Something came from the holder, and was gone through together. From the page of the journey."""
    staff.follow("All of it, and its letters")
    staff.follow("Its letters, and what came back")
    staff.follow("Something came from them")
    staff.pick("What came?", what)
    staff.pick("How?", "By letter")
    staff.press("Write it down")
    staff.follow("We went through it together")
    staff.press("Write it down")
    staff.home()


def papers_come(staff: Beside, *, to_them: bool = False) -> None:
    """On the outside only; and they are told at once, where they did not take it themselves."""
    staff.follow("papers have come")
    staff.pick("How did it come?", "By post")
    staff.pick("Was it opened before it reached you?", "No")
    staff.pick("Is it sealed now?", "Yes")
    staff.pick("Where is it now?", "With them" if to_them else "With the programme, sealed")
    staff.pick("Who gave it?", "Somebody else")
    staff.write("If it is somebody else: their name", "The postman")
    staff.pick("Who took it?", "The person themselves" if to_them else "Finn")
    staff.press("They are here")
    staff.back()
    if to_them:
        return
    staff.follow("Tell them today that it is here")
    staff.press("They have been told")
    staff.home()


def plans_to_read(staff: Beside, day: date, *, where: str, inside: bool) -> None:
    staff.follow("Plan a time to read")
    staff.day("On what day?", day)
    staff.write("At what time?", "10:00")
    staff.pick("Where?", where)
    if inside:
        staff.tick("In a prison: no officer can overhear")
        staff.tick("In a prison: they may be out of their cell for it")
    staff.select("Who can be reached the day after?", "Finn")
    staff.select("Who can be reached the day after that?", "Bea")
    staff.write("Something ordinary for afterwards", "A game of pool")
    staff.press("Plan it")


def they_read(staff: Beside, *, now: str = "All right", pages: str = "With them") -> None:
    """On the day, from the page of the time to read."""
    staff.follow("Begin")
    staff.pick("How are you today?", "All right")
    staff.press("Begin")
    staff.follow("We have ended")
    staff.pick("What became of it?", "It went ahead")
    staff.pick("How are you now?", now)
    staff.pick("Where are the pages tonight?", pages)
    staff.tick("Finn (Practitioner)")
    staff.press("We have ended")


def is_asked_how_they_are(staff: Beside, outcome: str = "Fine") -> None:
    """The first of the times that are owed."""
    staff.follow("Ask how they are")
    staff.pick("How did you ask?", "Face to face")
    staff.pick("What did they say?", outcome)
    staff.press("Write it down")
    staff.home()


def a_good_day(after: date) -> date:
    """A Tuesday, on which a time to read can be booked."""
    day = after + timedelta(days=1)
    while day.weekday() != 1:
        day += timedelta(days=1)
    return day
