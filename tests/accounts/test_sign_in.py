"""Coming in by the door, and being turned away."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts import bars
from accounts.adapter import NOT_RIGHT
from accounts.models import User
from audit.models import Event
from tests.accounts.conftest import PASSWORD, code_for

pytestmark = pytest.mark.django_db


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_a_mentor_signs_in_with_a_username(client, sam, sign_in):
    response = sign_in("sam")

    assert response.status_code == 302
    assert signed_in(client)


def test_a_username_is_known_in_any_case(client, sam, sign_in):
    sign_in(" SAM ")

    assert signed_in(client)


def test_somebody_with_an_email_signs_in_with_it(client, make_user, sign_in):
    make_user("nia", email="nia@example.org")

    sign_in("Nia@Example.org")

    assert signed_in(client)


def test_the_door_leads_back_to_where_somebody_wanted_to_go(client, sam):
    response = client.post(f"{reverse('account_login')}?next=/places/", {"login": "sam", "password": PASSWORD})

    assert response["Location"] == "/places/"


def test_the_door_leads_nowhere_outside(client, sam):
    response = client.post(f"{reverse('account_login')}?next=//evil.example/", {"login": "sam", "password": PASSWORD})

    assert response["Location"] == settings.LOGIN_REDIRECT_URL


def test_a_new_session_begins_at_the_door(client, sam, sign_in):
    client.get(reverse("accounts:invitations-follow", args=["abc"]))  # a session before signing in
    before = client.session.session_key

    sign_in("sam")

    assert client.session.session_key != before


def test_an_old_cookie_is_worth_nothing_after_signing_out(client, sam, sign_in):
    sign_in("sam")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(reverse("account_logout"))

    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = cookie

    assert thief.get(reverse("accounts:security-account")).status_code == 302


def test_signing_out_by_a_link_is_not_possible(client, sam):
    client.force_login(sam)

    client.get(reverse("account_logout"))

    assert signed_in(client)


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("sam", "not this one"),
        ("nobody", PASSWORD),
        ("nobody@example.org", PASSWORD),
        ("nia@example.org", "no"),
        ("shut", PASSWORD),
    ],
)
def test_every_refusal_says_the_same(client, sam, make_user, sign_in, login, password):
    make_user("nia", email="nia@example.org")
    make_user("shut", is_active=False)

    response = sign_in(login, password)

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [NOT_RIGHT]
    assert response.context["form"]["login"].value() == login
    assert not signed_in(client)


@pytest.mark.parametrize("login", ["sam", "nobody", "nia@example.org", "nobody@example.org", "shut"])
def test_every_refusal_costs_one_hash(client, sam, make_user, sign_in, login, monkeypatch):
    make_user("nia", email="nia@example.org")
    make_user("shut", is_active=False)
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *a, **k: hashed.append(1) or encode(self, *a, **k))

    sign_in(login, "not this one")

    assert len(hashed) == 1


def test_a_lock_costs_one_hash_too(client, sam, sign_in, monkeypatch):
    for _ in range(5):
        sign_in("sam", "wrong")
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *a, **k: hashed.append(1) or encode(self, *a, **k))

    response = sign_in("sam", "wrong")

    assert len(hashed) == 1
    assert response.context["form"].non_field_errors() == [NOT_RIGHT]


def test_an_empty_form_is_told_what_is_missing(client, db, sign_in):
    response = sign_in("", "")

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"login", "password"}


def test_a_bar_keeps_somebody_out_whatever_they_type(client, sam, sign_in, monkeypatch):
    monkeypatch.setitem(bars._bars, "test", lambda user: "Not at the moment." if user == sam else None)

    assert sign_in("sam").context["form"].non_field_errors() == [NOT_RIGHT]
    assert not signed_in(client)


def test_signing_in_and_out_is_written_down(client, sam, sign_in):
    sign_in("sam")
    client.post(reverse("account_logout"))

    verbs = list(Event.objects.order_by("pk").values_list("verb", "actor_ref"))
    assert verbs[-2:] == [("accounts.login.signed_in", sam.ref), ("accounts.login.signed_out", sam.ref)]


def test_a_failure_names_only_a_login_that_exists(client, sam, sign_in):
    sign_in("sam", "wrong")
    sign_in("my secret password", "sam")

    known, unknown = Event.objects.filter(verb="accounts.login.failed").order_by("pk")
    assert known.subject_ref == sam.ref
    assert unknown.subject_ref == ""
    assert "my secret" not in str([vars(unknown), unknown.detail])


def test_what_is_not_used_does_not_exist(client, db):
    for name in ("account_signup", "account_inactive", "account_email_verification_sent"):
        assert client.get(reverse(name)).status_code == 404
        assert client.post(reverse(name)).status_code == 404
    for path in ("login/code/", "phone/verify/", "signup/passkey/", "3rdparty/", "social/signup/", "2fa/trust/"):
        assert client.get(f"/account/{path}").status_code == 404


def test_no_page_at_the_door_names_anybody_in_its_title(client, sam, sign_in):
    page = client.get(reverse("account_login")).content.decode()

    assert "<title>Sign in – Alongside</title>" in " ".join(page.split())


@pytest.mark.parametrize("field", ["login", "password"])
def test_a_huge_or_strange_answer_is_only_wrong(client, db, sign_in, field):
    given = {"login": "sam", "password": "x"} | {field: "é\u202e'\"<" * 3000}

    assert sign_in(given["login"], given["password"]).status_code == 422


def test_staff_with_codes_are_asked_for_one(client, rosa, sign_in, with_codes):
    secret = with_codes(rosa)

    assert sign_in("rosa")["Location"] == reverse("mfa_authenticate")
    assert not signed_in(client)

    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert signed_in(client)
    assert client.get(reverse("accounts:security-account")).status_code == 200


def test_people_can_be_found_by_one_email_only(make_user):
    make_user("a", email="same@example.org")

    with pytest.raises(Exception, match="(?i)unique"):
        User.objects.create_user("b", email="SAME@example.org")
