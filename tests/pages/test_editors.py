"""The editor opens to roles, and to nobody else."""

import pytest
from django.urls import reverse

from accounts.actions import users
from accounts.roles import Role
from audit.models import Entry
from pages.permissions import GROUPS
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

OTHERS = [role for role in Role if role not in GROUPS]


def test_editors_and_programme_managers_write(client, evie, marion, make_guide):
    guide = make_guide(live=False)

    for user in (evie, marion):
        client.force_login(user)
        assert client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).status_code == 200

    assert guide.permissions_for_user(evie).can_edit()


def test_an_administrator_sees_to_addresses_and_to_no_page(client, ada, make_guide):
    guide = make_guide()
    client.force_login(ada)

    assert client.get("/cms/sites/").status_code == 200
    assert client.get("/cms/redirects/").status_code == 200
    assert client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).status_code == 302
    assert not guide.permissions_for_user(ada).can_edit()


@pytest.mark.parametrize("path", ["/cms/users/", "/cms/groups/"])
def test_nobody_gives_rights_in_the_editor(client, ada, marion, path):
    for user in (ada, marion):
        client.force_login(user)
        assert client.get(path)["Location"] == "/cms/"


@pytest.mark.parametrize("role", OTHERS)
def test_to_every_other_role_the_editor_does_not_exist(client, make_user, role):
    client.force_login(make_user("someone", role))

    for path in ("/cms/", "/cms/pages/", "/cms/images/", "/cms/api/main/pages/"):
        assert client.get(path).status_code == 404


def test_a_stranger_is_asked_to_sign_in_at_our_door(client, db):
    assert client.get("/cms/pages/")["Location"] == "/account/login/?next=/cms/pages/"


@pytest.mark.parametrize(
    "path", ["/cms/login/", "/cms/password_reset/", "/cms/password_reset/confirm/x/y/", "/_util/login/"]
)
def test_wagtails_own_sign_in_leads_to_ours(client, db, path):
    assert client.get(path)["Location"] == "/account/login/?next=/cms/"
    assert client.post(path, {"username": "evie", "password": "x"})["Location"] == "/account/login/?next=/cms/"


def test_a_role_that_ended_closes_the_editor_at_the_next_request(client, evie):
    client.force_login(evie)
    assert client.get("/cms/").status_code == 200

    users.end_role(user=evie, role=Role.EDITOR, by=None, at=NOW)

    assert client.get("/cms/").status_code == 404
    assert not evie.groups.exists()


def test_the_trail_says_who_was_let_in_once(client, evie):
    client.force_login(evie)
    client.get("/cms/")
    client.get("/cms/")

    assert Entry.objects.filter(verb="pages.editor.admitted").count() == 1


@pytest.mark.parametrize("typed", ['"', "a*", "NEAR(", "'", "\\"])
def test_searching_in_the_editor_never_breaks(client, marion, site_pages, typed):
    client.force_login(marion)

    assert client.get("/cms/pages/search/", {"q": typed}).status_code == 200
    assert client.get("/cms/images/", {"q": typed}).status_code == 200
