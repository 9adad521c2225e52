"""Lists: pages, sorting, filters, searching, and what none of them may ever give away."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from common import addresses
from common.paging import keys_for
from common.text import clean
from people.models import Person
from places.models import Establishment, LocalAuthority, Post, Team
from tests.common.lists import make_council, make_prisons

HERE = "/try/prisons/"


pytestmark = pytest.mark.usefixtures("doors_of_lists")


def names(response) -> str:
    return "".join(row.name for row in response.context["listing"].page.rows)


def walk(client, url: str, way: str = "next", show=names) -> list[str]:
    """What each page shows, from `url` to the end."""
    seen = []
    while url and len(seen) < 50:
        response = client.get(url)
        assert response.status_code == 200
        seen.append(show(response))
        url = getattr(response.context["listing"], f"{way}_url")
    return seen


class TestPages:
    def test_show_every_row_once_in_order(self, reader, council):
        make_prisons("gcaebdfh", council)
        assert walk(reader, HERE) == ["abc", "def", "gh"]

    def test_can_be_read_backwards(self, reader, council):
        make_prisons("gcaebdfh", council)
        last = Establishment.objects.get(name="h")
        assert walk(reader, f"{HERE}?before={last.ref}", "previous") == ["efg", "bcd", "abc"]

    def test_keep_rows_of_one_name_apart(self, reader, council):
        made = make_prisons("aaaaaaa", council)
        refs = walk(reader, HERE, show=lambda response: tuple(response.context["listing"].refs))
        assert sorted(ref for page in refs for ref in page) == sorted(prison.ref for prison in made)

    @pytest.mark.parametrize("sort", ["region", "-region", "authority", "-authority", "name", "-name"])
    def test_agree_with_the_whole_list_in_any_order(self, reader, council, sort):
        for region, letters in {"wales": "adgj", "london": "behk", "south_east": "cfil"}.items():
            make_prisons(letters, make_council(region), region=region)
        forwards = "".join(walk(reader, f"{HERE}?sort={sort}"))
        assert sorted(forwards) == sorted("abcdefghijkl")
        last = Establishment.objects.get(name=forwards[-1])
        backwards = walk(reader, f"{HERE}?sort={sort}&before={last.ref}", "previous")
        assert backwards[0] == forwards[-4:-1]
        assert "".join(walk(reader, f"{HERE}?sort=-{sort}".replace("--", "")))[::-1] == forwards

    def test_sort_by_two_columns_in_two_directions(self, reader, council):
        make_prisons("ab", council, region="wales")
        make_prisons("cd", council, region="london")
        assert "".join(walk(reader, f"{HERE}?sort=region")) == "dcba"
        assert "".join(walk(reader, f"{HERE}?sort=-region")) == "abcd"

    def test_start_again_kindly_where_the_row_has_gone(self, reader, council):
        make_prisons("abcdef", council)
        for cursor in ("after=nosuchref", "before=nosuchref", f"after={'z' * 5000}", "after=%EF%BF%BD"):
            response = reader.get(f"{HERE}?{cursor}")
            assert (names(response), response.status_code) == ("abc", 200)
            assert "The row you had reached is not in this list any more" in response.content.decode()

    def test_take_no_hint_from_a_row_that_is_not_theirs(self, reader, council):
        make_prisons("bcdefg", council)
        hidden = make_prisons("a", council, region="hidden")[0]
        shown = reader.get(f"{HERE}?after={hidden.ref}")
        unknown = reader.get(f"{HERE}?after=nosuchref")
        assert names(shown) == names(unknown) == "bcd"
        assert shown.context["listing"].notes == unknown.context["listing"].notes

    def test_start_again_after_the_last_row(self, reader, council):
        last = make_prisons("abcdef", council)[-1]
        assert names(reader.get(f"{HERE}?after={last.ref}")) == "abc"

    def test_give_a_whole_first_page_where_rows_before_have_gone(self, reader, council):
        made = make_prisons("abcdef", council)
        Establishment.objects.filter(name="a").delete()
        assert names(reader.get(f"{HERE}?before={made[3].ref}")) == "bcd"

    def test_hold_their_length_whatever_is_asked(self, reader, council):
        make_prisons("abcdef", council)
        assert names(reader.get(f"{HERE}?per_page=1000&page=9")) == "abc"

    def test_keep_filters_and_sort_in_the_next_address(self, reader, council):
        made = make_prisons("abcdef", council)
        url = reader.get(f"{HERE}?status=open&sort=-name&per_page=9").context["listing"].next_url
        assert parse_qs(urlsplit(url).query) == {"status": ["open"], "sort": ["-name"], "after": [made[3].ref]}


class TestEmptyValues:
    @pytest.fixture
    def posts(self, council):
        prisons = make_prisons("ab", council)
        days = [date(2026, 1, 1), None, date(2026, 3, 1), None, date(2026, 2, 1), None, date(2026, 3, 1)]
        for at, day in enumerate(days):
            place = {"establishment": prisons[at % 2]} if at % 3 else {"authority": council}
            Post.objects.create(title=str(at), verified_on=day, **place)

    @staticmethod
    def titles(response) -> str:
        return "".join(post.title for post in response.context["listing"].page.rows)

    @pytest.mark.parametrize(
        ("sort", "expected"),
        [
            ("verified_on", ["042", "613", "5"]),
            ("-verified_on", ["624", "053", "1"]),
            ("prison", ["241", "503", "6"]),
            ("-prison", ["514", "263", "0"]),
        ],
    )
    def test_come_last_both_ways(self, reader, posts, sort, expected):
        url = f"/try/posts/?sort={sort}"
        assert walk(reader, url, show=self.titles) == expected

    @pytest.mark.parametrize("sort", ["verified_on", "-verified_on", "prison", "-prison"])
    def test_are_found_again_going_back(self, reader, posts, sort):
        url = f"/try/posts/?sort={sort}"
        forwards = "".join(walk(reader, url, show=self.titles))
        last = Post.objects.get(title=forwards[-1])
        backwards = walk(reader, f"{url}&before={last.ref}", "previous", show=self.titles)
        assert backwards == [forwards[3:6], forwards[0:3]]


class TestSorting:
    def test_passes_over_what_no_column_offers(self, reader, council):
        make_prisons("cab", council)
        for sort in (
            "code",
            "authority__name",
            "-",
            "",
            "--name",
            "name,-code",
            "?",
            "pk",
            "kind",
            "name&sort=nonsense",
        ):
            response = reader.get(f"{HERE}?sort={sort}")
            assert (names(response), response.status_code) == ("abc", 200)

    def test_is_offered_in_the_form_for_phones(self, reader, council):
        make_prisons("ab", council)
        html = reader.get(f"{HERE}?sort=-name").content.decode()
        assert '<option value="-name" selected>Name, Z to A</option>' in html
        assert '<option value="kind">' not in html

    def test_is_told_in_the_headings(self, reader, council):
        make_prisons("ab", council)
        page = reader.get(f"{HERE}?sort=-name&status=open").content.decode()
        assert 'aria-sort="descending"' in page
        assert f'href="{HERE}?sort=name&amp;status=open"' in page

    def test_refuses_what_cannot_be_sorted(self, db):
        for path in ("family_name", "team__people__search_name", "nothing", "search_name__deeper"):
            with pytest.raises(ImproperlyConfigured):
                keys_for(Person.objects.all(), [path])

    def test_may_use_an_annotation(self, db):
        keys = keys_for(LocalAuthority.objects.annotate(prisons=Count("establishments")), ["-prisons"])
        assert [(key.path, key.descending) for key in keys] == [("prisons", True), ("pk", True)]


class TestCounts:
    @pytest.mark.parametrize(("count", "words"), [(0, "0 prisons"), (1, "1 prison"), (1_000, "1,000 prisons")])
    def test_are_in_words(self, reader, council, count, words):
        make_prisons("x" * count, council)
        assert f"{words}\n" in reader.get(HERE).content.decode()

    def test_stop_at_a_thousand(self, reader, council):
        make_prisons("x" * 1_001, council)
        assert "more than 1,000 prisons" in reader.get(HERE).content.decode()


class TestFilters:
    def test_narrow_the_list(self, reader, council):
        make_prisons("abc", council)
        other = make_council("Penrith")
        make_prisons("de", other, status="closed")
        assert names(reader.get(f"{HERE}?status=closed")) == "de"
        assert names(reader.get(f"{HERE}?authority={council.ref}")) == "abc"
        assert names(reader.get(f"{HERE}?status=open&status=closed&sort=-name")) == "edc"

    @pytest.mark.parametrize(
        "wrong",
        ["status=nonsense", "status=open&status=nonsense", "authority=1", "authority=nosuchref", "version=many"]
        + ["version=1e999999999", "version=NaN", "version=" + "9" * 400, f"authority={'z' * 9000}"],
    )
    def test_say_what_is_wrong_beside_the_field(self, reader, council, wrong):
        make_prisons("abc", council)
        response = reader.get(f"{HERE}?{wrong}")
        assert response.status_code == 422
        assert names(response) == ""
        html = response.content.decode()
        assert "field--error" in html
        assert "We cannot show the list until the filters are put right." in html
        assert "<title>Error:" in html
        assert "0 prisons" not in html

    @pytest.mark.parametrize("value", [2**31, 2**63, 2**64, 10**49, -(2**70)])
    def test_take_numbers_of_any_size(self, reader, council, value):
        make_prisons("abc", council)
        assert reader.get(f"{HERE}?version={value}").status_code == 200

    @pytest.mark.parametrize("path", ["posts", "people"])
    @pytest.mark.parametrize(
        "day",
        ["0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "x", "0"]
        + ["%ED%A0%80", "%EF%BF%BF", "99999999999999999999", "-1", "2026-11-22T10:00", "%F0%9F%98%80"],
    )
    def test_refuse_days_that_are_none(self, reader, db, path, day):
        for name in ("since", "until"):
            assert reader.get(f"/try/{path}/?{name}={day}").status_code == 422

    @pytest.mark.parametrize("path", ["posts", "people"])
    @pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31", "29/02/2028"])
    def test_take_days_of_three_centuries(self, reader, db, path, day):
        assert reader.get(f"/try/{path}/?since={day}&until={day}").status_code == 200

    def test_refuse_a_zero_byte_before_any_view(self, reader, db):
        assert reader.get(f"{HERE}?status=a%00b").status_code == 400

    def test_can_be_cleared_while_the_sort_stays(self, reader, council):
        url = reader.get(f"{HERE}?status=open&sort=-name").context["listing"].clear_url
        assert url == f"{HERE}?sort=-name"


class TestSearching:
    def post(self, client, words: str, url: str = HERE, **more):
        return client.post(url, {"words": words, **more})

    def test_finds_by_words_that_never_stand_in_an_address(self, reader, council):
        make_prisons(["Applewood", "Ashby", "Birch"], council)
        answer = self.post(reader, "ash", f"{HERE}?status=open&after=x&sort=-name")
        assert answer.status_code == 303
        assert parse_qs(urlsplit(answer["Location"]).query) == {"status": ["open"], "sort": ["-name"], "search": ["on"]}
        page = reader.get(answer["Location"])
        assert [row.name for row in page.context["listing"].page.rows] == ["Ashby"]
        html = page.content.decode()
        assert "You searched for <strong>ash</strong>." in html
        assert "ash" not in html[html.index("<title>") : html.index("</title>")]

    def test_is_kept_sealed(self, reader, council):
        self.post(reader, "Ashby")
        kept = reader.session["searches"]["prisons"]
        assert kept.startswith("1:")
        assert "Ashby" not in str(dict(reader.session))

    def test_follows_to_the_next_page(self, reader, council):
        make_prisons(["Ash1", "Ash2", "Ash3", "Ash4", "Birch"], council)
        self.post(reader, "ash")
        following = reader.get(f"{HERE}?search=on").context["listing"].next_url
        assert names(reader.get(following)) == "Ash4"

    def test_is_offered_as_a_form_that_is_posted(self, reader, council):
        html = reader.get(f"{HERE}?status=open").content.decode()
        form = html[html.index('<form method="post" role="search"') :].split("</form>")[0]
        assert 'name="words"' in form
        assert "csrfmiddlewaretoken" in form
        assert 'name="words"' not in reader.get("/try/posts/").content.decode()

    def test_is_off_without_its_sign_in_the_address(self, reader, council):
        make_prisons("ab", council)
        self.post(reader, "a")
        assert names(reader.get(HERE)) == "ab"

    def test_can_be_cleared(self, reader, council):
        self.post(reader, "a")
        answer = reader.post(f"{HERE}?search=on&status=open", {"clear": "1", "words": "a"})
        assert (answer.status_code, answer["Location"]) == (303, f"{HERE}?status=open")
        assert reader.session["searches"] == {}

    def test_for_nothing_is_no_search(self, reader, council):
        self.post(reader, "a")
        assert self.post(reader, "   ")["Location"] == HERE
        assert reader.session["searches"] == {}

    def test_says_so_when_the_words_are_gone(self, reader, council):
        make_prisons("ab", council)
        page = reader.get(f"{HERE}?search=on")
        assert names(page) == "ab"
        assert "We no longer hold what you searched for" in page.content.decode()

    def test_does_not_pass_to_the_next_person(self, reader, council, sam):
        self.post(reader, "a")
        kept = reader.session["searches"]
        reader.force_login(sam)
        session = reader.session
        session["searches"] = kept
        session.save()
        assert reader.get(f"{HERE}?search=on").context["listing"].searching == ""

    def test_does_not_pass_to_another_list(self, reader, council):
        self.post(reader, "a")
        assert reader.get("/try/people/?search=on").context["listing"].searching == ""

    @pytest.mark.parametrize(
        "words",
        ['"', "'", "%", "_", "a*", "a OR b", "NEAR(", "\\", ";--", "-a", "a:b"]
        + ["\U0001f600", "\u202eabc", "\x01\x02a", "\u0130", "\xdf", "\ufffe"],
    )
    def test_takes_any_words(self, reader, council, words):
        make_prisons(["Ash", '"quoted"', "100%", "ab_c"], council)
        answer = self.post(reader, words)
        page = reader.get(answer["Location"])
        assert page.status_code == 200
        found = page.context["listing"].page.rows
        assert all(clean(words).lower() in row.name.lower() for row in found)

    def test_of_a_whole_book_is_refused_kindly(self, reader, council):
        answer = self.post(reader, "a" * 101)
        assert answer.status_code == 422
        assert "too long" in answer.content.decode()

    def test_needs_the_form_of_this_site(self, client, max_, council):
        client.force_login(max_)
        client.handler.enforce_csrf_checks = True
        client.post(HERE, {"words": "a"})
        assert "searches" not in client.session

    def test_is_refused_where_a_list_has_none(self, reader, db):
        assert reader.post("/try/posts/", {"words": "a"}).status_code == 405

    def test_never_leads_off_the_site(self, rf, reader):
        request = rf.post("/")
        request.path = "//elsewhere.example/try"
        assert addresses.changed(request, {}).startswith("/%2F")


class TestParts:
    def test_are_all_that_htmx_is_sent(self, reader, council):
        make_prisons("abcd", council)
        part = reader.get(f"{HERE}?status=open", headers={"HX-Request": "true"})
        html = part.content.decode()
        assert "<html" not in html
        assert "<table" in html
        assert 'hx-swap-oob="innerHTML">4 prisons' in html
        assert "HX-Request" in part["Vary"]

    @pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
    def test_are_whole_pages_where_the_browser_goes_to_a_page(self, reader, council, header):
        page = reader.get(HERE, headers={"HX-Request": "true", header: "true"})
        assert "<html" in page.content.decode()

    def test_bring_the_filters_along_when_one_is_wrong(self, reader, council):
        part = reader.get(f"{HERE}?version=x", headers={"HX-Request": "true"})
        assert part.status_code == 422
        assert part["HX-Retarget"] == "#prisons-list"
        assert "field--error" in part.content.decode()

    def test_answer_only_reading_and_searching(self, reader, db):
        assert reader.put(HERE).status_code == reader.delete(HERE).status_code == 405


class TestQueries:
    def count(self, client, url: str) -> list[str]:
        """The queries of the page itself: not the session's, nor those that find who is asking."""
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        said = [query["sql"] for query in captured]
        return [sql for sql in said if "django_session" not in sql and "accounts_" not in sql]

    def test_are_as_many_for_ten_rows_as_for_a_thousand(self, reader, council):
        made = make_prisons("abcdefghij", council)
        urls = [HERE, f"{HERE}?after={made[4].ref}&status=open", f"{HERE}?before={made[4].ref}&sort=-authority"]
        reader.get(HERE)  # what is asked once in the life of a process
        few = [len(self.count(reader, url)) for url in urls]
        make_prisons("x" * 990, council)
        many = [len(self.count(reader, url)) for url in urls]
        assert few == many
        assert max(many) <= 5

    def test_never_skip_rows_nor_count_them_all(self, reader, council):
        made = make_prisons("abcdefghij", council)
        for sql in self.count(reader, f"{HERE}?after={made[4].ref}"):
            assert "OFFSET" not in sql
            assert "COUNT" not in sql or "LIMIT 1001" in sql

    def test_never_send_the_words_of_a_search_to_the_log(self, reader, council, caplog):
        caplog.set_level("DEBUG", logger="common")
        reader.post(HERE, {"words": "Zephyrine"})
        reader.get(f"{HERE}?search=on")
        assert "Zephyrine" not in caplog.text


def test_a_day_is_a_day_in_london(reader, db):
    """Summer time begins at one in the morning on 29 March 2026."""
    team = Team.objects.create(name="North")
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight on the second, in London
    Person.objects.create(preferred_name="Ash", search_name="ash", team=team, added_at=summer)
    Person.objects.create(preferred_name="Bo", search_name="bo", team=team, added_at=summer - timedelta(days=1))

    def found(query: str) -> str:
        rows = reader.get(f"/try/people/?{query}").context["listing"].page.rows
        return "".join(person.preferred_name for person in rows)

    assert found("since=2026-07-02") == "Ash"
    assert found("until=2026-07-01") == "Bo"
    assert "2 Jul 2026, 00:30" in reader.get("/try/people/?since=2026-07-02").content.decode()
