"""A mentor with no signal: nothing that was written is lost, nothing is recorded twice, and nobody else reads it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from accounts.roles import Role
from mentoring.actions import matches
from mentoring.models import Draft, Session
from people.models import Concern
from tests.browser.gate import Gate
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible
from tests.conftest import mentor_for

SENT = "Sent. Thank you for being there."
HELD = """async () => {
  const base = await new Promise((done) => {
    const asked = indexedDB.open("alongside", 1);
    asked.onupgradeneeded = () => (asked.transaction.abort());
    asked.onerror = () => done(null);
    asked.onsuccess = () => done(asked.result);
  });
  if (!base) return null;
  const all = (name) => new Promise((done) => {
    const asked = base.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
  });
  const text = (sealed) => new TextDecoder().decode(sealed);
  const found = { me: (await all("me")).length, items: [], cached: [] };
  for (const item of await all("items"))
    found.items.push({ state: item.state, text: JSON.stringify(item) + text(item.sealed.data) });
  for (const one of await all("me")) found.extractable = one.key.extractable;
  base.close();
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.cached.push(new URL(request.url).pathname);
  return found;
}"""


@pytest.fixture
def address(live_server: Any) -> Callable[..., str]:
    return lambda name, *args: live_server.url + reverse(name, args=args)


@pytest.fixture
def ready(page: Page, signed_in: Any, sam: Any, match: Any, address: Any) -> Page:
    """Sam has been here with signal: the phone has the blank form, and a key."""
    signed_in(sam)
    visit(page, address("desk:home"))
    return page


def until(page: Page, what: str) -> None:
    """Wait until an expression of the page's, which may await, holds."""
    for _ in range(100):
        if page.evaluate(f"async () => Boolean({what})"):
            return
        page.wait_for_timeout(100)
    raise AssertionError(what)


def visit(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("async () => { await navigator.serviceWorker.ready; await alongsideKept.ready; }")
    until(page, "Boolean(await alongsideKept.me())")


def held(page: Page) -> Any:
    return page.evaluate(HELD)


def write(page: Page, words: str = "Wrote to his sister.", at: str = "0001") -> None:
    """Fill in the blank form of “On this phone”."""
    page.get_by_label("Who was it with?").select_option(label="Jo")
    page.get_by_label("What time did it start?").fill(at)
    page.get_by_role("group", name="Where were you?").get_by_text("In the community").click()
    page.get_by_role("group", name="How did you meet?").get_by_text("Face to face").click()
    page.get_by_label("How long were you together?").fill("45")
    page.get_by_label("What did you do together?").fill(words)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save session").click()


def test_a_session_is_written_without_signal_and_sent_when_it_is_back(ready, context, match, address):
    context.set_offline(True)
    ready.goto(address("mentoring:sessions-log"))
    expect(ready.get_by_role("heading", name="On this phone")).to_be_visible()
    write(ready)
    save(ready)
    expect(ready.get_by_text("Waiting for signal")).to_be_visible()
    assert not Session.objects.exists()

    context.set_offline(False)
    expect(ready.get_by_text("Everything you wrote has been sent.")).to_be_visible()

    session = Session.objects.get()
    assert (session.what_we_did, session.minutes) == ("Wrote to his sister.", 45)
    assert list(session.attendance.values_list("match", "mark")) == [(match.pk, "attended")]
    assert held(ready)["items"] == []


def test_the_servers_own_form_is_kept_when_the_signal_goes(ready, context, match, address):
    ready.goto(address("mentoring:sessions-log_with", match.ref))
    ready.get_by_label("What time did it start?").fill("0001")
    ready.get_by_label("How long were you together?").fill("45")
    ready.get_by_text("I am worried about someone’s safety").click()
    ready.get_by_label("What worries you?").fill("He has stopped eating")
    context.set_offline(True)
    save(ready)
    expect(ready.get_by_text("Saved on this phone")).to_be_visible()
    expect(ready.get_by_text("Nobody has seen your worry yet")).to_be_visible()

    context.set_offline(False)
    ready.goto(address("desk:home"))
    until(ready, "!(await alongsideKept.items()).length")

    assert Session.objects.get().concern == Concern.objects.get()


def swallow_the_answer(page: Page) -> None:
    """Send the form; the server takes it, and its answer is lost."""

    def swallow(route: Any) -> None:
        route.fetch()
        route.abort()

    page.route("**/offline/send/", swallow)
    with page.expect_event("requestfailed", lambda request: "offline/send" in request.url):
        save(page)
    page.unroute("**/offline/send/")


def test_an_answer_that_never_arrives_records_it_once(ready, match, address):
    """The server has it, and the phone does not know."""
    ready.goto(address("mentoring:offline-kept"))

    write(ready)
    swallow_the_answer(ready)
    assert Session.objects.count() == 1

    ready.get_by_role("button", name="Try again").click()
    expect(ready.get_by_text(SENT)).to_be_visible()

    assert Session.objects.count() == 1
    assert held(ready)["items"] == []


@pytest.fixture
def profile(browser_type: BrowserType, browser_type_launch_args: Any, tmp_path: Any) -> Iterator[Callable[[], Any]]:
    """profile() starts a browser whose memory outlives it."""
    started: list[BrowserContext] = []

    def start() -> BrowserContext:
        started.append(browser_type.launch_persistent_context(str(tmp_path), **browser_type_launch_args))
        return started[-1]

    yield start
    started[-1].close()


def test_nothing_is_lost_when_the_server_and_the_browser_die(profile, live_server, client, sam, match):
    client.force_login(sam)
    cookie = next(one for one in client.cookies.values() if "alongside" in one.key)
    gate = Gate((live_server.thread.host, live_server.thread.port))
    home = gate.url
    sign_in = {"name": cookie.key, "value": cookie.value, "url": home}
    phone = profile()
    phone.add_cookies([sign_in])
    page = phone.new_page()
    visit(page, home + reverse("desk:home"))
    gate.shut()

    for number, words in enumerate(("One", "Two", "Three"), 1):
        page.goto(home + reverse("mentoring:offline-kept"))
        write(page, words, at=f"000{number}")
        save(page)
        expect(page.locator("[data-kept-list] > li")).to_have_count(number)
    phone.close()
    phone = profile()
    page = phone.new_page()
    page.goto(home + reverse("desk:home"))
    expect(page.locator("[data-kept-list] > li")).to_have_count(3)

    gate.open()
    phone.add_cookies([sign_in])
    for tab in (page, phone.new_page()):  # both send at once
        tab.goto(home + reverse("desk:home"), wait_until="commit")
    until(page, "!(await globalThis.alongsideKept.items()).length")

    assert sorted(session.what_we_did for session in Session.objects.all()) == ["One", "Three", "Two"]
    gate.shut()


def test_half_a_sentence_is_kept_without_signal(ready, context, match, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    ready.get_by_label("Who was it with?").select_option(label="Jo")
    ready.get_by_label("What did you do together?").press_sequentially("Half a sentence")
    until(ready, "(await alongsideKept.items()).length")

    ready.goto("about:blank")
    ready.goto(address("mentoring:offline-kept"))
    ready.get_by_role("button", name="Go on writing").click()

    expect(ready.get_by_label("What did you do together?")).to_have_value("Half a sentence")
    expect(ready.get_by_label("Who was it with?")).to_have_value(match.ref)


def test_when_signed_out_it_waits_for_the_same_person(ready, context, signed_in, sam, address):
    ready.goto(address("mentoring:offline-kept"))
    context.clear_cookies()
    write(ready)
    save(ready)
    expect(ready.get_by_text("Waiting for you to sign in")).to_be_visible()
    assert not Session.objects.exists()

    signed_in(sam)
    ready.goto(address("desk:home"))
    until(ready, "!(await alongsideKept.items()).length")

    assert Session.objects.count() == 1


def test_what_will_not_do_is_kept_and_mended(ready, match, address):
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    ready.get_by_label("How long were you together?").fill("")
    save(ready)
    expect(ready.get_by_text("Something to put right")).to_be_visible()
    expect(ready.get_by_text("Enter how long you were together, in minutes")).to_be_visible()

    ready.get_by_role("button", name="Open and mend").click()
    expect(ready.get_by_label("What did you do together?")).to_have_value("Wrote to his sister.")
    ready.get_by_label("How long were you together?").fill("45")
    save(ready)
    expect(ready.get_by_text("Saved. Thank you for being there.")).to_be_visible()

    assert (Session.objects.count(), Draft.objects.count()) == (1, 0)
    assert held(ready)["items"] == []


def test_a_match_that_has_ended_keeps_the_words_for_the_coordinator(ready, context, match, address, now):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    matches.end(match=match, reason="moved away", by=None, at=now)
    context.set_offline(False)

    expect(ready.get_by_text("Show them to your coordinator")).to_be_visible()
    ready.get_by_text("What you wrote").click()

    expect(ready.get_by_text("Wrote to his sister.", exact=True).first).to_be_visible()
    assert not Session.objects.exists()


def test_two_versions_are_shown_and_the_mentor_chooses(ready, match, address):
    """The answer was lost, and the words were changed on the phone before it was sent again."""
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    swallow_the_answer(ready)
    ready.evaluate("""async () => {
      const who = await alongsideKept.me();
      const [item] = await alongsideKept.items();
      const what = await alongsideKept.words(who, item);
      what.fields = what.fields.map(([name, value]) => [name, name === "what_we_did" ? "Rang his sister." : value]);
      await alongsideKept.put(who, item.id, what, "waiting");
    }""")

    ready.get_by_role("button", name="Try again").click()
    row = ready.get_by_role("row", name="What did you do together?")
    expect(row).to_contain_text("Wrote to his sister.")
    expect(row).to_contain_text("Rang his sister.")
    ready.get_by_role("button", name="Put mine in its place").click()
    expect(ready.get_by_text(SENT)).to_be_visible()

    assert Session.objects.get().what_we_did == "Rang his sister."


def test_throwing_away_asks_first(ready, context, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    ready.once("dialog", lambda dialog: dialog.dismiss())
    ready.get_by_role("button", name="Throw away").click()
    expect(ready.get_by_text("Waiting for signal")).to_be_visible()

    ready.once("dialog", lambda dialog: dialog.accept())
    ready.get_by_role("button", name="Throw away").click()
    expect(ready.get_by_text("Waiting for signal")).to_be_hidden()

    assert held(ready)["items"] == []


def test_what_lies_on_the_phone_is_sealed_and_holds_no_record(ready, context, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    expect(ready.get_by_text("Waiting for signal")).to_be_visible()

    found = held(ready)

    assert len(found["items"]) == 1
    assert "sister" not in found["items"][0]["text"]
    assert found["extractable"] is False
    pages = [path for path in found["cached"] if not path.startswith("/static/")]
    assert pages == [reverse("mentoring:offline-kept")]


def test_signing_out_wipes_the_phone(ready, context, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    until(ready, "(await alongsideKept.items()).length")  # half written: it is not sent
    context.set_offline(False)
    ready.goto(address("accounts:security-account"))
    asked = []
    ready.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    ready.get_by_role("button", name="Sign out").click()
    ready.wait_for_url(lambda url: "security" not in url and "account" not in url)

    assert "1 thing you wrote is only on this phone" in asked[0]
    found = held(ready)
    assert found is None
    assert ready.evaluate("async () => (await caches.keys()).length") == 0


def test_somebody_else_sees_nothing_and_sends_nothing(ready, context, signed_in, make_user, yorkshire, sam, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    expect(ready.get_by_text("Waiting for signal")).to_be_visible()
    other = make_user("bryn", Role.PEER_MENTOR)
    mentor_for(other, yorkshire)
    context.clear_cookies()
    signed_in(other)
    context.set_offline(False)
    visit(ready, address("mentoring:sessions-log"))

    ready.goto(address("mentoring:offline-kept"))
    expect(ready.get_by_text("Everything you wrote has been sent.")).to_be_visible()

    assert "Jo" not in ready.get_by_label("Who was it with?").inner_text()
    assert (
        ready.evaluate("async () => (await alongsideKept.flush((await alongsideKept.items())[0].id)).state") != "sent"
    )
    assert not Session.objects.exists()
    assert "sister" not in held(ready)["items"][0]["text"]
    asked = []
    ready.goto(address("accounts:security-account"))
    ready.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    with ready.expect_event("dialog"):
        ready.get_by_role("button", name="Sign out").click()
    assert "What somebody else wrote waits here too." in asked[0]

    context.clear_cookies()
    signed_in(sam)
    visit(ready, address("desk:home"))
    until(ready, "!(await alongsideKept.items()).length")
    assert Session.objects.get().what_we_did == "Wrote to his sister."


def test_the_quick_way_out_locks_it_and_loses_nothing(ready, context, signed_in, sam, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    expect(ready.get_by_text("Waiting for signal")).to_be_visible()
    ready.get_by_label("What did you do together?").press_sequentially("The last words")
    for _ in range(3):
        ready.keyboard.press("Escape")
    ready.wait_for_timeout(500)

    ready.goto(address("mentoring:offline-kept"))
    expect(ready.get_by_text("Sign in first")).to_be_visible()
    expect(ready.get_by_text("Wrote to his sister.")).to_have_count(0)
    expect(ready.get_by_text("Jo", exact=True)).to_have_count(0)
    assert held(ready)["me"] == 0

    # The server still has them signed in, as it heard of nothing; whoever has the phone now gets nothing from that.
    context.set_offline(False)
    ready.goto(address("mentoring:offline-kept"))
    expect(ready.get_by_text("Sign in first")).to_be_visible()
    assert held(ready)["me"] == 0
    ready.goto(address("desk:home"))
    expect(ready.get_by_role("button", name="Sign in", exact=True)).to_be_visible()

    signed_in(sam)
    visit(ready, address("desk:home"))
    until(ready, "(await alongsideKept.items()).every((item) => item.state === 'writing')")
    assert Session.objects.get().what_we_did == "Wrote to his sister."
    ready.goto(address("mentoring:offline-kept"))
    expect(ready.get_by_text("Half written")).to_be_visible()


def test_whoever_left_without_signal_is_signed_out_when_it_is_back(page, context, signed_in, rosa, address):
    signed_in(rosa)
    page.goto(address("desk:home"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.set_offline(True)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_timeout(500)

    context.set_offline(False)
    page.goto(address("desk:home"))
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    signed_in(rosa)
    page.goto(address("desk:home"))
    page.wait_for_timeout(500)
    assert page.url == address("desk:home")


def test_after_an_hour_away_it_can_be_added_to_and_not_read(ready, context, address):
    context.set_offline(True)
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    save(ready)
    expect(ready.get_by_text("What you wrote")).to_have_count(1)

    later = int(timedelta(minutes=61).total_seconds() * 1000)
    ready.add_init_script(f"{{ const now = Date.now; Date.now = () => now() + {later}; }}")
    ready.reload()

    expect(ready.get_by_text("Sign in to read it")).to_be_visible()
    expect(ready.get_by_text("What you wrote")).to_have_count(0)
    write(ready, "Another one", at="0002")
    save(ready)
    expect(ready.get_by_text("Sign in to read it")).to_have_count(2)  # writing does not open what had closed


def test_an_old_phone_has_the_ordinary_form(ready, match, address):
    ready.add_init_script("delete window.indexedDB; Object.defineProperty(crypto, 'subtle', { value: undefined });")
    ready.goto(address("mentoring:offline-kept"))
    expect(ready.get_by_text("This phone cannot keep sessions without signal")).to_be_visible()

    ready.goto(address("mentoring:sessions-log_with", match.ref))
    ready.get_by_label("What time did it start?").fill("0001")
    ready.get_by_label("How long were you together?").fill("45")
    save(ready)
    expect(ready.get_by_text("Saved. Thank you for being there.")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_sound(ready, context, address, width, policy_errors):
    ready.set_viewport_size({"width": width, "height": 800})
    ready.goto(address("mentoring:offline-kept"))
    write(ready)
    ready.get_by_label("How long were you together?").fill("")
    save(ready)
    expect(ready.get_by_text("Something to put right")).to_be_visible()
    ready.get_by_text("What you wrote").click()

    axe_clean(ready)
    no_overflow(ready)
    tab_stops_visible(ready)
    no_policy_errors([error for error in policy_errors if "422" not in error])
