import json

import pytest
from django.urls import reverse
from wagtail.models import Locale

from pages.models import EasyReadPage, Edition, GuidePage, HomePage
from tests.pages.conftest import WORDS

pytestmark = pytest.mark.django_db
NEW = json.dumps([{"type": "paragraph", "value": "<p>Ask by letter. Ring 116 123.</p>"}])


@pytest.fixture
def guide(make_guide):
    made = make_guide()
    made.save_revision().publish()
    return made


@pytest.fixture
def easy(guide):
    line = {"type": "line", "value": {"symbol": "letter", "says": "You can write to us."}}
    page = guide.add_child(
        instance=EasyReadPage(
            title="Letters. Easy read",
            slug="easy-read",
            summary="Write to us.",
            based_on=1,
            body=json.dumps([line]),
            checked_on=guide.checked_on,
            locale=guide.locale,
        )  # fmt: skip
    )
    page.save_revision().publish()
    return page


def rewrite(guide):
    guide = GuidePage.objects.get(pk=guide.pk)
    guide.body = NEW
    guide.save_revision().publish()
    return guide


def test_a_reader_changes_format_by_links_and_keeps_no_cookie(client, guide, easy):
    response = client.get("/help/letters/")
    text = response.content.decode()

    for address in ("easy-read/", "large-print/", "read-aloud/"):
        assert f'href="/help/letters/{address}"' in text
        assert f'href="/help/letters/{address}"\n' in client.get(f"/help/letters/{address}").content.decode()
    assert not response.cookies


def test_easy_read_shows_a_drawing_and_a_sentence(client, easy):
    text = client.get("/help/letters/easy-read/").content.decode()

    assert "You can write to us." in text
    assert '<div class="easy-line">' in text
    assert "<svg" in text[text.index("easy-line") :]


def test_the_script_to_read_aloud_says_numbers_in_words(client, guide):
    rewrite(guide)

    text = client.get("/help/letters/read-aloud/").content.decode()

    assert "Ring one one six, one two three." in text


def test_large_print_is_the_same_page_in_large_letters(client, guide):
    text = client.get("/help/letters/large-print/").content.decode()

    assert "prose large-print" in text
    assert "Ask the council that looked after you." in text


def test_a_guide_without_easy_read_does_not_offer_it(client, guide):
    assert "/help/letters/easy-read/" not in client.get("/help/letters/").content.decode()


def test_who_reads_in_large_print_stays_in_large_print(client, make_guide):
    visits = make_guide("Visits")
    link = f'<p>Read <a linktype="page" id="{visits.pk}">about visits</a> and <a href="/packs/">packs</a>.</p>'
    make_guide(body=json.dumps([{"type": "paragraph", "value": link}]))

    large = client.get("/help/letters/large-print/").content.decode()
    assert '<a href="/help/visits/large-print/">about visits</a>' in large
    assert '<a href="/packs/">packs</a>' in large
    assert "/help/visits/large-print/" not in client.get("/help/letters/").content.decode()


def test_editors_see_which_reading_age_each_page_asks_for(client, marion, make_guide):
    hard = "<p>Notwithstanding considerable organisational difficulties, authorities must comprehensively evaluate.</p>"
    guide = make_guide("A hard one", live=False, body=json.dumps([{"type": "paragraph", "value": hard * 10}]))
    GuidePage.objects.filter(pk=guide.pk).update(live=True)  # as before there was a check
    client.force_login(marion)
    text = " ".join(client.get(reverse("pages_reading")).content.decode().split())

    assert "(too hard)" in text[text.index("A hard one") :][:400]
    assert "(too hard)" not in text[text.index("Your personal adviser until 25") :][:400]


def test_a_version_is_counted_only_when_the_words_are_new(client, guide):
    guide.save_revision().publish()
    assert Edition.objects.current(guide.pk) == 1

    rewrite(guide)
    assert Edition.objects.current(guide.pk) == 2
    assert "Version 2 of this guide." in client.get("/help/letters/").content.decode()


def test_easy_read_that_is_behind_says_so_to_readers_and_to_editors(client, marion, guide, easy):
    assert "behind version" not in client.get("/help/letters/easy-read/").content.decode()

    rewrite(guide)

    assert "behind version 2 of the guide" in client.get("/help/letters/easy-read/?again").content.decode()
    client.force_login(marion)
    assert "Letters. Easy read" in client.get(reverse("pages_behind")).content.decode()


def test_the_report_is_empty_where_all_have_kept_up_and_closed_to_strangers(client, marion, max_, easy):
    client.force_login(marion)
    assert "No format is behind its guide." in client.get(reverse("pages_behind")).content.decode()

    client.force_login(max_)
    assert client.get(reverse("pages_behind")).status_code == 404


def test_welsh_that_is_behind_says_so_in_welsh(client, guide):
    cy = Locale.objects.get(language_code="cy")
    for page in (HomePage.objects.get(), guide.get_parent().specific):
        page.copy_for_translation(cy).save_revision().publish()
    welsh = guide.copy_for_translation(cy)
    welsh.based_on = 1
    welsh.body = json.dumps([WORDS])
    welsh.save_revision().publish()

    rewrite(guide)

    assert Edition.objects.current(welsh.pk) is None
    text = client.get("/cy/help/letters/").content.decode()
    assert "fersiwn 2" in text
    assert "read-aloud" not in text
    assert client.get("/cy/help/letters/read-aloud/").status_code == 404


@pytest.mark.parametrize("field", ["based_on", "checked_on", "body"])
def test_easy_read_without_its_facts_is_not_published(easy, field):
    setattr(easy, field, "" if field == "body" else None)

    assert set(easy.missing()) == {field}


def test_easy_read_can_be_previewed_before_it_is_written(guide):
    assert EasyReadPage(title="", locale=guide.locale).make_preview_request().status_code == 200
