"""Every text to people: its fate and never its words, for those who look after them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from audit.models import Entry
from messaging.models import Text
from people import counting_texts, texted
from people.actions import persons
from people.filters.sent_texts import GROUPS
from tests.matrix.fixtures_texts import held, not_gone, promised

pytestmark = pytest.mark.django_db
URL = reverse("people:sent_texts-index")


@pytest.fixture
def shown(client, sign_in):
    def main(user, **asked):
        return sign_in(client, user).get(URL, asked).text.split("<main")[1]

    return main


def written(texts, now):
    return counting_texts.figures(texts, at=now)[0].week


def glance(page):
    """The numbers in the figures at the top."""
    body = page.split("<tbody")[1].split(">", 1)[1].split("</tbody>")[0]
    return set(re.findall(r"\b\d+\b", strip_tags(body.replace("<", " <"))))


@pytest.fixture
def text(jo, now):
    return not_gone(jo, now, "gone")


def test_it_says_who_what_about_how_far_and_why(shown, rosa, jo, text):
    page = shown(rosa)

    for words in (
        jo.preferred_name,
        "A meeting is near",
        "…123",
        "tag--stop",
        "May not be sent",
        "They are in custody.",
    ):
        assert words in page


def test_no_words_and_no_whole_number_are_shown(shown, rosa, text):
    page = shown(rosa)

    assert "…123" in page
    for secret in ("123456", "your code", "900123", "7700"):
        assert secret not in page


def test_the_newest_comes_first(shown, rosa, jo, now):
    not_gone(jo, now - timedelta(days=2), "old", why="The old one.")
    not_gone(jo, now, "new", why="The new one.")
    page = shown(rosa)

    assert page.index("The new one.") < page.index("The old one.")


def test_it_is_found_by_how_far_and_by_day(shown, rosa, text, now):
    day, next_day = (f"{now:%Y-%m-%d}", f"{now + timedelta(days=1):%Y-%m-%d}")

    assert "in custody" in shown(rosa, far="not-gone", written_from=day, written_to=day)
    assert "in custody" not in shown(rosa, far="waiting")
    assert "in custody" not in shown(rosa, written_from=next_day)


def test_each_status_stands_in_one_group():
    assert sorted(status for _, group in GROUPS.values() for status in group) == sorted(Text.Status.values)


def test_another_team_finds_nothing_and_counts_nothing(shown, rosa, gwen, text, now):
    assert "in custody" in shown(rosa) and "in custody" not in shown(gwen)
    assert written(texted.texts_of(rosa), now) == 1
    assert written(texted.texts_of(gwen), now) == 0


def test_the_page_counts_what_the_list_holds(shown, rosa, gwen, text):
    Text.objects.update(created_at=timezone.now())

    assert glance(shown(rosa)) - glance(shown(gwen)) == {"1"}
    assert glance(shown(gwen)) == {"0"}


def test_managers_and_leads_see_all_teams(shown, marion, nadia, text):
    assert "in custody" in shown(marion)
    assert "in custody" in shown(nadia)


def test_a_mentor_is_refused(client, sign_in, sam, text):
    assert sign_in(client, sam).get(URL).status_code == 403


def test_nobody_sees_their_own(shown, marion, yorkshire, now):
    own = persons.add(preferred_name="Marion", team=yorkshire, by=None, at=now)
    not_gone(own, now, "own")
    assert "in custody" in shown(marion)

    persons.link_login(person=own, login=marion, by=None, at=now)
    assert "in custody" not in shown(marion)


def test_what_it_showed_is_in_the_trail(shown, rosa, text):
    shown(rosa)
    assert text.ref in str(Entry.objects.filter(verb="people.text.listed").values().get())


def test_the_figures_are_of_the_last_week_and_month(jo, now):
    not_gone(jo, now - timedelta(days=1), "a")
    not_gone(jo, now - timedelta(days=8), "b", status="expired")
    not_gone(jo, now - timedelta(days=31), "c")
    held(jo, now, "d")
    promised(jo, now, "e")
    found = {one.words: (one.week, one.month) for one in counting_texts.figures(Text.objects.all(), at=now)}

    assert found["Written"] == (3, 4)
    assert found["May not be sent"] == (1, 1)
    assert found["Too late to be of use"] == (0, 1)
    assert found["Held for somebody to decide"] == (1, 1)
    assert found["Delivered"] == (0, 0)
