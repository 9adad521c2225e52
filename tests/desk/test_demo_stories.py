"""The stories of the demonstration say that nobody lived them, and a real site comes with none."""

import pytest

from accounts.roles import Role
from common.dates import local_day
from desk.demo import stories
from pages import content
from pages.actions import shipped
from pages.models import StoryConsent, StoryPage
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(make_user):
    shipped.place(pages=[page for page in content.SHIPPED if page.key in {"home", "stories"}], by=None, at=NOW)
    stories.load(logins={"edith": make_user("edith", Role.EDITOR, name="Edith")}, at=NOW)


def test_each_says_that_it_is_made_up(client, told):
    pages = list(StoryPage.objects.live())

    assert len(pages) == 3
    for page in pages:
        text = client.get(page.url).text
        assert "This is a made-up story, to show how the page looks." in text
        assert f"This story talks about: {page.talks_about}" in " ".join(text.split())


def test_they_show_what_there_is_to_do(told):
    assert StoryConsent.objects.to_ask_again(local_day(NOW)).count() == 1
    assert StoryPage.objects.for_paper().count() == 2


def test_a_real_site_comes_without_any():
    assert not [page for page in content.SHIPPED if page.model == "StoryPage"]
