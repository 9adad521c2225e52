"""How often a sign-in may fail, and that nobody can turn that against somebody else."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def fail(sign_in, times: int, login: str = "sam", **where) -> None:
    for _ in range(times):
        sign_in(login, "wrong", **where)


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_after_five_failures_the_right_password_must_wait(client, sam, sign_in):
    fail(sign_in, 5)

    assert sign_in("sam").status_code == 422
    assert not is_in(client)


def test_the_wait_is_over_after_five_minutes(client, sam, sign_in, later):
    fail(sign_in, 5)
    later(minutes=5, seconds=1)

    sign_in("sam")

    assert is_in(client)


def test_success_does_not_use_up_tries(client, sam, sign_in):
    for _ in range(8):
        sign_in("sam")
        client.post(reverse("account_logout"))

    sign_in("sam")
    assert is_in(client)


def test_failures_elsewhere_do_not_shut_a_person_out(client, sam, sign_in):
    fail(sign_in, 20, by=Client(), REMOTE_ADDR="203.0.113.9")

    sign_in("sam", REMOTE_ADDR="198.51.100.7")

    assert is_in(client)


def test_many_places_at_once_cannot_guess_without_end(client, sam, sign_in):
    for place in range(1, 12):
        fail(sign_in, 5, by=Client(), REMOTE_ADDR=f"203.0.113.{place}")

    assert sign_in("sam", REMOTE_ADDR="198.51.100.7").status_code == 422


def test_many_places_at_once_cannot_shut_out_a_browser_that_somebody_used_before(client, sam, sign_in):
    sign_in("sam")
    client.post(reverse("account_logout"))
    for place in range(1, 12):
        fail(sign_in, 5, by=Client(), REMOTE_ADDR=f"203.0.113.{place}")

    sign_in("sam")

    assert is_in(client)


def test_a_browser_that_knows_one_person_is_no_key_to_another(client, sam, max_, sign_in):
    sign_in("sam")
    client.post(reverse("account_logout"))
    fail(sign_in, 5, login="max")

    assert sign_in("max").status_code == 422


def test_a_known_browser_does_not_guess_without_end(client, sam, sign_in):
    sign_in("sam")
    client.post(reverse("account_logout"))
    fail(sign_in, 10)

    assert sign_in("sam").status_code == 422


def test_the_cookie_of_a_known_browser_names_nobody(client, sam, sign_in):
    sign_in("sam")

    cookie = client.cookies["known"]
    assert "sam" not in cookie.value.lower()
    assert sam.ref not in cookie.value
    assert cookie["httponly"]


def test_a_made_up_cookie_is_worth_nothing(client, sam, sign_in):
    client.cookies["known"] = "WyJhIl0:1:made-up"
    fail(sign_in, 5)

    assert sign_in("sam").status_code == 422


def test_a_whole_prison_behind_one_address_can_sign_in(make_user):
    people = [make_user(f"person{number}") for number in range(60)]
    for person in people:
        Client().post(reverse("account_login"), {"login": person.username, "password": "wrong"})

    last = Client()
    last.post(reverse("account_login"), {"login": people[-1].username, "password": PASSWORD})

    assert is_in(last)


def test_an_address_that_asks_without_end_is_told_to_wait(client, db):
    answers = {client.post(reverse("account_login"), {}).status_code for _ in range(205)}

    assert answers == {422, 429}


def test_confirming_a_password_is_limited_too(client, sam):
    client.force_login(sam)
    answers = [client.post(reverse("account_reauthenticate"), {"password": "wrong"}).status_code for _ in range(12)]

    assert answers[0] == 422
    assert answers[-1] in {422, 429}
    assert client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).status_code in {422, 429}
