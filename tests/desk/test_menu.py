import pytest
from django.urls import reverse

from accounts.roles import Role
from desk.menu import GROUPS, groups_for

pytestmark = pytest.mark.django_db


def links(user):
    return [entry["url"] for group in groups_for(user) for entry in group["entries"]]


@pytest.mark.parametrize("role", list(Role))
def test_no_link_leads_to_a_locked_door(client, make_user, role):
    user = make_user("someone", role)
    client.force_login(user)
    closed = {url for url in links(user) if client.get(url).status_code not in (200, 302)}

    assert closed == set()


@pytest.mark.parametrize("role", list(Role))
def test_every_page_of_the_menu_is_there_for_those_who_may_open_it(client, make_user, role):
    user = make_user("someone", role)
    client.force_login(user)
    missing = [
        entry.name
        for _, entries in GROUPS
        for entry in entries
        if client.get(reverse(entry.name)).status_code == 200 and reverse(entry.name) not in links(user)
    ]

    assert missing == []


def test_a_stranger_has_only_what_everybody_has(client, max_):
    client.force_login(max_)
    text = client.get(reverse("desk:menu")).content.decode().split("<main")[1]

    assert "Concerns I raised" in text and "My account" in text
    assert "Matches" not in text and "Tasks" not in text
