"""The pieces of pages: what they are given is shown, and never run. The frame holds with nothing at all."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views import defaults

from common import gallery, views
from common.icons import DRAWINGS, draw
from common.requests import request_id

# The frame of a page asks the database for its footer.
pytestmark = pytest.mark.django_db

EVIL = '"><script>alert(1)</script>'


def drawn(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context)


@pytest.fixture
def visit():
    """A request as the middleware hands it to a view."""
    request = RequestFactory().get("/somewhere/")
    request.user = AnonymousUser()
    request._messages = []
    return request


# ---------------------------------------------------------------- Nothing they are given is run

PIECES = [
    "{% card evil tone='sun' %}{{ evil }}{% endcard %}",
    "{% notice title=evil %}{{ evil }}{% endnotice %}",
    "{% details evil %}{{ evil }}{% enddetails %}",
    "{% care_card evil urgency='now' %}{{ evil }}{% endcare_card %}",
    "{% buttons %}{{ evil }}{% endbuttons %}",
    "{% tag evil tone='go' %}",
    "{% facts rows %}",
    "{% steps 1 3 evil %}",
    "{% figure_card evil evil %}",
    "{% nothing_yet evil url=evil action=evil %}",
    "{% timeline entries %}",
    "{% back evil evil %}",
    "{% errors form %}",
    "{% include 'components/form_page.html' with title=evil lede=evil back=evil button=evil draft=evil cancel=evil %}",
    "{% include 'components/header.html' %}",
    "{% include 'components/tabbar.html' %}",
    "{% include 'components/footer.html' %}",
    "{% include 'components/messages.html' %}",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_never_runs_what_it_is_given(piece):
    way = {"label": EVIL, "url": EVIL, "icon": "home", "current": True, "lang": EVIL}
    form = gallery.SampleForm({"who": EVIL})
    form.add_error(None, EVIL)
    page = drawn(
        piece,
        evil=EVIL,
        rows=[(EVIL, EVIL), {"name": EVIL, "value": EVIL, "url": EVIL, "verb": EVIL}],
        entries=[{"when": date(2026, 11, 2), "title": EVIL, "who": EVIL, "text": EVIL, "url": EVIL}],
        form=form,
        csrf_token="token",
        nav=[way],
        tabs=[way],
        home=EVIL,
        footer_links=[way],
        help_line={"words": EVIL, "number": EVIL},
        messages=[Message(constants.SUCCESS, EVIL)],
    )

    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("template", sorted(Path("templates").rglob("*.html")), ids=str)
def test_no_template_holds_a_style_or_a_script_of_its_own(template):
    text = template.read_text()

    assert ' style="' not in text
    assert "<style" not in text
    assert not any(f" {event}=" in text for event in ("onclick", "onchange", "onsubmit", "onload"))
    for script in text.split("<script")[1:]:
        assert "src=" in script.split(">")[0] or 'type="application/json"' in script.split(">")[0]


# ---------------------------------------------------------------- They say what they should


def test_a_status_is_said_in_words_and_toned():
    page = drawn("{% status record %}", record=gallery.SampleRecord("back"))

    assert page.strip().endswith('<span class="tag tag--stop">Sent back</span>')


def test_a_status_without_tones_is_still_said():
    class Bare:
        status = "new"

        def get_status_display(self):
            return "New"

    assert '<span class="tag">New</span>' in drawn("{% status record %}", record=Bare())


def test_a_fact_that_is_not_known_says_so():
    assert "Not known" in drawn("{% facts rows %}", rows=[("Telephone", None)])


def test_a_moment_is_said_with_its_time_and_a_day_without():
    page = drawn(
        "{% timeline entries %}",
        entries=[
            {"when": datetime(2026, 7, 17, 13, 5, tzinfo=UTC), "title": "Met"},
            {"when": date(2026, 11, 2), "title": "Asked"},
        ],
    )

    assert "17 July 2026, 2.05pm" in page
    assert "2 November 2026</span>" in page


def test_every_icon_is_passed_over_by_screen_readers():
    assert all('aria-hidden="true"' in draw(name) for name in DRAWINGS)


def test_an_icon_that_is_not_there_names_those_that_are():
    with pytest.raises(KeyError, match="calendar"):
        draw("zebra")


def test_a_second_button_sends_a_draft():
    page = drawn(
        "{% include 'components/form_page.html' with draft='Finish later' %}", form=gallery.SampleForm(), csrf_token="t"
    )

    assert '<button type="submit" class="btn btn--soft" name="draft" value="1">Finish later</button>' in page


def test_a_form_with_files_is_sent_as_one():
    page = drawn("{% include 'components/form_page.html' %}", form=gallery.SampleForm(), csrf_token="t")

    assert 'enctype="multipart/form-data"' in page


# ---------------------------------------------------------------- The frame


def test_the_frame_holds_with_nothing_at_all():
    page = render_to_string("layouts/public.html")

    assert 'href="#main"' in page
    assert "Leave" in page
    assert "tabbar" not in page


def test_a_page_with_errors_says_so_in_its_title():
    assert "<title>Error: " in render_to_string("layouts/public.html", {"form": gallery.SampleForm({})})
    assert "<title>Alongside" in render_to_string("layouts/public.html", {"form": gallery.SampleForm()})


def test_a_stranger_leaves_by_a_link_that_tells_nothing():
    page = render_to_string("layouts/public.html")

    assert 'rel="noreferrer nofollow"' in page
    assert "<form" not in page


def test_people_who_are_signed_in_leave_by_a_form_that_signs_them_out(rf, sam):
    request = rf.get("/")
    request.user = sam
    request._messages = []
    page = render_to_string("layouts/desk.html", {}, request)

    assert 'action="/components/leave/"' in page
    assert 'data-leave="https://www.bbc.co.uk/weather"' in page


def test_leaving_signs_out_and_goes_on(client, sam):
    client.force_login(sam)
    page = client.post("/components/leave/")

    assert page.status_code == 200
    assert b'content="0; url=https://www.bbc.co.uk/weather"' in page.content
    assert "_auth_user_id" not in client.session


def test_a_page_that_is_too_old_for_its_seal_still_lets_people_go(sam):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(sam)

    assert strict.post("/components/leave/").status_code == 200
    assert "_auth_user_id" not in strict.session


def test_a_link_cannot_sign_anyone_out(client, sam):
    client.force_login(sam)

    assert client.get("/components/leave/").status_code == 405
    assert "_auth_user_id" in client.session


# ---------------------------------------------------------------- When something goes wrong


@pytest.mark.parametrize(("name", "status"), [(name, status) for name, (_, status) in gallery.PROBLEMS.items()])
def test_the_pages_of_trouble_can_be_looked_at(visit, name, status):
    assert views.problem(visit, name).status_code == status


def test_a_trouble_that_is_not_one_is_not_found(visit):
    with pytest.raises(Http404):
        views.problem(visit, "zebra")


def test_not_found_says_the_same_for_what_is_hidden_and_what_is_not_there(visit):
    hidden = defaults.page_not_found(visit, Http404("No Person matches the given query."))
    missing = defaults.page_not_found(visit, Http404())

    assert hidden.content == missing.content
    assert b"Person" not in hidden.content


def test_the_page_of_our_own_faults_needs_no_database_and_no_context(visit, django_assert_num_queries, db):
    token = request_id.set("7h2kq09vxt4m")
    try:
        with django_assert_num_queries(0):
            page = defaults.server_error(visit)
    finally:
        request_id.reset(token)

    assert page.status_code == 500
    assert b"7h2kq09vxt4m" in page.content


def test_not_allowed_says_why_nothing_about_the_page(visit):
    page = defaults.permission_denied(visit, PermissionDenied("secret reason"))

    assert page.status_code == 403
    assert b"secret reason" not in page.content


# ---------------------------------------------------------------- A form whose seal does not fit

TYPED = {"what_happened": "We talked <b>long</b>", "password": "hunter2", "csrfmiddlewaretoken": "x", "empty": ""}


def refused(**headers):
    request = RequestFactory().post("/somewhere/", TYPED, headers=headers)
    request.user = AnonymousUser()
    request._messages = []
    return views.csrf_failure(request)


def test_what_was_typed_is_shown_again_to_be_copied():
    page = refused(sec_fetch_site="same-origin")

    assert page.status_code == 403
    assert "What happened" in page.content.decode()
    assert "We talked &lt;b&gt;long&lt;/b&gt;" in page.content.decode()
    assert 'href="/somewhere/"' in page.content.decode()


def test_passwords_and_tokens_are_never_shown_again():
    page = refused(sec_fetch_site="same-origin").content.decode()

    assert "hunter2" not in page
    assert "Csrfmiddlewaretoken" not in page


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_strangers_words_are_not_shown_under_our_name(site):
    page = refused(sec_fetch_site=site).content.decode()

    assert "We talked" not in page
    assert "/somewhere/" not in page
