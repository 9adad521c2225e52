import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User
from training.actions import join_codes
from training.models import Learner

pytestmark = pytest.mark.django_db
JOIN = reverse("training:join-codes-use")
CHOSEN = {"display_name": "Bo Lane", "username": "bo", "password": "walk with me a while", "password_again": ""}


@pytest.fixture
def code(leeds, hana, now):
    return join_codes.make(
        establishment=leeds, cohort=None, job="officer", places=3, expires_on=now.date() + timedelta(days=30),
        key="k1", by=hana, at=now,
    )  # fmt: skip


def said(code, **more):
    return {"code": code.in_groups.lower(), "job": "officer", "display_name": "Bo Lane", "email": ""} | more


def test_somebody_without_email_or_login_joins_and_signs_in(client, code, leeds):
    form = client.post(JOIN, said(code), follow=True)
    assert b"Choose how you sign in" in form.content
    assert code.code.encode() not in form.request["PATH_INFO"].encode()
    done = client.post(reverse("accounts:invitations-accept"), CHOSEN | {"password_again": CHOSEN["password"]})

    assert done.status_code == 302
    learner = Learner.objects.get(login__username="bo")
    assert (learner.name, learner.stations.get().establishment) == ("Bo Lane", leeds)


def test_with_an_email_the_link_comes_by_email(client, code, run_tasks):
    shown = client.post(JOIN, said(code, email="bo@example.org"))
    run_tasks()
    link = re.search(r"http\S+", mail.outbox[0].body)[0]

    assert b"Look in your email" in shown.content
    assert b"Choose how you sign in" in client.get(link.partition("//")[2].partition("/")[1] + link.split("/", 3)[3],
                                                   follow=True).content  # fmt: skip


def test_the_answer_is_the_same_for_an_email_that_is_known(client, code, max_, run_tasks):
    User.objects.filter(pk=max_.pk).update(email="max@example.org")
    known = client.post(JOIN, said(code, email="max@example.org"))
    new = client.post(JOIN, said(code, email="new@example.org"))
    run_tasks()

    assert (known.status_code, re.sub(rb"request \w+", b"", known.content)[:3000]) == (
        new.status_code,
        re.sub(rb"request \w+", b"", new.content)[:3000],
    )
    assert [one.to for one in mail.outbox] == [["new@example.org"]]


def test_somebody_who_signs_in_joins_at_once_and_twice_is_once(client, code, max_):
    client.force_login(max_)
    for _ in range(2):
        assert b"You have joined" in client.post(JOIN, {"code": code.code, "job": "care"}).content

    code.refresh_from_db()
    assert code.used == 1


def test_a_wrong_code_keeps_what_was_typed(client, db):
    answer = client.post(JOIN, {"code": "0000-0000", "job": "care", "display_name": "Bo Lane"})

    assert answer.status_code == 422
    assert b"We do not know that code" in answer.content
    assert b"Bo Lane" in answer.content


def test_a_code_is_made_once_and_taken_back(client, hana, leeds, now):
    client.force_login(hana)
    last = now + timedelta(days=20)
    form = {
        "establishment": leeds.ref, "job": "officer", "places": 5, "key": "abc123", "cohort": "",
        "expires_on_0": last.day, "expires_on_1": last.month, "expires_on_2": last.year,
    }  # fmt: skip
    pages = [client.post(reverse("training:join-codes-make"), form)["Location"] for _ in range(2)]
    assert pages[0] == pages[1]
    assert b"Take this code back" in client.get(pages[0]).content
    client.post(f"{pages[0]}take-back/")

    assert b"This code does not work" in client.get(pages[0]).content
