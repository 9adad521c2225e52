"""The second step: who owes one, what it is, and that the database alone does not give it away."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.actions import users
from accounts.models import User
from accounts.roles import STAFF, Role
from audit.models import Event
from tests.accounts.conftest import PASSWORD, code_for

SET_UP = "/account/second-step/"
SOME_PAGES = [
    "/desk/",
    "/people/",
    "/mentoring/",
    "/places/",
    "/account/",
    "/account/logins/",
    "/cms/",
    "/account/sessions/",
]


def raw_authenticators() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        return str(cursor.fetchall())


@pytest.mark.django_db
class TestOwingIt:
    @pytest.mark.parametrize("role", sorted(STAFF))
    def test_each_staff_role_is_sent_to_set_it_up(self, make_user, half_signed_in, role):
        client = half_signed_in(make_user("staff", role))

        for page in SOME_PAGES:
            response = client.get(page)
            assert response.status_code in {302, 404}, page
            assert response.status_code == 404 or response["Location"] == SET_UP, page

    def test_nothing_can_be_sent_without_it(self, rosa, half_signed_in):
        response = half_signed_in(rosa).post(
            "/account/invitations/new/", {"display_name": "Max", "roles": "peer_mentor"}
        )

        assert response["Location"] == SET_UP

    def test_the_way_to_it_and_the_way_out_are_open(self, rosa, half_signed_in):
        client = half_signed_in(rosa)

        assert client.get(SET_UP).status_code == 200
        assert client.post(reverse("account_logout")).status_code == 302
        assert "_auth_user_id" not in client.session

    def test_what_everyone_may_see_stays_open(self, rosa, half_signed_in):
        assert half_signed_in(rosa).get(reverse("accounts:invitations-start")).status_code == 200

    @pytest.mark.parametrize("role", sorted(set(Role) - STAFF))
    def test_mentors_and_applicants_are_only_offered_it(self, make_user, half_signed_in, role):
        page = half_signed_in(make_user("person", role)).get(reverse("accounts:security-account"))

        assert page.status_code == 200
        assert SET_UP in page.content.decode()

    def test_a_mentor_made_staff_owes_it_on_the_next_click(self, sam, half_signed_in, rosa, now):
        client = half_signed_in(sam)
        assert client.get("/account/").status_code == 200

        users.grant_role(user=sam, role=Role.COORDINATOR, by=rosa, at=now)

        assert client.get("/account/")["Location"] == SET_UP

    def test_one_added_in_another_browser_is_asked_for_here(self, rosa, half_signed_in, with_codes):
        client = half_signed_in(rosa)
        secret = with_codes(rosa)

        there = client.get("/account/")["Location"]
        assert there == f"{reverse('mfa_reauthenticate')}?next=%2Faccount%2F"
        assert client.post(there, {"code": code_for(secret)})["Location"] == "/account/"
        assert client.get("/account/").status_code == 200


@pytest.mark.django_db
class TestSettingItUp:
    @pytest.fixture(autouse=True)
    def commits_at_once(self, monkeypatch):
        """allauth tells of a new second step when its transaction is over; a test's never is."""
        monkeypatch.setattr("django.db.transaction.on_commit", lambda tell, *args, **kwargs: tell())

    @pytest.fixture
    def secret(self, rosa, sign_in, client):
        sign_in("rosa")
        page = client.get(reverse("mfa_activate_totp")).content.decode()
        return re.search(r'id="totp-key">(\w+)<', page).group(1)

    def test_codes_from_an_app_are_set_up_and_open_the_house(self, client, rosa, secret):
        response = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})

        assert response["Location"] == reverse("mfa_view_recovery_codes")
        page = client.get(response["Location"]).content.decode()
        assert len(re.findall(r"<code>\d{8}</code>", page)) == 10
        assert client.get("/account/").status_code == 200
        assert Event.objects.filter(verb="accounts.second_step.added", actor_ref=rosa.ref).count() == 1

    def test_the_database_holds_no_secret_while_or_after_it_is_set_up(self, client, rosa, secret):
        waiting = "".join(Session.objects.values_list("session_data", flat=True))
        client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
        codes = re.findall(r"<code>(\d{8})</code>", client.get(reverse("mfa_view_recovery_codes")).content.decode())

        stored = raw_authenticators() + waiting + "".join(Session.objects.values_list("session_data", flat=True))
        assert len(codes) == 10
        assert secret not in stored
        assert rosa.ref in raw_authenticators()
        assert not any(code in stored for code in codes)

    def test_a_wrong_code_turns_nothing_on(self, client, rosa, secret):
        response = client.post(reverse("mfa_activate_totp"), {"code": "000000"})

        assert response.status_code == 422
        assert secret in response.content.decode()
        assert not Authenticator.objects.exists()

    def test_the_picture_can_be_scanned_without_inline_style(self, client, rosa, secret):
        page = client.get(reverse("mfa_activate_totp")).content.decode()

        assert "<svg" in page
        assert "style=" not in page


@pytest.mark.django_db
class TestGivingIt:
    def test_a_wrong_code_is_not_enough(self, client, rosa, sign_in, with_codes):
        with_codes(rosa)
        sign_in("rosa")

        assert client.post(reverse("mfa_authenticate"), {"code": "123456"}).status_code == 422
        assert "_auth_user_id" not in client.session
        assert Event.objects.filter(verb="accounts.second_step.failed").count() == 1

    @pytest.mark.parametrize("late", [-1, 0, 1])
    def test_a_code_a_little_early_or_late_is_taken(self, client, rosa, sign_in, with_codes, late):
        secret = with_codes(rosa)
        sign_in("rosa")

        client.post(reverse("mfa_authenticate"), {"code": code_for(secret, late)})

        assert "_auth_user_id" in client.session

    def test_a_code_works_once(self, client, rosa, sign_in, with_codes):
        secret = with_codes(rosa)
        code = code_for(secret)
        sign_in("rosa")
        client.post(reverse("mfa_authenticate"), {"code": code})

        thief = Client()
        sign_in("rosa", by=thief)
        for key in [key for key in cache._cache if "totp.used" in key]:
            cache._cache.pop(key)  # allauth's own memory is shorter than the code lives; ours is not

        assert thief.post(reverse("mfa_authenticate"), {"code": f" {code} "}).status_code == 422
        assert "_auth_user_id" not in thief.session

    def test_five_wrong_codes_close_it_for_a_while(self, client, rosa, sign_in, with_codes):
        secret = with_codes(rosa)
        sign_in("rosa")
        for _ in range(5):
            client.post(reverse("mfa_authenticate"), {"code": "123456"})

        assert client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).status_code == 422

    def test_a_secret_moved_to_another_row_opens_nothing(self, client, rosa, sam, sign_in, with_codes):
        secret = with_codes(sam)
        Authenticator.objects.filter(user=sam).update(user=rosa)
        sign_in("rosa")

        assert client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).status_code == 422

    def test_staff_cannot_turn_off_their_last_one(self, client, rosa, with_codes):
        with_codes(rosa)
        client.force_login(rosa)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

        assert client.post(reverse("mfa_deactivate_totp")).status_code == 422
        assert Authenticator.objects.filter(user=rosa).exists()

    def test_a_new_password_does_not_skip_it(self, client, rosa, with_codes, mailoutbox, sign_in):
        User.objects.filter(pk=rosa.pk).update(email="rosa@example.org")
        with_codes(rosa)
        client.post(reverse("account_reset_password"), {"email": "rosa@example.org"})
        link = re.search(r"http\S+(/account/\S+)", mailoutbox[0].body).group(1)
        form = client.get(link)["Location"]
        new = "another long and lovely one"
        assert client.post(form, {"password1": new, "password2": new}).status_code == 302

        assert "_auth_user_id" not in client.session
        assert sign_in("rosa", new)["Location"] == reverse("mfa_authenticate")


@pytest.mark.django_db
def test_a_passkey_that_made_no_sense_is_refused(client, rosa, sign_in, with_codes):
    with_codes(rosa)
    sign_in("rosa")
    for credential in ["", "null", "[]", "{}", json.dumps({"id": "x", "response": {}}), "not json"]:
        response = client.post(reverse("mfa_authenticate"), {"credential": credential})
        assert response.status_code == 422, credential


@pytest.mark.django_db
def test_adding_a_passkey_that_made_no_sense_is_refused(client, rosa, sign_in):
    sign_in("rosa")
    client.get(reverse("mfa_add_webauthn"))
    for credential in ["", "null", "[]", "{}", json.dumps({"id": "x", "rawId": "x", "response": {}}), "not json"]:
        response = client.post(reverse("mfa_add_webauthn"), {"credential": credential, "name": "x"})
        assert response.status_code == 422, credential


@pytest.mark.django_db
def test_signing_in_with_a_passkey_that_made_no_sense_leads_back_to_the_door(client):
    for credential in ["", "null", "[]", "{}", json.dumps({"id": "x", "response": {"userHandle": "eA"}}), "not json"]:
        response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
        assert response.status_code == 302, credential
        assert response["Location"] == reverse("account_login")
