"""Corrections, additions and registers with no signal; and phones that are full, shared, out of time or out of date."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from mentoring.actions import sessions
from mentoring.actions.sessions import Details
from mentoring.models import Addendum, Correction, Draft, Session
from tests.browser.looking import axe_clean, no_overflow
from tests.browser.test_offline import SENT, address, held, ready, save, until, visit, write

__all__ = ["address", "ready"]
NO_ROOM = "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
FIELD = "What do you want to add?"


def details(leeds: Any, **changes: Any) -> Details:
    said = {"what_we_did": "Wrote to his sister.", "minutes": 45, "topics": ["family"]} | changes
    started = timezone.now().replace(microsecond=0) - timedelta(days=1)
    return Details(
        kind="one_to_one", setting="custody", medium="in_person", establishment=leeds, started_at=started,
        planned_at=started, happened=True, **said,
    )  # fmt: skip


@pytest.fixture
def session(match, sam, leeds) -> Session:
    return sessions.record(
        mentor=match.mentor, details=details(leeds), marks={match: "attended"}, key="s1", by=sam, at=timezone.now()
    )


def sent(page: Page) -> None:
    until(page, "!(await alongsideKept.items()).length")


def put_right(session: Session, leeds: Any, sam: Any) -> None:
    """From another phone."""
    marks = {mark.match: mark.mark for mark in session.attendance.all()}
    said = details(leeds, what_we_did="Rang his sister.")
    sessions.correct(session=session, details=said, marks=marks, seen=1, reason="x", by=sam, at=timezone.now())


def test_a_correction_waits_and_where_the_record_changed_both_are_shown(ready, context, session, leeds, sam, address):
    ready.goto(address("mentoring:sessions-correct", session.ref))
    context.set_offline(True)
    ready.get_by_label("How long were you together?").fill("55")
    ready.get_by_label("What are you putting right?").fill("Wrong length")
    save(ready)
    expect(ready.get_by_text("Saved on this phone")).to_be_visible()
    assert not Correction.objects.exists()
    put_right(session, leeds, sam)

    context.set_offline(False)
    until(ready, "(await alongsideKept.items())[0].state === 'differs'")
    ready.goto(address("mentoring:offline-kept"))
    row = ready.get_by_role("row", name="What did you do together?")
    expect(row).to_contain_text("Rang his sister.")
    expect(ready.get_by_role("heading", name="Put right: a session with Jo")).to_be_visible()
    expect(ready.locator("[data-words]").get_by_text("Wrong length")).to_be_visible()
    ready.set_viewport_size({"width": 320, "height": 800})
    axe_clean(ready)
    no_overflow(ready)
    assert Session.objects.get().minutes != 55
    ready.get_by_role("button", name="Put mine in its place").click()
    expect(ready.get_by_text(SENT)).to_be_visible()

    assert (Session.objects.get().minutes, Correction.objects.count()) == (55, 2)
    assert held(ready)["items"] == []


def test_half_a_correction_is_kept_and_taken_up_on_its_page(ready, context, session, leeds, sam, address):
    ready.goto(address("mentoring:sessions-correct", session.ref))
    context.set_offline(True)
    ready.get_by_label("What happens next?").fill("Half a sentence")
    until(ready, "(await alongsideKept.items()).length")
    put_right(session, leeds, sam)
    context.set_offline(False)

    ready.goto(address("mentoring:offline-kept"))
    ready.get_by_role("button", name="Go on writing").click()
    expect(ready.get_by_label("What happens next?")).to_have_value("Half a sentence")

    # The version that was seen came along: what changed since is not overwritten in silence.
    assert ready.locator("[name=version]").input_value() == "1"


def test_an_addition_is_kept_and_added_once(ready, context, session, address):
    ready.goto(address("mentoring:sessions-add", session.ref))
    context.set_offline(True)
    ready.get_by_label(FIELD).fill("He got the flat.")
    ready.get_by_role("button", name="Add", exact=True).click()
    expect(ready.get_by_text("Saved on this phone")).to_be_visible()

    context.set_offline(False)
    sent(ready)

    assert Addendum.objects.get().text == "He got the flat."


def test_a_register_that_was_open_is_kept_and_sent(ready, context, group, lee, address):
    ready.goto(address("mentoring:registers-take", group.ref))
    context.set_offline(True)
    ready.get_by_label("What time did it start?").fill("0001")
    ready.get_by_role("group", name="Jo", exact=True).get_by_text("Came late").click()
    ready.get_by_role("group", name="Lee", exact=True).get_by_text("Came", exact=True).click()
    ready.get_by_label("How long were you together?").fill("60")
    ready.get_by_role("button", name="Save register").click()
    expect(ready.get_by_text("Saved on this phone")).to_be_visible()
    ready.goto(address("mentoring:offline-kept"))
    ready.get_by_text("What you wrote").click()
    expect(ready.locator("[data-words]").get_by_text("Came late")).to_be_visible()
    assert "Lee" not in str(held(ready))

    context.set_offline(False)
    sent(ready)

    assert sorted(Session.objects.get().attendance.values_list("mark", flat=True)) == ["attended", "attended_late"]


def test_a_register_from_the_blank_form_becomes_a_draft(ready, context, group, lee, address):
    context.set_offline(True)
    ready.goto(address("mentoring:registers-choose"))
    ready.get_by_label("Who was it with?").select_option(label="A group")
    expect(ready.get_by_role("group", name="Were they on time?")).to_be_hidden()
    ready.get_by_label("Which group?").fill("Tuesday")
    ready.get_by_label("Who came?").fill("Jo\nSomebody new")
    ready.get_by_label("What did you do together?").fill("Talked about rooms.")
    save(ready)
    expect(ready.get_by_text("Waiting for signal")).to_be_visible()
    until(ready, "!(await navigator.locks.query()).held.length")  # what would lead on to the draft has given up
    context.set_offline(False)
    sent(ready)
    assert Draft.objects.count() == 1

    ready.goto(address("desk:home"))
    ready.get_by_role("link", name="Finish the session you began").click()
    ready.get_by_role("link", name="Tuesday group").click()
    expect(ready.get_by_text("Somebody new")).to_be_visible()
    expect(ready.get_by_role("group", name="Jo", exact=True).get_by_label("Came", exact=True)).to_be_checked()
    expect(ready.get_by_label("What did you do together?")).to_have_value("Talked about rooms.")


def test_a_full_phone_says_so_and_the_form_is_sent_as_ever(ready, context, match, address):
    ready.goto(address("mentoring:sessions-log_with", match.ref))
    ready.get_by_label("What time did it start?").fill("0001")
    ready.get_by_label("How long were you together?").fill("45")
    ready.evaluate(NO_ROOM)
    context.set_offline(True)
    save(ready)
    expect(ready.get_by_text("This phone has no room to keep it")).to_be_visible()
    expect(ready.get_by_label("How long were you together?")).to_have_value("45")

    context.set_offline(False)
    save(ready)
    expect(ready.get_by_text("Saved. Thank you for being there.")).to_be_visible()
    assert Session.objects.count() == 1


def test_a_private_window_that_keeps_nothing_says_so(ready, match, address):
    ready.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); };")
    ready.goto(address("mentoring:offline-kept"))
    expect(ready.get_by_text("or this is a private window")).to_be_visible()

    ready.goto(address("mentoring:sessions-log_with", match.ref))
    ready.get_by_label("What time did it start?").fill("0001")
    ready.get_by_label("How long were you together?").fill("45")
    save(ready)
    expect(ready.get_by_text("Saved. Thank you for being there.")).to_be_visible()


def test_the_same_words_in_two_tabs_are_both_kept(ready, context, address):
    context.set_offline(True)
    kept = address("mentoring:offline-kept")
    ready.goto(kept)
    write(ready, "The first words")
    until(ready, "(await alongsideKept.items()).length")
    other = context.new_page()
    for tab, words in ((ready, "This tab"), (other, "That tab")):
        tab.bring_to_front()
        tab.goto(kept)
        tab.get_by_role("button", name="Go on writing").click()
        expect(tab.get_by_label("What did you do together?")).to_have_value("The first words")
        tab.evaluate("words => document.querySelector('[name=what_we_did]').value = words", words)
    for tab in (ready, other):
        tab.bring_to_front()
        save(tab)
        expect(tab.get_by_text("Saved on this phone.")).to_be_visible()

    ready.goto(kept)
    expect(ready.get_by_text("What you wrote")).to_have_count(2)
    ready.evaluate("document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))")
    for words in ("This tab", "That tab"):
        expect(ready.locator("[data-words]").get_by_text(words)).to_be_visible()


def test_a_clock_that_was_put_back_opens_nothing_and_guesses_no_day(ready, context, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    expect(ready.get_by_text("What you wrote")).to_have_count(1)

    back = int(timedelta(days=400).total_seconds() * 1000)
    ready.add_init_script(f"{{ const now = Date.now; Date.now = () => now() - {back}; }}")
    ready.reload()

    expect(ready.get_by_text("The clock of this phone looks wrong.")).to_be_visible()
    expect(ready.get_by_text("Sign in to read it")).to_be_visible()
    expect(ready.get_by_label("Day", exact=True).first).to_have_value("")


def test_a_new_worker_leaves_what_waits_alone(ready, context, leeds, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    until(ready, "(await alongsideKept.items()).length")
    before = ready.evaluate("async () => (await caches.keys()).sort()")
    leeds.name = "HMP Elsewhere"
    leeds.save()
    context.set_offline(False)

    visit(ready, address("desk:home"))
    ready.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    until(ready, f"(await caches.keys()).length === 1 && (await caches.keys())[0] !== '{before[0]}'")

    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    ready.get_by_role("button", name="Go on writing").click()
    expect(ready.get_by_label("What did you do together?")).to_have_value("Wrote to his sister.")
    expect(ready.get_by_label("Which prison?").locator("option", has_text="HMP Elsewhere")).to_have_count(1)


def test_the_focus_and_the_voice_follow_what_is_done(ready, context, address):
    """With the keyboard alone; what happens by itself is said too."""
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    status = ready.get_by_role("status")
    for number in (1, 2):
        write(ready, at=f"000{number}")
        save(ready)
        expect(ready.locator("[data-kept-list] > li")).to_have_count(number)
    expect(status).to_have_text("Saved on this phone.")
    expect(status).to_be_focused()
    ready.get_by_text("What you wrote").first.click()
    ready.get_by_role("button", name="Try again").first.press("Enter")
    expect(status).to_have_text("It is still on this phone.")
    expect(ready.get_by_role("button", name="Try again").first).to_be_focused()
    expect(ready.locator("[data-kept-list] details").first).to_have_attribute("open", "")

    ready.once("dialog", lambda dialog: dialog.accept())
    ready.get_by_role("button", name="Throw away").first.press("Enter")
    expect(status).to_have_text("Thrown away.")
    expect(status).to_be_focused()

    context.set_offline(False)
    expect(status).to_have_text("Sent. Nothing is left on this phone.")
