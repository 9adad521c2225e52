"""A real browser against a real server. Sockets are open here; nothing leaves the machine."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import TransactionTestCase
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.restoring import Snapshot
from tests.browser.walking import DESK, Walker, cookies_of, enter

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
REQUIRED = "browser" in os.environ.get("HOUSE_REQUIRE", "").split(",")
HERE = Path(__file__).parent

# Playwright runs an event loop in the thread of the test; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """pytest-base-url's own fixture warns under pytest 9; nothing of ours may."""
    config.addinivalue_line(
        "filterwarnings", "ignore:Session-scoped fixtures defined as instance methods:pytest.PytestRemovedIn10Warning"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests skip on a person's machine, and fail where they are required."""
    for item in items:
        if HERE not in item.path.parents:
            continue
        item.add_marker(pytest.mark.enable_socket)
        if not CHROMIUM.exists() and not REQUIRED:
            item.add_marker(pytest.mark.skip(reason=f"there is no Chromium at {CHROMIUM}"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": str(CHROMIUM),
        "args": [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            # Whatever no test answers for itself finds nobody.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            "--no-first-run",
        ],
    }


@pytest.fixture(scope="session")
def snapshot(django_db_setup: None, django_db_blocker: Any) -> Snapshot:
    """The database as the migrations left it."""
    with django_db_blocker.unblock():
        return Snapshot.take()


@pytest.fixture(scope="session", autouse=True)
def put_back(snapshot: Snapshot) -> Iterator[None]:
    """After a test with a live server Django empties every table. The trail refuses that, and what the migrations put
    in would be gone for the tests that follow: put the snapshot back instead.

    For the whole session: pytest-django clears up after a fixture of one test would have been undone.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: snapshot.put_back())
        yield


@pytest.fixture(autouse=True)
def nothing_leaves(context: BrowserContext, live_server: Any) -> list[str]:
    """The addresses outside that pages asked for. None of them is found: see the launch arguments.

    A route that answered them would switch off the browser's cache, and each page would fetch its forty files anew.
    """
    asked: list[str] = []

    def note(request: Any) -> None:
        if request.url.startswith("http") and not request.url.startswith(live_server.url):
            asked.append(request.url)

    context.on("request", note)
    return asked


@pytest.fixture
def elsewhere(context: BrowserContext) -> None:
    """Another site, which answers with an empty page."""
    context.route(
        re.compile(r"^https://"),
        lambda route: route.fulfill(status=200, content_type="text/html", body="<title>Elsewhere</title>"),
    )


@pytest.fixture
def policy_errors(page: Page) -> list[str]:
    """What the browser's console says went wrong, such as a breach of the content security policy."""
    found: list[str] = []

    def hear(message: Any) -> None:
        # Chromium looks for /favicon.ico by itself where an answer on the way is no page, and so names no icon.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            found.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def signed_in(context: BrowserContext, live_server: Any, client: Any) -> Callable[[Any], None]:
    """signed_in(user): the browser holds that person's session."""

    def enter(user: Any) -> None:
        client.force_login(user)
        context.add_cookies(cookies_of(client, live_server.url))

    return enter


@pytest.fixture
def arrive(browser: Browser, live_server: Any) -> Iterator[Callable[..., Walker]]:
    """arrive(user): somebody at a browser of their own, signed in; arrive(): without a login. `scripted=False` turns
    JavaScript off.
    """
    contexts: list[BrowserContext] = []

    def arrive(user: Any = None, size: Any = DESK, *, scripted: bool = True) -> Walker:
        own = browser.new_context(viewport=size, java_script_enabled=scripted, reduced_motion="reduce")
        own.set_default_timeout(10_000)
        contexts.append(own)
        if user is not None:
            enter(own, user, live_server.url)
        return Walker(own.new_page(), live_server.url)

    yield arrive
    for own in contexts:
        own.close()
