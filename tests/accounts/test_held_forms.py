"""Nothing half-written is lost: what is sent after a time-out waits for its writer, and for nobody else."""

import json

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.actions import held_forms
from accounts.models import HeldForm
from accounts.tasks import let_go_of_old_forms
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

KEPT = "/account/kept/"
PLACE = "/people/new/"  # any page of ours that is locked and takes a form
WROTE = {"what_we_did": "We talked about his sister.", "mood": ["calm", "hopeful"], "password": "hunter2 hunter2"}


@pytest.fixture
def away(client, sam, sign_in, later):
    """Sam signed in, and then did nothing for longer than mentors may."""
    sign_in("sam")
    client.get("/account/")
    later(minutes=settings.IDLE_MINUTES + 1)
    return client


def test_somebody_who_does_nothing_for_long_is_signed_out(away):
    response = away.get("/account/")

    assert response["Location"] == "/account/login/?next=/account/"
    assert "_auth_user_id" not in away.session


def test_somebody_who_does_something_now_and_then_stays(client, sam, sign_in, later):
    sign_in("sam")
    for _ in range(4):
        later(minutes=settings.IDLE_MINUTES - 1)
        assert client.get("/account/").status_code == 200


def test_asking_to_stay_is_doing_something(client, sam, sign_in, later):
    sign_in("sam")
    for _ in range(3):
        later(minutes=settings.IDLE_MINUTES - 1)
        assert client.post(reverse("accounts:sign-in-stay")).status_code == 204


def test_any_page_of_ours_may_ask_to_stay_however_old_it_is(sam):
    old_page = Client(enforce_csrf_checks=True)
    old_page.force_login(sam)

    assert old_page.post(reverse("accounts:sign-in-stay")).status_code == 204
    assert old_page.get(reverse("accounts:sign-in-stay")).status_code == 405


def test_staff_are_signed_out_sooner(client, rosa, later):
    client.force_login(rosa)
    client.get("/account/")
    later(minutes=settings.IDLE_MINUTES_STAFF + 1)

    assert client.get("/account/").status_code == 302


def test_after_twelve_hours_everybody_signs_in_again(client, sam, sign_in, later):
    sign_in("sam")
    for _ in range(13):
        later(minutes=58)
        last = client.get("/account/").status_code

    assert last == 302


def test_being_seen_is_written_once_a_minute_at_most(client, sam, sign_in, django_assert_num_queries):
    sign_in("sam")
    client.get("/account/")
    with CaptureWrites() as writes:
        client.get("/account/")

    assert writes.sessions == 0


class CaptureWrites:
    def __enter__(self):
        self.sessions = 0
        self.hook = connection.execute_wrapper(self.count)
        self.hook.__enter__()
        return self

    def count(self, execute, sql, params, many, context):
        self.sessions += "django_session" in sql and not sql.startswith("SELECT")
        return execute(sql, params, many, context)

    def __exit__(self, *args):
        self.hook.__exit__(*args)


def test_what_is_sent_too_late_is_kept_and_offered_again(away, sam, sign_in):
    response = away.post(PLACE, WROTE)
    assert response["Location"] == f"/account/login/?next={KEPT}"

    assert sign_in("sam")["Location"] == KEPT
    page = away.get(KEPT).content.decode()
    assert "We talked about his sister." in page
    assert "calm" in page and "hopeful" in page
    assert f'action="{PLACE}"' in page
    assert "csrfmiddlewaretoken" in page
    assert "hunter2" not in page
    assert "<title>What you wrote – Alongside</title>" in " ".join(page.split())


def test_it_is_kept_the_morning_after_too(client, sam, sign_in, later):
    sign_in("sam")
    later(hours=15)

    client.post(PLACE, WROTE)

    assert HeldForm.objects.get().user == sam


def test_it_is_kept_when_another_page_found_out_first(away):
    away.get("/account/")
    away.post(PLACE, WROTE)

    assert HeldForm.objects.count() == 1


def test_the_database_alone_does_not_give_it_away(away):
    away.post(PLACE, WROTE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM accounts_heldform")
        assert "sister" not in str(cursor.fetchall())


def test_passwords_and_files_are_never_kept(away):
    away.post(PLACE, WROTE)

    fields = dict(json.loads(HeldForm.objects.get().body))
    assert set(fields) == {"what_we_did", "mood"}


def test_nobody_else_ever_sees_it(away, max_, sign_in):
    away.post(PLACE, WROTE)
    held = HeldForm.objects.get()

    sign_in("max")

    assert "sister" not in away.get(KEPT).content.decode()
    assert away.post(reverse("accounts:held-forms-let-go", args=[held.ref])).status_code == 404
    assert HeldForm.objects.exists()


def test_its_writer_may_throw_it_away(away, sign_in):
    away.post(PLACE, WROTE)
    sign_in("sam")

    away.post(reverse("accounts:held-forms-let-go", args=[HeldForm.objects.get().ref]))

    assert not HeldForm.objects.exists()


def test_opening_a_link_throws_nothing_away(away, sign_in):
    away.post(PLACE, WROTE)
    sign_in("sam")

    away.get(reverse("accounts:held-forms-let-go", args=[HeldForm.objects.get().ref]))

    assert HeldForm.objects.exists()


def test_sent_again_it_is_let_go(client, rosa, now):
    held = held_forms.keep(path="/account/invitations/new/", fields=[("display_name", "Ade")], by=rosa, at=now)
    client.force_login(rosa)

    client.post("/account/invitations/new/", {"display_name": "Ade", "roles": "applicant", "held_form": held.ref})

    assert not HeldForm.objects.exists()


def test_sent_again_where_it_may_not_go_it_still_waits(client, sam, now):
    held = held_forms.keep(path="/account/logins/", fields=[("words", "Ade")], by=sam, at=now)
    client.force_login(sam)

    assert client.post("/account/logins/", {"words": "Ade", "held_form": held.ref}).status_code == 403

    assert HeldForm.objects.exists()


def test_a_page_from_before_the_last_sign_in_is_kept_too(sam):
    client = Client(enforce_csrf_checks=True)
    client.force_login(sam)

    response = client.post(PLACE, WROTE)

    assert response["Location"] == KEPT
    assert HeldForm.objects.get().user == sam


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Mode": "cors"},
        {"HX-Request": "true"},
    ],
)
def test_what_another_site_or_a_script_sends_is_not_kept(sam, headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(sam)

    assert client.post(PLACE, WROTE, headers=headers).status_code == 403
    assert not HeldForm.objects.exists()


def test_the_door_itself_is_never_kept(away):
    away.get("/account/")
    away.post("/account/login/", {"login": "sam", "password": "x", "note": "y"})

    assert not HeldForm.objects.exists()


def test_a_page_for_everyone_is_not_kept_from_somebody_who_was_signed_out(away):
    away.get("/account/")
    response = away.post(reverse("accounts:invitations-start"), {"code": "7H2K-Q09V-XT4M"})

    assert response.status_code == 422
    assert not HeldForm.objects.exists()


def test_somebody_who_signed_out_themselves_leaves_nothing_behind(client, sam, sign_in):
    sign_in("sam")
    client.post(reverse("account_logout"))
    client.post(PLACE, WROTE)

    assert not HeldForm.objects.exists()


@pytest.mark.parametrize("fields", [[], [("note", "")], [("note", "x" * 200_001)]])
def test_nothing_and_too_much_are_not_kept(sam, now, fields):
    assert held_forms.keep(path=PLACE, fields=fields, by=sam, at=now) is None


def test_after_a_day_it_goes(sam):
    held_forms.keep(path=PLACE, fields=[("note", "words")], by=sam, at=NOW.replace(year=2025))

    let_go_of_old_forms.func()

    assert not HeldForm.objects.exists()
