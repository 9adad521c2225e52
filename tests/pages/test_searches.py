"""What is counted of searches, and what editors suggest first: nobody's own words are kept."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, OperationalError, connection, transaction
from django.test import Client
from wagtail.models import Locale, Page

from audit.models import Event
from common.transitions import NotAllowed
from pages.actions import promotions, searches
from pages.models import Promotion, SearchTally
from pages.rules.searches import answers, counted, oldest_kept, vocabulary
from pages.views import search as view
from tests.conftest import NOW
from tests.pages.reviewing import signed_in

pytestmark = pytest.mark.django_db
LIST = "/editing/searches/"


def tallies():
    return {(one.kind, one.word): one.count for one in SearchTally.objects.all()}


def suggest(page, words, order=1):
    return promotions.suggest(words=words, page=page, order=order, by=None, at=NOW)


def shown(text):
    """The titles of what is suggested, and of what was found below it."""
    suggested, _, found = text.partition('id="found"')
    return suggested, found


def test_a_suggested_page_stands_first_and_says_so(client, site_pages, make_guide):
    page = make_guide("Letters")
    suggest(page, "chaplain")

    text = client.get("/search/?q=the+chaplain").content.decode()

    assert text.index("Suggested") < text.index("Letters") < text.index("If you are in prison now")
    assert text.count(">Letters</a>") == 1


def test_they_stand_in_their_order_and_at_most_three(client, make_guide):
    for n, title in enumerate(("Fourth", "Third", "Second", "First")):
        suggest(make_guide(title), "chaplain", 4 - n)

    text = client.get("/search/?q=chaplain").content.decode().partition("Suggested")[2]

    assert text.index("First") < text.index("Second") < text.index("Third")
    assert "Fourth" not in text


@pytest.mark.parametrize(("promoted", "typed", "does"), [
    ("jail", "prison", True), ("prison food", "food in the nick", True), ("prison food", "prison", False),
    ("pa", "my personal adviser", True), ("letters", "letter", False), ("", "prison", False), ("prison", "", False),
])  # fmt: skip
def test_a_suggestion_answers_its_words_and_those_that_mean_the_same(promoted, typed, does):
    assert answers(promoted, typed) is does


def test_what_readers_do_not_have_is_not_suggested(client, make_guide):
    page = make_guide("Letters")
    suggest(page, "zeppelin")
    Page.objects.get(pk=page.pk).specific.unpublish()

    assert "Suggested" not in client.get("/search/?q=zeppelin").content.decode()


def test_a_page_is_suggested_in_its_own_language(client, make_guide):
    page = make_guide("Letters")
    suggest(page, "zeppelin")
    Page.objects.filter(pk=page.pk).update(locale=Locale.objects.get(language_code="cy"))

    assert "Suggested" not in client.get("/search/?q=zeppelin").content.decode()
    assert Promotion.objects.for_readers(Locale.objects.get(language_code="cy")).count() == 1


def test_editors_suggest_a_page_and_take_it_away(desk, make_guide):
    page = make_guide("Letters")
    sent = desk["evie"].post(f"{LIST}suggest/", {"words": " Birth  CERTIFICATE! ", "page": page.pk, "order": "1"})

    assert sent.status_code == 302
    promotion = Promotion.objects.get()
    assert promotion.words == "birth certificate"
    assert "birth certificate" in desk["mo"].get(LIST).content.decode()
    assert desk["mo"].post(f"{LIST}{promotion.ref}/take-away/").status_code == 302
    assert not Promotion.objects.exists()
    verbs = list(Event.objects.filter(verb__startswith="pages.promotion").order_by("pk").values_list("verb", flat=True))
    assert verbs == ["pages.promotion.suggested", "pages.promotion.dropped"]
    assert "certificate" not in str(
        list(Event.objects.filter(verb__startswith="pages.promotion").values_list("detail"))
    )


@pytest.mark.parametrize("changes", [{"words": ""}, {"words": "!!"}, {"page": "999999"}, {"order": "0"}])
def test_a_suggestion_needs_words_a_page_and_a_place(desk, make_guide, changes):
    page = make_guide("Letters")
    sent = desk["evie"].post(f"{LIST}suggest/", {"words": "letters", "page": page.pk, "order": "1"} | changes)

    assert sent.status_code == 422
    assert not Promotion.objects.exists()


def test_a_draft_cannot_be_suggested(desk, make_guide):
    page = make_guide("Letters", live=False)
    sent = desk["evie"].post(f"{LIST}suggest/", {"words": "letters", "page": page.pk, "order": "1"})

    assert sent.status_code == 422


def test_a_course_is_no_page_of_the_public_site_and_is_not_suggested(client, desk, site_pages):
    course = Page.objects.get(depth=1).add_child(instance=Page(title="Zeppelin course", live=True))
    sent = desk["evie"].post(f"{LIST}suggest/", {"words": "zeppelin", "page": course.pk, "order": "1"})
    suggest(course, "zeppelin")

    assert sent.status_code == 422
    assert "Suggested" not in client.get("/search/?q=zeppelin").content.decode()
    assert ("word", "zeppelin") not in tallies()


def test_those_who_only_review_see_the_list_and_suggest_nothing(desk, max_):
    assert desk["lee"].get(LIST).status_code == 200
    assert desk["lee"].get(f"{LIST}suggest/").status_code == 403
    assert signed_in(max_).get(LIST).status_code == 403


def test_twice_is_told_and_kept_once(make_guide):
    page = make_guide("Letters")
    suggest(page, "letters")
    with pytest.raises(NotAllowed):
        suggest(page, "letters")

    assert Promotion.objects.count() == 1


def test_only_words_of_ours_are_counted(client, site_pages):
    client.get("/search/", {"q": "Jo Bloggs jail adviser leaving care worker"})

    words = {word for kind, word in tallies() if kind == "word"}
    assert words == {"jail", "adviser", "pa"}
    assert tallies()["all", ""] == 1


def test_what_else_was_typed_stands_nowhere_in_the_database(client, site_pages):
    client.get("/search/", {"q": "zeppelin Bloggs 07700900123"})

    assert tallies() == {("all", ""): 1, ("nothing", ""): 1}
    assert not apps.is_installed("wagtail.contrib.search_promotions")
    assert [name for name in connection.introspection.table_names() if "searchpromotion" in name] == []
    kept = str([list(SearchTally.objects.values()), list(Event.objects.values())])
    assert not any(word in kept for word in ("zeppelin", "loggs", "07700"))


def test_a_count_knows_its_month_and_no_more():
    searches.count(words="prison", found=True, by=None, at=datetime(2026, 11, 30, 23, 59, tzinfo=UTC))
    searches.count(words="prison prison", found=True, by=None, at=datetime(2026, 11, 2, tzinfo=UTC))

    assert set(SearchTally.objects.values_list("month", flat=True)) == {date(2026, 11, 1)}
    assert tallies() == {("all", ""): 2, ("word", "jail"): 2}
    assert {field.name for field in SearchTally._meta.fields} == {"id", "month", "kind", "word", "count"}


def test_nothing_is_counted_where_nothing_was_asked(client, site_pages):
    for address in ("/search/", "/search/?q=", "/search/?q=!!"):
        client.get(address)
    client.head("/search/?q=prison")

    assert tallies() == {}


def test_a_search_answers_when_it_cannot_be_counted(client, site_pages, monkeypatch, caplog):
    def locked(**kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(view.searches, "count", locked)

    assert "If you are in prison now" in client.get("/search/?q=chaplain").content.decode()
    assert "chaplain" not in caplog.text


def test_numbers_are_shown_from_ten_on(desk):
    for word, count in (("jail", 10), ("pa", 9)):
        SearchTally.objects.create(month=date(2026, 11, 1), kind="word", word=word, count=count)
    SearchTally.objects.create(month=date(2026, 11, 1), kind="all", count=12)
    SearchTally.objects.create(month=date(2026, 11, 1), kind="nothing", count=3)

    text = " ".join(desk["evie"].get(LIST).content.decode().split())

    assert "Searches: 12. Found nothing: fewer than 10." in text
    assert "jail: 10" in text
    assert "pa:" not in text


def test_numbers_go_after_twelve_months():
    for month in (date(2025, 10, 1), date(2025, 11, 1), date(2026, 11, 1)):
        SearchTally.objects.create(month=month, kind="all", count=50)

    assert searches.forget(by=None, at=NOW) == 1
    assert searches.forget(by=None, at=NOW) == 0
    assert oldest_kept(date(2026, 11, 22)) == date(2025, 11, 1)
    assert oldest_kept(date(2026, 1, 31)) == date(2025, 1, 1)


def test_only_a_word_has_a_word():
    with pytest.raises(IntegrityError), transaction.atomic():
        SearchTally.objects.create(month=date(2026, 11, 1), kind="all", word="prison")


def test_short_words_of_titles_are_none_of_our_words():
    ours = vocabulary(["Were you in care?", "Letters"])

    assert ours == {"were", "care", "letters"}
    assert counted("you letters mary", ours=ours) == {"letters"}


def test_a_search_asks_the_database_as_often_for_many_suggestions(make_guide, django_assert_max_num_queries):
    page = make_guide("Letters")
    for n in range(20):
        suggest(page, f"zeppelin {n}")
    with django_assert_max_num_queries(34):
        Client().get("/search/?q=zeppelin+3")
