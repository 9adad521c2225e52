"""Raising a concern on a page, and what a safeguarding lead, a coordinator and everybody else see of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from audit.models import Look
from people.models import Concern, Person
from places.models import Posting
from tests.conftest import NOW
from tests.factories import people as make
from tests.factories import places

pytestmark = pytest.mark.django_db
RAISE = "/people/concerns/raise/"


def answers(**said):
    return {
        "about_name": "A friend", "setting": "community", "under_18": "no", "urgency": "today",
        "worry": "He has stopped eating", "key": "a form", **said,
    }  # fmt: skip


@pytest.fixture
def concern(sam, jo):
    return make.concern(sam, about=jo, at=timezone.now(), worry="canary worry", setting="custody", urgency="now")


def at(name, *refs):
    return reverse(f"people:{name}", args=refs)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_is_signed_in_can_raise_one(client, make_user, role):
    client.force_login(make_user("someone", role))

    assert client.get(RAISE).status_code == 200
    response = client.post(RAISE, answers())
    assert response["Location"] == at("concerns-mine")
    assert Concern.objects.get().about_name == "A friend"


def test_danger_comes_before_the_form_and_the_promise_is_honest(client, max_):
    client.force_login(max_)
    text = client.get(RAISE).content.decode()

    assert text.index("ring 999") < text.index("control room") < text.index("We may have to pass this on")
    assert text.index("We may have to pass this on") < text.index('name="worry"')


def test_a_mentor_chooses_among_their_own_people(client, sam, jo, match, yorkshire):
    stranger = make.person("Stranger", team=yorkshire)
    client.force_login(sam)
    text = client.get(RAISE).content.decode()
    assert jo.ref in text and stranger.ref not in text

    client.post(RAISE, answers(about=jo.ref, about_name=""))
    assert Concern.objects.get().about == jo
    assert client.post(RAISE, answers(about=stranger.ref, key="other")).status_code == 422


def test_a_persons_page_leads_to_the_form_and_a_strangers_page_to_an_empty_one(client, rosa, gwen, jo):
    client.force_login(rosa)
    assert "checked" in client.get(f"{RAISE}?about={jo.ref}").content.decode().split(jo.ref)[1][:60]

    client.force_login(gwen)
    response = client.get(f"{RAISE}?about={jo.ref}")
    assert response.status_code == 200
    assert jo.ref not in response.content.decode().split("<form")[-1]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"worry": ""}, "Say what worries you"),
        ({"about_name": ""}, "Say who you are worried about"),
        ({"setting": ""}, "Choose where they are"),
        ({"urgency": "soon"}, "Choose one of the answers"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(client, max_, said, words):
    client.force_login(max_)
    response = client.post(RAISE, answers(**said))

    assert response.status_code == 422
    assert words in response.content.decode()
    assert "He has stopped eating" in response.content.decode() or "worry" in said


def test_the_same_form_sent_five_times_is_one_concern(client, max_):
    client.force_login(max_)
    for _ in range(5):
        assert client.post(RAISE, answers()).status_code == 302

    assert Concern.objects.count() == 1


def test_the_raiser_sees_how_far_it_has_come_and_no_more(client, sam, nadia, concern):
    client.force_login(sam)
    text = client.get(at("concerns-mine")).content.decode()
    assert "We have received it" in text
    for private in ("canary", "Jo", "Leeds"):
        assert private not in text.split("<main")[1]
    assert client.get(at("concerns-detail", concern.ref)).status_code == 403


def test_a_safeguarding_lead_works_from_seen_to_closed(client, nadia, concern):
    client.force_login(nadia)
    assert "canary worry" in client.get(at("concerns-detail", concern.ref)).content.decode()
    steps = [
        ("concerns-acknowledge", {}, "acknowledged"),
        ("concerns-triage", {"setting": "custody", "under_18": "no", "urgency": "now"}, "triaged"),
        ("concern_notes-add", {"text": "Rang safer custody"}, "triaged"),
        ("concerns-refer", {"to": "Safer custody", "number": "77"}, "referred"),
        ("concerns-manage", {}, "managed"),
        ("concerns-close", {"reason": "safe", "note": ""}, "closed"),
    ]
    for name, sent, status in steps:
        response = client.post(at(name, concern.ref), sent)
        assert response["Location"] == at("concerns-detail", concern.ref), name
        concern.refresh_from_db()
        assert concern.status == status
    assert "Rang safer custody" in client.get(at("concerns-detail", concern.ref)).content.decode()


@pytest.fixture
def passed_on(client, concern, nadia, dee, leeds):
    """The lead let HMP Leeds, where Dee works, read it."""
    places.posting(places.post(leeds, "Safer custody"), dee)
    client.force_login(nadia)
    client.post(at("concerns-acknowledge", concern.ref))
    client.post(at("concerns-triage", concern.ref), {"setting": "custody", "under_18": "no", "urgency": "now"})
    sent = {"to": "Our secret contact", "number": "77", "prison": leeds.ref}
    assert client.post(at("concerns-refer", concern.ref), sent).status_code == 302
    return concern


def test_a_prison_reads_what_was_passed_on_to_it_and_not_who_raised_it(client, dee, passed_on):
    client.force_login(dee)

    assert passed_on.ref in client.get(at("concerns-index")).content.decode()
    text = client.get(at("concerns-detail", passed_on.ref)).content.decode().split("<main")[1]
    assert "canary worry" in text and "Jo" in text
    assert "Sam" not in text and "secret contact" not in text
    assert Look.objects.filter(verb="people.concern.opened", actor_ref=dee.ref).exists()


def test_before_that_the_prison_where_they_are_sees_nothing(client, nadia, dee, leeds, concern):
    places.posting(places.post(leeds, "Safer custody"), dee)
    client.force_login(dee)
    assert client.get(at("concerns-detail", concern.ref)).status_code == 404
    assert concern.ref not in client.get(at("concerns-index")).content.decode()


def test_once_it_is_closed_the_prison_no_longer_reads_it(client, nadia, dee, passed_on):
    client.force_login(nadia)
    assert client.post(at("concerns-close", passed_on.ref), {"reason": "safe", "note": ""}).status_code == 302
    client.force_login(dee)

    assert client.get(at("concerns-detail", passed_on.ref)).status_code == 404


def test_another_prison_and_somebody_who_left_see_nothing(client, dee, make_user, passed_on):
    elsewhere = make_user("pete", Role.PRISON_STAFF)
    places.posting(places.post(places.prison(), "Safer custody"), elsewhere)
    client.force_login(elsewhere)
    assert client.get(at("concerns-detail", passed_on.ref)).status_code == 404

    Posting.objects.filter(user=dee).update(
        ended_on=NOW.date() - timedelta(days=1), started_on=NOW.date() - timedelta(days=9)
    )
    client.force_login(dee)
    assert client.get(at("concerns-detail", passed_on.ref)).status_code == 404


def test_a_step_taken_by_somebody_else_first_is_answered_with_a_sentence(client, nadia, concern):
    client.force_login(nadia)
    client.post(at("concerns-acknowledge", concern.ref))
    response = client.post(at("concerns-acknowledge", concern.ref))

    assert response.status_code == 422
    assert "already moved on" in response.content.decode()


@pytest.mark.parametrize("step", ["triage", "refer", "close"])
def test_a_step_without_answers_is_asked_again(client, nadia, concern, step):
    client.force_login(nadia)

    assert client.get(at(f"concerns-{step}", concern.ref)).status_code == 200
    assert client.post(at(f"concerns-{step}", concern.ref), {}).status_code == 422


def test_every_opening_leaves_a_look(client, nadia, jo, concern):
    client.force_login(nadia)
    client.get(at("concerns-detail", concern.ref))

    assert Look.objects.get(verb="people.concern.opened").about_ref == jo.ref


def test_neither_title_nor_address_says_whom_it_is_about(client, nadia, concern):
    client.force_login(nadia)
    title = client.get(at("concerns-detail", concern.ref)).content.decode().split("</title>")[0]

    assert "Jo" not in title.split("<title>")[1]


def test_what_nobody_saw_in_time_comes_first(client, nadia, sam, jo):
    late = make.concern(sam, about=jo, at=timezone.now() - timedelta(hours=5))
    in_time = make.concern(sam, about=jo, at=timezone.now())
    client.force_login(nadia)
    text = client.get(at("concerns-index")).content.decode()

    warning = text.split("Nobody has seen these in time")[1].split("</ul>")[0]
    assert late.ref in warning and in_time.ref not in warning


@pytest.mark.parametrize(
    "query", ["far=open", "far=raised&urgency=now", "far=x", "raised_from=9999-99-99", "sort=worry"]
)
def test_the_list_has_filters_and_refuses_nonsense_politely(client, nadia, concern, query):
    client.force_login(nadia)

    assert client.get(f"{at('concerns-index')}?{query}").status_code in (200, 422)


LIST, OPEN, WORK = "concerns-index", "concerns-detail", "concerns-triage"


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.SAFEGUARDING_LEAD, {LIST: 200, OPEN: 200, WORK: 200}),
        (Role.PROGRAMME_MANAGER, {LIST: 200, OPEN: 200, WORK: 403}),
        (Role.COORDINATOR, {LIST: 200, OPEN: 404, WORK: 403}),
        (Role.PRISON_STAFF, {LIST: 200, OPEN: 404, WORK: 403}),
        *[
            (role, {LIST: 403, OPEN: 403, WORK: 403})
            for role in Role
            if role not in (Role.SAFEGUARDING_LEAD, Role.PROGRAMME_MANAGER, Role.COORDINATOR, Role.PRISON_STAFF)
        ],
    ],
)
def test_each_role_reaches_what_the_matrix_says(client, make_user, concern, role, expected):
    client.force_login(make_user("someone", role))

    assert client.get(at(LIST)).status_code == expected[LIST]
    for name in (OPEN, WORK):
        assert client.get(at(name, concern.ref)).status_code == expected[name], name


def test_a_coordinator_reads_those_of_their_team(client, rosa, concern):
    client.force_login(rosa)

    assert "canary worry" in client.get(at("concerns-detail", concern.ref)).content.decode()
    assert client.post(at("concerns-acknowledge", concern.ref)).status_code == 403


@pytest.mark.parametrize("role", [Role.SAFEGUARDING_LEAD, Role.PROGRAMME_MANAGER])
def test_a_concern_about_oneself_is_not_there(client, make_user, jo, concern, role):
    user = make_user("someone", role)
    Person.objects.filter(pk=jo.pk).update(login=user)
    client.force_login(user)

    assert client.get(at("concerns-detail", concern.ref)).status_code == 404
    assert concern.ref not in client.get(at("concerns-index")).content.decode()
    assert not Look.objects.filter(verb="people.concern.opened").exists()


def test_a_concern_about_a_mentor_is_not_there_for_that_mentor(client, rosa, sam):
    mentor = Person.objects.get(login=sam)
    concern = make.concern(rosa, about=mentor, at=timezone.now())
    client.force_login(sam)

    assert client.get(at("concerns-detail", concern.ref)).status_code == 403
    assert concern.ref not in client.get(at("concerns-mine")).content.decode()
    assert concern not in Concern.objects.visible_to(sam)


def test_nobody_signed_out_raises_anything(client):
    assert client.get(RAISE).status_code == 302


def test_a_concern_costs_the_same_however_many_there_are(client, nadia, sam, jo, django_assert_max_num_queries):
    for _ in range(30):
        make.concern(sam, about=jo, at=timezone.now())
    client.force_login(nadia)

    with django_assert_max_num_queries(14):
        client.get(at("concerns-index"))
