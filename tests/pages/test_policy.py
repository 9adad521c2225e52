"""The content policy: strict everywhere, a little looser under /cms/, and frames for previews alone."""

import pytest

from tests.pages.test_content import ADDRESSES

pytestmark = pytest.mark.django_db


def policy(response) -> dict[str, str]:
    directives = response["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


STRICT = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
    "worker-src": "'self'",
}


@pytest.mark.parametrize("address", [*ADDRESSES, "/search/?q=x", "/robots.txt", "/nowhere/", "/account/login/"])
def test_our_own_pages_are_strict(client, site_pages, address):
    response = client.get(address)

    assert policy(response) == STRICT
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_a_page_kept_for_visitors_is_as_strict_as_when_it_was_made(client, site_pages):
    client.get("/help/")

    assert policy(client.get("/help/")) == STRICT


def test_the_editor_runs_no_script_that_stands_in_a_page(client, marion, site_pages):
    client.force_login(marion)

    found = policy(client.get("/cms/"))

    assert found["script-src"] == "'self'"
    assert found["frame-ancestors"] == "'none'"
    assert found.keys() - STRICT.keys() == {"style-src-elem"}


def test_only_a_preview_may_stand_in_a_frame_and_only_in_ours(make_guide):
    found = policy(make_guide(live=False).make_preview_request())

    assert found == STRICT | {"frame-ancestors": "'self'"}


def test_the_editors_pages_hold_no_script_of_their_own(client, marion, make_guide):
    """Wagtail's date fields would write one each; ours name their picker instead."""
    guide = make_guide()
    client.force_login(marion)

    page = client.get(f"/cms/pages/{guide.pk}/edit/").content.decode()

    assert page.count('data-picker="initDate') >= 4
    assert "<script>" not in page
