"""Alerts: they come and go by the clock, on the pages that they concern, after a second person has agreed."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, TaskState

from audit.models import Event
from pages import content
from pages.actions import shipped
from pages.caching import shelf
from pages.models import Alert, ContactPoint, GuidePage, HomePage, Review
from pages.rules import alerts as rules
from tests.conftest import NOW
from tests.factories.pages import SHIPPED
from tests.pages.reviewing import signed_in
from tests.pages.test_packs import text_of

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
WELSH = {"title_cy": "Mae’r llinell wedi’i thorri", "words_cy": "Ysgrifennwch atom yn lle ffonio."}


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def make_alert(site_pages, clock):
    """An alert that stands now, for two hours more."""

    def make(title="The phone line is down", **changes) -> Alert:
        values = {"words": "Write to us instead.", "begins_at": NOW - HOUR, "ends_at": NOW + 2 * HOUR, **changes}
        made = Alert(title=title, live=False, **values)
        made.full_clean()
        made.save()
        made.save_revision().publish()
        return Alert.objects.get(pk=made.pk)

    return make


def shows(client, address="/help/", words="The phone line is down"):
    return words in client.get(address).content.decode()


def test_it_stands_at_the_top_of_the_page_and_says_until_when(client, make_alert):
    make_alert(level="important")
    text = client.get("/").content.decode()
    found = re.search(r'<section role="region"\s+aria-labelledby="alert-1".*?</section>', text, re.DOTALL)[0]

    assert "Important: <span>The phone line is down</span>" in " ".join(found.split())
    assert "Write to us instead." in found
    assert "Until 22 November 2026, 11.30am." in found
    assert "As of 22 November 2026." in found
    assert text.index("alert-1") < text.index("<h1")
    assert "style=" not in found
    assert len(text.encode()) < 50_000


def test_it_begins_and_ends_by_the_clock_though_pages_are_kept(client, make_alert, clock):
    make_alert(begins_at=NOW + timedelta(seconds=30), ends_at=NOW + timedelta(seconds=100))
    assert not shows(client)
    first = client.get("/help/")
    assert first["Cache-Control"] == "public, max-age=30"

    clock.shift(30)
    assert shows(client)
    clock.shift(50)
    assert shows(client)
    assert client.get("/help/")["Cache-Control"] == "public, max-age=20"
    clock.shift(20)
    assert not shows(client)
    assert client.get("/help/")["Cache-Control"] == "public, max-age=60"


def test_a_page_kept_before_is_not_given_again_past_the_moment(client, make_alert, clock):
    """Also by a shelf that keeps no time of its own."""
    make_alert(ends_at=NOW + timedelta(seconds=20))
    assert shows(client)
    assert client.get("/help/")["Cache-Control"] == "public, max-age=20"
    clock.shift(19)
    assert client.get("/help/")["Cache-Control"] == "public, max-age=1"
    clock.shift(1)

    assert not shows(client)


def test_it_is_seen_at_once_when_it_is_published_taken_down_or_changed(client, make_alert, marion):
    assert not shows(client)
    alert = make_alert()
    assert shows(client)
    alert.words = "Ring the office."
    alert.save_revision().publish()
    assert shows(client, words="Ring the office.")
    alert.unpublish()
    assert not shows(client)

    again = make_alert("Another")
    assert shows(client, words="Another")
    signed_in(marion).post(reverse("wagtailsnippets_pages_alert:delete", args=[again.pk]))
    assert not Alert.objects.filter(pk=again.pk).exists()
    assert not shows(client, words="Another")


@pytest.mark.parametrize(("where", "there", "gone"), [
    ("everywhere", ["/", "/help/", "/help/personal-adviser/", "/privacy/", "/councils/", "/search/"], []),
    ("help", ["/help/", "/help/personal-adviser/", "/contacts/", "/packs/"], ["/", "/privacy/", "/getting-in-touch/"]),
])  # fmt: skip
def test_it_shows_where_it_was_said_to(client, make_alert, where, there, gone):
    make_alert(shown_on=where)

    assert [address for address in there if not shows(client, address)] == []
    assert [address for address in gone if shows(client, address)] == []


def test_it_shows_on_one_page_and_below_it(client, make_alert):
    make_alert(shown_on="below", page=GuidePage.objects.get(slug="personal-adviser"))

    assert shows(client, "/help/personal-adviser/")
    assert shows(client, "/help/personal-adviser/large-print/")
    assert [one for one in ("/", "/help/", "/help/for-staff/") if shows(client, one)] == []


def test_one_for_a_prison_goes_into_its_packs_and_no_others(client, make_alert, leeds):
    make_alert("No visits on Friday", shown_on="prison", prison=leeds)
    guide = GuidePage.objects.live().first()
    assert not shows(client, f"/help/{guide.slug}/", "No visits on Friday")

    posted = {"guides": [guide.pk], "size": "plain"}
    _, text = text_of(client.post("/packs/", posted | {"prison": leeds.pk}))
    assert "Information: No visits on Friday" in text
    assert "Until 22 November 2026, 11.30am. As of 22 November 2026." in text
    _, text = text_of(client.post("/packs/", posted))
    assert "No visits on Friday" not in text


def test_it_goes_along_in_packs_while_it_stands(client, make_alert, clock):
    make_alert("On all", contact=ContactPoint.objects.get(key="samaritans"))
    make_alert("On one", shown_on="below", page=GuidePage.objects.get(slug="personal-adviser"))
    packed = ZipFile(BytesIO(client.get(reverse("pages:packs-take-along")).content))
    index, one, other = (packed.read(f"{name}.html").decode() for name in ("index", "personal-adviser", "for-staff"))

    assert all("On all" in text and "Samaritans: 116 123" in text for text in (index, one, other))
    assert "As of 22 November 2026." in index
    assert "On one" in one
    assert "On one" not in other
    clock.shift(3 * HOUR)
    later = ZipFile(BytesIO(client.get(reverse("pages:packs-take-along")).content))
    assert "On all" not in later.read("index.html").decode()


def test_a_welsh_page_has_it_in_welsh_or_says_that_it_is_english(client, make_alert):
    few = [page for page in content.SHIPPED if page.key in {"cy-home", "cy-help"}]
    shipped.place(pages=[*SHIPPED, *few], by=None, at=NOW)
    make_alert("Only in English", link_page=HomePage.objects.get(locale=Locale.get_active()))
    make_alert(**WELSH, level="danger")
    text = " ".join(client.get("/cy/help/").content.decode().split())

    assert "Perygl i fywyd: <span>Mae’r llinell wedi’i thorri</span>" in text
    assert 'Gwybodaeth: <span lang="en">Only in English</span> (Saesneg)' in text
    assert '<p lang="en">Write to us instead.</p>' in text
    assert "Tan 22 Tachwedd 2026, 11.30" in text
    assert '<a href="/cy/" >' in text or '<a href="/cy/">' in text
    assert "The phone line is down" not in text
    assert text.index("Perygl i fywyd") < text.index("Gwybodaeth")


def test_all_of_them_cost_one_look_and_none_while_pages_are_kept(client, make_alert, rosa):
    address = "/help/personal-adviser/"

    def spent(visit):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{address}?{visit}")
        return len([one for one in asked if "pages_alert" in one["sql"]]), len(asked)

    client.get(address)
    shelf().clear()
    one, _ = spent("a")
    none, before = spent("b")
    for n in range(5):
        make_alert(f"Alert {n}")
    client.get(f"{address}?c")

    assert (one, none) == (1, 0)
    assert spent("d") == (0, before)


@pytest.mark.parametrize(("changes", "field"), [
    ({"ends_at": NOW - 2 * HOUR}, "ends_at"),
    ({"ends_at": NOW + timedelta(days=90)}, "ends_at"),
    ({"shown_on": "below"}, "page"),
    ({"shown_on": "prison"}, "prison"),
    ({"title_cy": "Mae’n gas"}, "words_cy"),
    ({"words": "For each offender."}, "words"),
])  # fmt: skip
def test_what_cannot_stand_is_refused_with_the_reason(make_alert, changes, field):
    with pytest.raises(ValidationError) as wrong:
        make_alert(**changes)
    assert field in wrong.value.message_dict


def test_a_page_to_go_to_is_named_only_while_anybody_may_open_it(client, make_alert):
    staff = GuidePage.objects.get(slug="for-staff")
    make_alert(link_page=staff)
    assert shows(client, "/privacy/", staff.seo_title)
    assert shows(client, "/privacy/", 'href="/help/for-staff/"')
    staff.view_restrictions.create(restriction_type="login")
    shelf().clear()

    assert shows(client, "/privacy/")
    assert not shows(client, "/privacy/", staff.seo_title)


def test_it_has_one_way_on(make_alert, site_pages):
    with pytest.raises(ValidationError, match="one way on"):
        make_alert(link_page=site_pages, contact=ContactPoint.objects.first())


@pytest.mark.parametrize(("ends", "words"), [
    (datetime(2026, 12, 3, 17, tzinfo=UTC), "Until 3 December 2026, 5pm."),
    (datetime(2026, 12, 4, tzinfo=UTC), "Until the end of 3 December 2026."),
])  # fmt: skip
def test_its_end_is_said_as_people_say_it(ends, words):
    assert rules.until(ends) == words


# ---------------------------------------------------------------- Who writes it, and who agrees


@pytest.fixture
def form():
    def of(**changes):
        values = {
            "title": "The phone line is down", "words": "Write to us instead.", "level": "information",
            "begins_at": "2026-11-22 08:00", "ends_at": "2026-11-23 08:00", "shown_on": "everywhere", "page": "",
            "prison": "", "link_page": "", "contact": "", "title_cy": "", "words_cy": "",
        }  # fmt: skip
        return values | changes

    return of


def written(client, form, **extra):
    return client.post(reverse("wagtailsnippets_pages_alert:add"), form(**extra) | {"action-submit": "yes"})


def agree(client, alert, action="approve"):
    state = Alert.objects.get(pk=alert.pk).current_workflow_task_state
    where = reverse("wagtailsnippets_pages_alert:workflow_action", args=[alert.pk, action, state.pk])
    return client.post(where, {"comment": ""})


def test_it_goes_to_readers_when_a_second_person_agrees(client, site_pages, clock, form, evie, marion):
    assert written(signed_in(evie), form).status_code == 302
    alert = Alert.objects.get()
    assert not shows(client)
    agree(signed_in(marion), alert)

    assert shows(client)
    assert Review.objects.get().by == marion
    assert Event.objects.filter(verb="pages.alert.agreed").count() == 1


def test_nobody_agrees_to_their_own(client, site_pages, clock, form, marion):
    desk = signed_in(marion)
    written(desk, form)
    alert = Alert.objects.get()
    agree(desk, alert)

    assert not shows(client)
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS
    with pytest.raises(ValidationError):
        alert.get_latest_revision().publish(user=marion)


def test_nobody_publishes_past_the_second_person(client, site_pages, clock, form, marion):
    desk = signed_in(marion)
    desk.post(reverse("wagtailsnippets_pages_alert:add"), form() | {"action-publish": "yes"})

    assert not shows(client)
    assert "action-publish" not in desk.get(reverse("wagtailsnippets_pages_alert:add")).content.decode()


def test_a_yes_is_for_the_words_that_were_read(client, make_alert, form, evie, marion):
    alert = make_alert()
    desk = signed_in(evie)
    where = reverse("wagtailsnippets_pages_alert:edit", args=[alert.pk])
    desk.post(where, form(words="Something else.") | {"action-submit": "yes"})

    assert shows(client, words="Write to us instead.")
    agree(signed_in(marion), alert)
    assert shows(client, words="Something else.")


def test_who_may_write_one(site_pages, make_user, evie, marion, ada, rosa, form, clock, desk):
    add = reverse("wagtailsnippets_pages_alert:add")

    assert {name: signed_in(user).get(add).status_code for name, user in [("evie", evie), ("marion", marion)]} == {
        "evie": 200,
        "marion": 200,
    }
    assert desk["lee"].get(add).status_code == signed_in(ada).get(add).status_code == 302
    assert signed_in(rosa).get(add).status_code == 404


def test_the_preview_shows_it_as_readers_would_have_it(make_alert):
    alert = make_alert(level="danger")
    text = alert.make_preview_request().content.decode()

    assert "Danger to life" in text
    assert "Until 22 November 2026, 11.30am." in text


def test_editors_see_who_answers_for_each_and_until_when(client, make_alert, form, evie, marion, max_):
    make_alert("Yet to come", begins_at=NOW + HOUR)
    written(signed_in(evie), form)
    agree(signed_in(marion), Alert.objects.get(title="The phone line is down"))
    make_alert("Long over", begins_at=NOW - timedelta(days=41), ends_at=NOW - timedelta(days=40))
    text = " ".join(signed_in(evie).get(reverse("pages:alerts-index")).content.decode().split())

    assert "Written by Evie" in text
    assert f"Agreed by {marion}" in text
    assert "Yet to begin" in text
    assert "Stands now" in text
    assert "Long over" not in text
    client.force_login(max_)
    assert client.get(reverse("pages:alerts-index")).status_code == 403


def test_the_desk_tells_editors_when_one_is_about_to_end(client, make_alert, evie, rosa):
    make_alert("Ends soon")
    make_alert("Ends later", ends_at=NOW + timedelta(days=5))
    client.force_login(evie)
    text = client.get(reverse("desk:home")).content.decode()

    assert "Ends soon, until 22 November" in text
    assert "Ends later" not in text
    client.force_login(rosa)
    assert "Ends soon, until" not in client.get(reverse("desk:home")).content.decode()
