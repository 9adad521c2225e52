"""Who may open what in the directory, and what they find there."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from audit.models import Event
from places import directory
from places.actions import loading, places, posts
from places.models import Establishment, Post, Posting, Team, Upload
from tests.conftest import NOW
from tests.factories import places as make

pytestmark = pytest.mark.django_db
KEEPERS = {Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}
LOADERS = {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}
HEADINGS = "gss_code,name,welsh_name,nation,region,kind,children_services_by,note"


@pytest.fixture
def post(leeds) -> Post:
    return make.post(leeds, "Care leaver lead", mailbox="leads@example.org", is_contact_point=True)


@pytest.fixture
def as_user(client):
    def sign_in(user) -> Client:
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def administrator(make_user):
    return make_user("ada", Role.ADMINISTRATOR, name="Ada")


def url(name, *args):
    return reverse(f"places:{name}", args=args)


@pytest.fixture
def doors(leeds, post):
    """Each page with the roles that may open it."""
    everyone = set(Role)
    yorkshire = Team.objects.create(name="The North")
    place = (leeds.kind_in_url, leeds.ref)
    found = {
        url("places-home"): everyone,
        url("places-page", *place): everyone,
        url("places-edit", *place): KEEPERS,
        url("places-page", "teams", yorkshire.ref): everyone,
        url("places-add", "teams"): KEEPERS,
        url("places-add", "organisations"): KEEPERS,
        url("posts-add", *place): KEEPERS,
        url("posts-edit", post.ref): KEEPERS,
        url("posts-vacate", post.ref): KEEPERS,
        url("posts-appoint", post.ref): KEEPERS,
        url("posts-end", make.posting(make.post(leeds), "Ann").ref): KEEPERS,
        url("loading-export", "posts"): KEEPERS,
        url("loading-index"): LOADERS,
    }
    return found | {url("places-index", kind): everyone for kind in directory.KINDS}


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_what_it_may(role, doors, make_user, client):
    client.force_login(make_user("someone", role))

    wrong = [
        (page, status)
        for page, allowed in doors.items()
        if (status := client.get(page).status_code) != (200 if role in allowed else 403)
    ]

    assert wrong == []


def test_a_stranger_without_a_role_opens_nothing(doors, max_, client):
    client.force_login(max_)

    assert {client.get(page).status_code for page in doors} == {403}


def test_somebody_who_is_not_signed_in_is_asked_to(doors, client):
    assert {client.get(page).status_code for page in doors} == {302}


@pytest.mark.parametrize("role", sorted(set(Role) - KEEPERS))
def test_those_who_only_read_can_change_nothing(role, post, leeds, make_user, client):
    client.force_login(make_user("someone", role))
    pages = [
        url("places-edit", "prisons", leeds.ref),
        url("places-add", "teams"),
        url("posts-add", "prisons", leeds.ref),
        url("posts-edit", post.ref),
        url("posts-verify", post.ref),
        url("posts-vacate", post.ref),
        url("posts-appoint", post.ref),
        url("loading-index"),
    ]

    assert {client.post(page, {}).status_code for page in pages} == {403}


@pytest.mark.parametrize(
    "page", ["/places/prisons/nothere/", "/places/moons/", "/places/posts/nothere/edit/", "/places/files/nothere/"]
)
def test_what_is_not_there_is_not_found(page, as_user, marion):
    assert as_user(marion).get(page).status_code == 404


# ---------------------------------------------------------------- Reading


def test_the_mailbox_comes_before_the_person(as_user, sam, post):
    make.posting(post, "Ann Lee")

    page = as_user(sam).get(post.place.get_absolute_url()).content.decode()

    assert 0 < page.index("leads@example.org") < page.index("Ann Lee")
    assert "Is this still right?" not in page


def test_a_vacancy_is_shown(as_user, sam, post, rosa):
    posts.vacate(post=post, since=date(2026, 3, 1), by=rosa, at=NOW)

    assert b"Vacant since 1 March 2026." in as_user(sam).get(post.place.get_absolute_url()).content


def test_a_check_long_ago_says_so(as_user, sam, post):
    Post.objects.filter(pk=post.pk).update(verified_on=date(2024, 1, 1))

    assert b"It is time to check again." in as_user(sam).get(post.place.get_absolute_url()).content


def test_a_council_names_its_prisons_and_a_prison_its_council(as_user, sam, leeds):
    client = as_user(sam)

    assert leeds.get_absolute_url() in client.get(leeds.authority.get_absolute_url()).content.decode()
    assert leeds.authority.get_absolute_url() in client.get(leeds.get_absolute_url()).content.decode()


def test_a_list_is_narrowed_and_searched(as_user, sam):
    loading.load(**make.shipped(), by=None, at=NOW)
    client, prisons = as_user(sam), url("places-index", "prisons")

    assert b"12 prisons" in client.get(prisons, {"gender": "women"}).content
    found = client.get(client.post(prisons, {"words": "styal"})["Location"]).content
    assert b"1 prison" in found
    assert b"Styal" in found


@pytest.mark.parametrize("kind", ["prisons", "councils"])
def test_a_list_asks_as_often_for_ten_rows_as_for_all(kind, as_user, rosa, django_assert_max_num_queries):
    loading.load(**make.shipped(), by=None, at=NOW)
    client = as_user(rosa)
    few = {"region": "North East", "gender": "men"} if kind == "prisons" else {"region": "North East"}
    client.get(url("places-index", kind))

    counts = []
    for asked in (few, {}):
        with django_assert_max_num_queries(12) as queries:
            assert client.get(url("places-index", kind), asked).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_page_asks_as_often_for_one_post_as_for_twenty(as_user, rosa, leeds):
    client = as_user(rosa)
    make.posting(make.post(leeds), "Ann")
    client.get(leeds.get_absolute_url())
    with CaptureQueriesContext(connection) as few:
        client.get(leeds.get_absolute_url())
    for _ in range(20):
        make.posting(make.post(leeds), "Ann")

    with CaptureQueriesContext(connection) as many:
        client.get(leeds.get_absolute_url())

    assert len(few) == len(many) <= 12


# ---------------------------------------------------------------- Changing


def test_a_keeper_changes_a_fact(as_user, rosa, leeds):
    page = url("places-edit", "prisons", leeds.ref)
    facts = {
        "name": "HMP Leeds", "kind": "prison", "gender": "men", "category": "reception", "status": "open",
        "region": "Yorkshire and The Humber", "authority": leeds.authority.pk, "note": "Ring first.", "version": 1,
    }  # fmt: skip

    response = as_user(rosa).post(page, facts)

    assert response.url == leeds.get_absolute_url()
    leeds.refresh_from_db()
    assert (leeds.note, leeds.by_hand) == ("Ring first.", ["note"])


def test_a_fact_that_will_not_do_is_kept_and_answered(as_user, rosa, leeds):
    response = as_user(rosa).post(url("places-edit", "prisons", leeds.ref), {"name": "", "note": "Ring first."})

    assert response.status_code == 422
    assert b"Ring first." in response.content


def test_the_slower_of_two_sees_both_versions(as_user, rosa):
    team = Team.objects.create(name="North")
    places.edit(place=team, seen=1, name="Northern", by=rosa, at=NOW)

    response = as_user(rosa).post(url("places-edit", "teams", team.ref), {"name": "The North", "version": 1})

    assert response.status_code == 409
    assert b"Northern" in response.content
    assert b"The North" in response.content


def test_an_organisation_is_added(as_user, rosa):
    response = as_user(rosa).post(url("places-add", "organisations"), {"name": "Helping Hands", "kind": "charity"})

    assert response.status_code == 302
    assert b"Helping Hands" in as_user(rosa).get(response.url).content


def test_prisons_are_not_added_one_by_one(as_user, rosa):
    assert as_user(rosa).get(url("places-add", "prisons")).status_code == 403


def test_a_post_is_added_and_a_twin_refused(as_user, rosa, leeds):
    client, page = as_user(rosa), url("posts-add", "prisons", leeds.ref)
    facts = {"title": "Chaplain", "mailbox": "chaplain@example.org", "is_contact_point": "on"}

    assert client.post(page, facts).status_code == 302
    assert client.post(page, facts).status_code == 422
    assert leeds.posts.get().is_contact_point


def test_whoever_holds_a_post_checks_and_corrects_it(as_user, dee, post):
    make.posting(post, dee)
    Post.objects.filter(pk=post.pk).update(verified_on=date(2025, 1, 1))
    client = as_user(dee)

    assert b"Is this still right?" in client.get(post.place.get_absolute_url()).content
    assert client.post(url("posts-verify", post.ref)).status_code == 302
    correction = {"mailbox": "new@example.org", "telephone": "", "version": 1, "title": "Boss", "is_shared": "on"}
    assert client.post(url("posts-edit", post.ref), correction).status_code == 302

    post.refresh_from_db()
    assert post.verified_on > date(2026, 1, 1)
    assert (post.mailbox, post.title, post.is_shared) == ("new@example.org", "Care leaver lead", False)


def day(prefix, written="2026-11-01"):
    return dict(zip((f"{prefix}_0", f"{prefix}_1", f"{prefix}_2"), reversed(written.split("-")), strict=True))


def test_a_programme_manager_appoints_by_login(as_user, marion, dee, post):
    response = as_user(marion).post(url("posts-appoint", post.ref), {"login": "DEE"} | day("starts"))

    assert response.status_code == 302
    assert Posting.objects.current().of(dee).get().post == post


def test_a_coordinator_appoints_by_name_alone(as_user, rosa, dee, post):
    client, page = as_user(rosa), url("posts-appoint", post.ref)

    assert b'name="login"' not in client.get(page).content
    assert client.post(page, {"login": "dee"} | day("starts")).status_code == 422
    assert client.post(page, {"login": "dee", "holder_name": "Ann Lee"} | day("starts")).status_code == 302
    assert post.postings.get().user is None


@pytest.mark.parametrize(
    "answers",
    [{"login": "nobody"}, {"login": "marion"}, {"login": "dee", "holder_name": "Dee"}, {}, {"holder_name": "A" * 101}],
)
def test_an_appointment_that_will_not_do_is_answered(as_user, marion, dee, post, answers):
    response = as_user(marion).post(url("posts-appoint", post.ref), answers | day("starts"))

    assert response.status_code == 422
    assert not post.postings.exists()


def test_a_coordinator_ends_a_posting_by_name_but_not_one_with_a_login(as_user, rosa, dee, leeds):
    named, login = make.posting(make.post(leeds), "Ann"), make.posting(make.post(leeds), dee)
    client = as_user(rosa)

    assert client.post(url("posts-end", named.ref), day("ends", "2026-11-22")).status_code == 302
    assert client.post(url("posts-end", login.ref), day("ends", "2026-11-22")).status_code == 403


def test_nobody_holding_a_post_is_noted(as_user, rosa, post):
    assert as_user(rosa).post(url("posts-vacate", post.ref), day("since")).status_code == 302

    post.refresh_from_db()
    assert post.vacant_since == date(2026, 11, 1)


# ---------------------------------------------------------------- Files


def bring(client, raw, kind="councils", name="councils.csv"):
    raw = raw if isinstance(raw, bytes) else raw.encode()
    return client.post(url("loading-index"), {"kind": kind, "file": SimpleUploadedFile(name, raw)})


def test_a_file_is_checked_shown_and_applied(as_user, marion, leeds):
    client = as_user(marion)

    checked = bring(client, f"{HEADINGS}\nE08000035,Leeds City,,E,Yorkshire and The Humber,metropolitan,,\nE0,x,,E,,,,")
    page = client.get(checked.url)
    assert "name: Leeds → Leeds City" in page.content.decode()
    seen = page.context["found"].fingerprint
    upload = Upload.objects.get()

    for _ in range(2):
        assert client.post(url("loading-apply", upload.ref), {"seen": seen}).status_code == 302
    leeds.authority.refresh_from_db()
    assert (leeds.authority.name, leeds.authority.version) == ("Leeds City", 2)
    problems = b"".join(client.get(url("loading-problems", upload.ref)).streaming_content).decode()
    assert "gss_code must look like" in problems
    assert client.get(checked.url).status_code == 200


def test_a_plan_that_they_did_not_see_is_not_done(as_user, marion, leeds):
    client = as_user(marion)
    bring(client, f"{HEADINGS}\nE08000035,Leeds City,,E,Yorkshire and The Humber,metropolitan,,")

    response = client.post(url("loading-apply", Upload.objects.get().ref), {"seen": "something else"})

    assert response.status_code == 409
    assert "has changed since you looked" in response.content.decode()


def test_a_file_that_somebody_else_brought_is_not_there(as_user, marion, administrator, leeds):
    bring(as_user(marion), f"{HEADINGS}\nE08000035,Leeds City,,E,Yorkshire and The Humber,metropolitan,,")
    upload, client = Upload.objects.get(), as_user(administrator)

    assert client.get(url("loading-page", upload.ref)).status_code == 404
    assert client.post(url("loading-apply", upload.ref)).status_code == 404


@pytest.mark.parametrize(
    "raw, sentence",
    [
        (b"", "That file is empty"),
        (f"{HEADINGS}\nE06000001,Ynys M\xf4n".encode("cp1252"), "Windows-1252"),
        (b"x" * (2 * 1024 * 1024 + 1), "bigger than 2 MB"),
        (b"a,b\n1,2", "must name the columns"),
        (b"\x00\x01\x02", "not text"),
    ],
    ids=["empty", "windows", "big", "headings", "binary"],
)
def test_a_file_that_cannot_be_read_is_answered_beside_its_box(as_user, marion, raw, sentence):
    response = bring(as_user(marion), raw)

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_ten_thousand_rows_are_taken(as_user, marion):
    rows = "\n".join(f"E06{n:06d},Council {n},,E,London,unitary,," for n in range(10_000))
    client = as_user(marion)

    page = client.get(bring(client, f"{HEADINGS}\n{rows}").url)
    upload = Upload.objects.get()
    client.post(url("loading-apply", upload.ref), {"seen": page.context["found"].fingerprint})

    upload.refresh_from_db()
    assert upload.counts["new"] == 10_000


def test_a_spreadsheet_keeps_formulas_asleep_and_is_written_in_the_trail(as_user, rosa, leeds):
    Establishment.objects.filter(pk=leeds.pk).update(note='=HYPERLINK("x")')

    response = as_user(rosa).get(url("loading-export", "establishments"))

    assert ",\"'=HYPERLINK(" in b"".join(response.streaming_content).decode()
    assert Event.objects.get(verb="places.sheet.exported").detail == {"kind": "establishments", "rows": 1}
