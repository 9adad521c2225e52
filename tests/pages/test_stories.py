"""Stories as readers meet them: shown while whoever told one says yes to these very words, and never without."""

import json

import pytest
from django.core.exceptions import ValidationError

from pages.actions import story_consents
from pages.models import StoryPage
from pages.rules import story_consents as rules
from pages.tasks import make_missing_sizes
from tests.conftest import NOW
from tests.factories import stories
from tests.pages.rules.test_pictures import drawn

pytestmark = pytest.mark.django_db
WHERE = "/stories/every-letter/"


@pytest.fixture
def story(site_pages):
    return stories.a_story()


@pytest.fixture
def shown(story, evie):
    stories.say_yes(story, evie)
    return stories.publish(story)


def test_it_is_shown_with_what_it_talks_about_first_and_help_at_its_foot(client, shown):
    got = client.get(WHERE)
    text = got.text

    assert got.status_code == 200
    assert dict(got.cookies) == {}
    assert text.index("This story talks about:") < text.index(stories.SAID) < text.index("bring something up")
    assert "Told by Wren" in " ".join(text.split())
    assert "116 123" in text
    assert "made-up" not in text


def test_the_list_has_the_newest_first_and_pages_of_twelve(client, site_pages, evie):
    for n in range(13):
        page = stories.a_story(f"Story {n:02}", slug=f"story-{n}")
        stories.say_yes(page, evie)
        stories.publish(page)
    text = client.get("/stories/").text

    assert text.index("Story 12") < text.index("Story 11") < text.index("Story 01")
    assert "Story 00" not in text
    assert "Story 00" in client.get("/stories/?page=2").text
    assert [client.get(f"/stories/?page={page}").status_code for page in ("0", "x", "99999999999")] == [200] * 3


def test_an_empty_list_says_why_and_where_to_go(client, story):
    text = client.get("/stories/").text

    assert "they can take it back at any time" in text
    assert 'href="/getting-in-touch/"' in text
    assert "Every letter" not in text


def test_without_a_yes_it_is_not_published(story):
    with pytest.raises(ValidationError, match="Nobody has said yes"):
        stories.publish(story)
    assert not StoryPage.objects.get().live


@pytest.mark.parametrize(("changes", "says"), [
    ({"talks_about": ""}, "Say what this story talks about"),
    ({"topic": ""}, "Say what it is about"),
    ({"body": [{"type": "heading", "value": ""}]}, "A heading is empty"),
])  # fmt: skip
def test_half_a_story_is_not_published(site_pages, evie, changes, says):
    page = stories.a_story(**changes)
    stories.say_yes(page, evie)
    with pytest.raises(ValidationError, match=says):
        stories.publish(page)


def test_a_yes_to_other_places_is_none_to_this_site(story, evie):
    stories.say_yes(story, evie, places=["in_leaflets"])
    with pytest.raises(ValidationError, match="did not say yes to this website"):
        stories.publish(story)


def test_new_words_wait_until_they_have_seen_them(client, shown, evie):
    changed = stories.change(shown, "I kept every letter, and burnt one.")
    assert rules.NEW_WORDS in [one.sentence for one in changed.findings_in(changed.get_latest_revision())]
    with pytest.raises(ValidationError, match="The words have changed"):
        stories.publish(changed)
    assert "burnt" not in client.get(WHERE).text

    consent = changed.consent()
    draft = changed.get_latest_revision_as_object()
    story_consents.renew(
        consent=consent, page=changed, seen=draft.words(), how="letter", given_on=stories.GIVEN,
        expires_on=stories.UNTIL, by=evie, at=NOW,
    )  # fmt: skip
    stories.publish(changed)
    assert "burnt" in client.get(WHERE + "?now").text


def test_spaces_are_no_new_words(shown):
    stories.publish(stories.change(shown, f" {stories.SAID.replace(' ', '  ')} "))


def test_a_copy_needs_a_yes_of_its_own(shown):
    copy = shown.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    with pytest.raises(ValidationError, match="Nobody has said yes"):
        stories.publish(copy)


def test_no_name_is_shown_of_whoever_wants_none(client, story, evie):
    stories.say_yes(story, evie, named="none", name="Wren")
    stories.publish(story)

    assert "Told by" not in client.get(WHERE).text
    assert "Wren" not in client.get("/stories/").text


def test_what_may_not_be_shared_is_hidden_from_search_engines(client, story, evie):
    stories.say_yes(story, evie, places=["on_site"])
    stories.publish(story)
    text = client.get(WHERE).text

    assert 'content="noindex"' in text
    assert "og:description" not in text
    assert WHERE not in client.get("/sitemap.xml").text


def test_what_may_be_is_in_the_sitemap(client, shown):
    assert "noindex" not in client.get(WHERE).text
    assert WHERE in client.get("/sitemap.xml").text


@pytest.fixture
def pictured(site_pages, evie, client):
    picture = a_picture(client, evie)
    block = {"type": "picture", "value": {"image": picture.pk, "decorative": False, "alt_text": "A letter"}}
    page = stories.a_story(body=[*stories.text(), block])
    return page, picture


def a_picture(client, user):
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.urls import reverse

    from pages.models import Picture

    client.force_login(user)
    file = SimpleUploadedFile("x.jpg", drawn(size=(1200, 900)), "image/jpeg")
    client.post(reverse("wagtailimages:add_multiple"), {"files[]": file, "collection": 1})
    client.logout()
    make_missing_sizes.call()
    return Picture.objects.get()


def test_pictures_need_a_yes_too(pictured, evie):
    page, _ = pictured
    stories.say_yes(page, evie, pictures=False)
    with pytest.raises(ValidationError, match="did not say yes to pictures"):
        stories.publish(page)


def test_another_picture_is_a_new_story(pictured):
    page, _ = pictured
    words = page.words()
    page.body = json.dumps(stories.text())
    assert page.words() != words


def test_a_live_page_without_a_yes_is_shown_to_nobody_all_the_same(client, shown):
    from pages.models import StoryConsent

    StoryConsent.objects.update(on_site=False)
    assert client.get(WHERE).status_code == 410
