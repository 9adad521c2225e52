"""People's pages: who opens which, what is on them, and what they leave in the trail."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from audit.models import Event, Look
from people.actions import contact_points, permissions, persons
from people.models import LocationEpisode, Person
from tests.factories import people as make

pytestmark = pytest.mark.django_db
CANARIES = (
    "Canarysson",
    "A1234BC",
    "X123456",
    "2001-02-28",
    "28 February 2001",
    "canarynote",
    "07700 900123",
    "07700900123",
)


@pytest.fixture
def kit(yorkshire, leeds):
    """Somebody about whom everything is known, in HMP Leeds."""
    at = timezone.now() - timedelta(days=1)
    kit = make.person(
        "Kit", team=yorkshire, at=at, family_name="Canarysson", born_on=timezone.localdate().replace(2001, 2, 28),
        prison_number="A1234BC", crn="X123456", needs=["easy_read"], needs_note="Likes to be told in the morning",
    )  # fmt: skip
    make.held(kit, leeds, at=at, expected_release_on=(at + timedelta(days=90)).date())
    contact_points.add(
        person=kit, kind="mobile", value="07700 900123", safe_to_use=True, safe_note="canarynote", by=None, at=at
    )
    return kit


def page(client, user, name, *refs):
    client.force_login(user)
    return client.get(reverse(f"people:{name}", args=refs))


def test_a_coordinator_opens_the_page_of_somebody_in_their_team(client, rosa, kit):
    text = page(client, rosa, "persons-detail", kit.ref).content.decode()

    for shown in (
        "Kit",
        "Canarysson",
        "A1234BC",
        "X123456",
        "28 February 2001",
        "HMP Leeds",
        "07700900123",
        "canarynote",
    ):
        assert shown in text
    assert "They are in custody, where a telephone is not allowed." in text


def test_opening_a_page_always_leaves_a_look(client, rosa, kit):
    page(client, rosa, "persons-detail", kit.ref)
    page(client, rosa, "persons-edit", kit.ref)

    looks = Look.objects.filter(verb="people.person.opened", about_ref=kit.ref, actor_ref=rosa.ref)
    assert looks.count() == 2


def test_the_list_leaves_a_look_that_names_those_on_it(client, rosa, kit):
    page(client, rosa, "persons-index")

    assert kit.ref in Look.objects.get(verb="people.person.listed").detail["refs"]


def test_no_title_and_no_address_names_a_person(client, rosa, nadia, kit):
    for name in ("persons-detail", "persons-edit", "locations-record", "contact_points-add", "permissions-give"):
        response = page(client, rosa, name, kit.ref)
        title = response.content.decode().split("<title>")[1].split("</title>")[0]
        assert response.status_code == 200 and not any(part in title for part in ("Kit", *CANARIES)), name
    title = page(client, nadia, "persons-history", kit.ref).content.decode().split("</title>")[0]
    assert "Kit" not in title


def test_a_mentor_sees_how_to_meet_somebody_and_nothing_else(client, sam, jo, match):
    persons.edit(
        person=jo, seen=1, prison_number="A1234BC", born_on=None, needs_note="Likes tea", by=None, at=timezone.now()
    )
    text = page(client, sam, "persons-detail", jo.ref).content.decode()

    for shown in ("Jo", "HMP Leeds", "Likes tea"):
        assert shown in text
    for absent in (
        "A1234BC",
        "Canary",
        "Prison number",
        "Surname",
        "reach them",
        "may be shared",
        "Held on",
        "Serving",
    ):
        assert absent not in text


@pytest.fixture
def fenced(dee, kit, leeds):
    """Dee works in HMP Leeds, where Kit is, and Kit allows the basics."""
    make.posted(dee, establishment=leeds)
    return make.allows(kit, leeds)


def test_a_partner_sees_what_the_person_allows_and_nothing_else(client, dee, kit, leeds, fenced):
    text = page(client, dee, "persons-detail", kit.ref).content.decode()
    assert "Kit" in text and "Canarysson" in text
    for absent in ("A1234BC", "Where they are", "HMP Leeds", "reach them", "may be shared", "07700"):
        assert absent not in text

    make.allows(kit, leeds, "location")
    assert "HMP Leeds" in page(client, dee, "persons-detail", kit.ref).content.decode()


def test_where_somebody_is_goes_nowhere_without_their_name(client, dee, kit, leeds):
    make.posted(dee, establishment=leeds)
    make.allows(kit, leeds, "location")

    assert page(client, dee, "persons-detail", kit.ref).status_code == 404


@pytest.mark.parametrize("end", ["withdrawn", "run out", "moved", "left the post", "lost the role", "closed"])
def test_a_partner_sees_nobody_from_the_next_page_on(client, dee, kit, leeds, fenced, end):
    assert page(client, dee, "persons-detail", kit.ref).status_code == 200
    now = timezone.now()
    if end == "withdrawn":
        permissions.withdraw(permission=fenced, by=None, at=now)
    elif end == "run out":
        type(fenced).objects.update(given_on=now.date() - timedelta(9), until=now.date() - timedelta(days=2))
    elif end == "moved":
        make.held(kit, make.prison(), at=now)
    elif end == "left the post":
        dee.postings.update(ended_on=now.date())
    elif end == "lost the role":
        dee.grants.update(ended_at=now)
    else:
        type(dee).objects.filter(pk=dee.pk).update(is_active=False)

    assert client.get(reverse("people:persons-detail", args=[kit.ref])).status_code in (302, 403, 404)
    assert kit not in Person.objects.visible_to(type(dee).objects.get(pk=dee.pk))


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.PERSONAL_ADVISER, "authority"),
        (Role.PROBATION_STAFF, "probation_region"),
        (Role.LIFELONG_LINKS, "authority"),
    ],
)
def test_partners_outside_prisons_see_those_who_allow_it_wherever_they_are(make_user, kit, role, place):
    where = {"authority": make.council, "probation_region": make.region}[place]()
    user = make_user("partner", role)
    make.posted(user, **{place: where})
    assert not Person.objects.visible_to(user).exists()

    make.allows(kit, where)
    assert list(Person.objects.visible_to(user)) == [kit]


def test_a_post_in_one_place_does_not_open_another_with_another_role(make_user, kit, leeds):
    """A prison's permission is for its prison staff; an adviser with a post there sees nothing by it."""
    user = make_user("adviser", Role.PERSONAL_ADVISER)
    make.posted(user, establishment=leeds)
    make.allows(kit, leeds)

    assert not Person.objects.visible_to(user).exists()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.FUNDER, Role.EDITOR, Role.APPLICANT])
def test_those_without_people_see_nobody(client, make_user, kit, role):
    user = make_user("other", role)

    assert not Person.objects.visible_to(user).exists()
    assert page(client, user, "persons-index").status_code == 403
    assert page(client, user, "persons-detail", kit.ref).status_code == 403


@pytest.mark.parametrize("name", ["persons-detail", "persons-edit", "locations-record", "permissions-give"])
def test_for_a_stranger_the_page_is_not_there(client, gwen, kit, name):
    theirs, nobodys = page(client, gwen, name, kit.ref), page(client, gwen, name, "0" * 12)

    assert theirs.status_code == nobodys.status_code == 404
    assert "Kit" not in theirs.content.decode()
    assert not Look.objects.filter(about_ref=kit.ref, actor_ref=gwen.ref).exists()


def test_only_a_coordinator_of_the_team_changes_a_record(client, marion, nadia, sam, jo, match):
    for user in (marion, nadia, sam):
        assert page(client, user, "persons-detail", jo.ref).status_code == 200
        assert page(client, user, "persons-edit", jo.ref).status_code == 403
        assert page(client, user, "locations-record", jo.ref).status_code == 403


def test_nobody_signed_out_gets_further_than_the_sign_in(client, kit):
    response = client.get(reverse("people:persons-detail", args=[kit.ref]))

    assert response.status_code == 302 and "login" in response["Location"]


def test_a_person_is_added_and_the_next_question_is_where_they_are(client, rosa, yorkshire):
    client.force_login(rosa)
    response = client.post(reverse("people:persons-add"), {"preferred_name": "Ash", "team": yorkshire.ref})

    ash = Person.objects.get(preferred_name="Ash")
    assert response["Location"] == reverse("people:locations-record", args=[ash.ref])
    assert Event.objects.filter(verb="people.person.added", about_ref=ash.ref).exists()


def test_a_coordinator_adds_nobody_to_another_team(client, rosa, wales):
    client.force_login(rosa)
    response = client.post(reverse("people:persons-add"), {"preferred_name": "Ash", "team": wales.ref})

    assert response.status_code == 422
    assert not Person.objects.filter(preferred_name="Ash").exists()


def test_answers_that_cannot_be_right_are_kept_with_a_sentence_beside_them(client, rosa, yorkshire):
    client.force_login(rosa)
    sent = {"preferred_name": "Ash", "team": yorkshire.ref, "prison_number": "nonsense"}
    response = client.post(reverse("people:persons-add"), sent)

    assert response.status_code == 422
    assert "A prison number looks like A1234BC." in response.content.decode()
    assert 'value="Ash"' in response.content.decode()


def test_a_change_on_top_of_a_newer_one_shows_both(client, rosa, kit):
    persons.edit(person=kit, seen=1, preferred_name="Kitty", by=rosa, at=timezone.now())
    client.force_login(rosa)
    response = client.post(
        reverse("people:persons-edit", args=[kit.ref]), {"preferred_name": "Kitson", "family_name": "X", "version": "1"}
    )

    assert response.status_code == 409
    assert "Kitty" in response.content.decode() and "Kitson" in response.content.decode()
    assert Person.objects.get(pk=kit.pk).preferred_name == "Kitty"


def test_a_move_is_recorded_from_the_page(client, rosa, kit):
    client.force_login(rosa)
    url, day = reverse("people:locations-record", args=[kit.ref]), timezone.localdate()
    here = kit.locations.current().get()
    sent = {
        "kind": "community", "legal_state": "licence", "source": "person", "seen": here.ref,
        "started_on_0": day.day, "started_on_1": day.month, "started_on_2": day.year,
    }  # fmt: skip

    assert client.post(url, sent).status_code == 302
    assert client.post(url, sent).status_code == 422  # the same form again
    assert LocationEpisode.objects.current().get(person=kit).kind == "community"
    assert client.post(url, {**sent, "kind": "moon"}).status_code == 422


def test_a_number_is_added_checked_and_ended(client, rosa, kit):
    client.force_login(rosa)
    add = reverse("people:contact_points-add", args=[kit.ref])
    assert client.post(add, {"kind": "email", "value": "kit@example.org", "safe_to_use": "on"}).status_code == 302
    assert client.post(add, {"kind": "mobile", "value": "12"}).status_code == 422

    point = kit.contact_points.get(kind="email")
    check = reverse("people:contact_points-verify", args=[kit.ref, point.ref])
    assert client.post(check, {"safe_to_use": "on"}).status_code == 302
    point.refresh_from_db()
    assert point.verified_by == rosa

    assert client.post(reverse("people:contact_points-end", args=[kit.ref, point.ref])).status_code == 302
    assert not kit.contact_points.current().filter(kind="email").exists()


def test_a_number_is_found_only_on_its_own_persons_page(client, rosa, kit, yorkshire):
    other = make.person("Other", team=yorkshire)
    client.force_login(rosa)
    point = kit.contact_points.get()

    assert client.get(reverse("people:contact_points-end", args=[other.ref, point.ref])).status_code == 404


def test_a_permission_is_given_and_taken_back(client, rosa, kit, leeds):
    client.force_login(rosa)
    day = timezone.localdate()
    given = {"given_on_0": day.day, "given_on_1": day.month, "given_on_2": day.year, "how": "spoken"}
    give = reverse("people:permissions-give", args=[kit.ref])
    sent = {"what": "basics", "partner": f"establishment:{leeds.ref}", **given}

    assert client.post(give, {**sent, "partner": "establishment:nowhere"}).status_code == 422
    assert client.post(give, sent).status_code == 302
    permission = kit.permissions.get()
    assert permission.partner == leeds

    assert client.post(reverse("people:permissions-withdraw", args=[kit.ref, permission.ref])).status_code == 302
    permission.refresh_from_db()
    assert permission.withdrawn_by == rosa


def test_managers_and_safeguarding_leads_see_who_opened_a_page(client, rosa, marion, kit):
    page(client, rosa, "persons-detail", kit.ref)

    text = page(client, marion, "persons-history", kit.ref).content.decode()
    assert "Rosa" in text and "opened a person’s page" in text
    assert page(client, rosa, "persons-history", kit.ref).status_code == 403


def test_nobody_reads_who_looked_at_their_own_record(client, marion, kit):
    Person.objects.filter(pk=kit.pk).update(login=marion)

    assert page(client, marion, "persons-history", kit.ref).status_code == 403


def test_words_that_are_searched_for_never_stand_in_an_address(client, rosa, kit):
    client.force_login(rosa)
    url = reverse("people:persons-index")
    response = client.post(url, {"words": "Canarysson"})

    assert "anarysson" not in response["Location"]
    found = client.get(response["Location"]).content.decode()
    assert reverse("people:persons-detail", args=[kit.ref]) in found


@pytest.mark.parametrize("query", ["where=moon", "prison=zzz", "sort=family_name", "after=zzz", "team=%F0%9F%98%80"])
def test_a_list_asked_for_nonsense_answers_politely(client, rosa, kit, query):
    client.force_login(rosa)

    assert client.get(f"{reverse('people:persons-index')}?{query}").status_code in (200, 422)


def statements(client, url):
    """How many statements a page takes; savepoints are only there in tests."""
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len([q for q in queries if "SAVEPOINT" not in q["sql"]])


def test_the_list_costs_the_same_for_few_and_many(client, rosa, kit, yorkshire):
    client.force_login(rosa)
    url = reverse("people:persons-index")
    client.get(url)
    few = statements(client, url)
    for n in range(30):
        make.lives(make.person(f"P{n}", team=yorkshire))

    assert statements(client, url) == few <= 12


def test_a_persons_page_costs_the_same_however_much_is_on_it(client, rosa, sam, kit, leeds):
    client.force_login(rosa)
    url = reverse("people:persons-detail", args=[kit.ref])
    client.get(url)
    few = statements(client, url)
    for what in ("basics", "location", "plans"):
        make.allows(kit, leeds, what)
        make.concern(sam, about=kit)

    assert statements(client, url) == few <= 12
