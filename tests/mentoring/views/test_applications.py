"""What staff and an applicant see and do on the pages of an application."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from mentoring.actions import decisions
from mentoring.models import Appeal, MentorApplication
from people.actions import persons
from tests.conftest import NOW
from tests.matrix.fixtures_recruitment import CANARY, applied, asked

FILLED = {
    "why": "Somebody did it for me", "convictions_told": "yes", "convictions": CANARY,
    "referee1_name": "Bel", "referee1_email": "bel@example.org", "referee2_name": "Ola", "referee2_reach": "By post",
}  # fmt: skip


@pytest.fixture
def page():
    return lambda name, *refs: reverse(f"mentoring:{name}", args=refs)


@pytest.fixture
def asked_kit(yorkshire, rosa):
    return asked(yorkshire, rosa)


@pytest.fixture
def kit_login(asked_kit, make_user, rosa):
    login = make_user("kit", "applicant", name="Kit")
    persons.link_login(person=asked_kit.mentor.person, login=login, by=rosa, at=NOW)
    return login


def text(answer):
    return answer.content.decode()


def test_an_applicant_reads_whose_move_it_is_and_fills_in_the_form(client, kit_login, asked_kit, page):
    client.force_login(kit_login)
    assert "It is your turn" in text(client.get(page("applications-own")))

    answer = client.post(page("applications-fill_in", asked_kit.ref), FILLED, follow=True)

    asked_kit.refresh_from_db()
    assert asked_kit.status == "submitted"
    assert "We have your application" in text(answer)


def test_finish_later_keeps_every_word(client, kit_login, asked_kit, page):
    client.force_login(kit_login)
    client.post(page("applications-fill_in", asked_kit.ref), {"why": "Half a thought", "draft": "1"})

    assert "Half a thought" in text(client.get(page("applications-fill_in", asked_kit.ref)))


def test_typing_is_kept_without_a_button(client, kit_login, asked_kit, page):
    client.force_login(kit_login)
    answer = client.post(page("applications-keep", asked_kit.ref), {"why": "Half a thought"})

    assert set(answer.json()) == {"saved"}
    asked_kit.refresh_from_db()
    assert asked_kit.typed == {"why": ["Half a thought"]}


def test_staff_do_not_write_for_somebody_who_signs_in(client, kit_login, asked_kit, rosa, page):
    client.force_login(rosa)

    assert client.get(page("applications-fill_in", asked_kit.ref)).status_code == 403
    assert client.post(page("applications-keep", asked_kit.ref), {"why": "x"}).status_code == 404


def test_staff_key_in_what_came_on_paper(client, asked_kit, rosa, page):
    client.force_login(rosa)
    client.post(page("applications-fill_in", asked_kit.ref), FILLED)

    asked_kit.refresh_from_db()
    assert (asked_kit.status, asked_kit.submitted_by) == ("submitted", rosa)


def test_convictions_are_read_by_managers_alone_and_each_reading_is_recorded(client, yorkshire, rosa, marion, page):
    application = applied(yorkshire, rosa)
    client.force_login(rosa)
    detail = text(client.get(page("applications-detail", application.ref)))
    assert CANARY not in detail
    assert "Convictions told" in detail
    assert client.get(page("applications-convictions", application.ref)).status_code == 403

    client.force_login(marion)
    assert CANARY not in text(client.get(page("applications-detail", application.ref)))
    assert CANARY in text(client.get(page("applications-convictions", application.ref)))
    look = Look.objects.get(verb="mentoring.application.convictions_read")
    assert (look.actor_ref, look.about_ref) == (marion.ref, application.mentor.person.ref)


def test_the_button_of_a_stage_says_what_is_in_the_way(client, yorkshire, rosa, page):
    application = applied(yorkshire, rosa)
    client.force_login(rosa)

    answer = client.post(page("applications-advance", application.ref), {"seen": "submitted"}, follow=True)

    assert "Meet them and write down the talk first." in text(answer)


def test_a_known_person_is_found_by_number_and_a_stranger_is_not(client, jo, rosa, yorkshire, page):
    persons.edit(person=jo, seen=jo.version, prison_number="A1234BC", by=rosa, at=NOW)
    application = MentorApplication.objects.create(key="k", since=NOW, team=yorkshire, name="Jo", told_at=NOW)
    client.force_login(rosa)

    refused = client.post(page("applications-invite", application.ref), {"number": "A9999ZZ"})
    assert refused.status_code == 422
    client.post(page("applications-invite", application.ref), {"number": "a1234bc"})
    application.refresh_from_db()
    assert application.mentor.person == jo


def test_a_refusal_is_read_in_its_own_words_and_appealed(client, kit_login, asked_kit, rosa, marion, page):
    words = "We have no room just now. Ask again in spring."
    decisions.decline(application=asked_kit, reason="no_room", words=words, by=rosa, at=NOW)
    client.force_login(kit_login)
    assert words in text(client.get(page("applications-own")))

    client.post(page("appeals-make", asked_kit.ref), {"grounds": "There is room in Leeds"})
    appeal = Appeal.objects.get()
    client.force_login(marion)
    said = {"changed": "yes", "words": "You are right, there is room."}
    client.post(page("appeals-decide", appeal.ref), said)

    asked_kit.refresh_from_db()
    assert asked_kit.status == "invited"
    client.force_login(kit_login)
    assert "You are right, there is room." in text(client.get(page("applications-own")))


def test_a_mentors_file_says_what_is_lacking(client, asked_kit, rosa, page):
    client.force_login(rosa)

    assert "Two accepted references are needed" in text(client.get(page("mentors-detail", asked_kit.mentor.ref)))


def test_a_slip_to_sign_in_is_shown_once(client, asked_kit, rosa, page):
    client.force_login(rosa)

    slip = text(client.post(page("mentors-invite_login", asked_kit.mentor.ref), {"email": ""}))
    assert "Type this code" in slip
    again = client.post(page("mentors-invite_login", asked_kit.mentor.ref), {"email": ""})
    assert again.status_code == 422


def test_the_pipeline_says_for_how_many_days_it_is_whose_move(client, rosa, yorkshire):
    applied(yorkshire, rosa)
    MentorApplication.objects.update(since=timezone.now() - timedelta(days=12))
    client.force_login(rosa)

    page = client.get(reverse("mentoring:applications-index"))
    row = page.context["listing"].table.rows[0]
    assert (row.get_cell("waited"), row.get_cell("move")) == ("12", "Ours")
    MentorApplication.objects.update(
        status="withdrawn", stopped_from="submitted", stopped_at=timezone.now(), stopped_by=rosa, reason="own_choice"
    )
    page = client.get(reverse("mentoring:applications-index"))
    assert page.context["listing"].table.rows[0].get_cell("waited") == "–"
