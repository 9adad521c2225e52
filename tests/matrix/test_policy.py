"""Every URL answers every role as the policy says, and a URL without a policy fails."""

from collections import Counter

import pytest
from django.db import transaction
from django.urls import reverse

from audit.models import Look
from tests.house.survey import doors, forbid, is_ours
from tests.matrix.doors import BY_APP, CAST, DOORS, OUTSIDE, TAKEN

# Once: test_bad_input opens every door on both databases.
pytestmark = [pytest.mark.django_db, pytest.mark.once]
each_app = pytest.mark.parametrize("app", BY_APP)
ROLES = [*OUTSIDE, *CAST]
PRIVATE = ("people:", "mentoring:", "throughcare:", "casefiles_support:")


def test_every_url_has_a_policy():
    named = {door.name for door in DOORS}
    ours = {name: path for name, path, view in doors() if is_ours(view)}

    unnamed = [f"{name} (/{path})" for name, path in ours.items() if name not in named]
    forbid(unnamed, "say in tests/matrix/policies who may")
    forbid(named - set(ours), "a policy for no URL")


def test_no_url_has_two_policies():
    twice = [key for key, n in Counter((d.name, tuple(d.args.items()), d.query) for d in DOORS).items() if n > 1]

    forbid(twice, "one URL, one policy")


@each_app
def test_each_door_opens_for_those_and_only_those(app, everybody, request):
    wrong = []
    for door in BY_APP[app]:
        url = door.url(request)
        for role in ROLES:
            answer = ask(everybody[role], "post" if door.post_only else "get", url)
            if not fits(door, role, answer):
                wrong.append(f"{door.name} {role}: {answer.status_code}, not {door.status_for(role)}")

    forbid(wrong, "the policy says otherwise")


@each_app
def test_who_may_not_read_may_not_write(app, everybody, request):
    taken = []
    for door in BY_APP[app]:
        url = door.url(request)
        for role in [role for role in ROLES if not is_open(door, role)]:
            answer = ask(everybody[role], "post", url)
            if not refused(answer):
                taken.append(f"{door.name} {role}: {answer.status_code}")

    forbid(taken, "a POST was taken from")


@each_app
def test_every_opening_of_a_record_leaves_a_look(app, everybody, request):
    silent = []
    for door in filter(lambda door: door.about, BY_APP[app]):
        url, person = door.url(request), request.getfixturevalue(door.about)
        for role in sorted(door.opens):
            with transaction.atomic():
                before = Look.objects.filter(about_ref=person.ref).count()
                ask(everybody[role], "post" if door.post_only else "get", url, undo=False)
                if Look.objects.filter(about_ref=person.ref).count() == before:
                    silent.append(f"{door.name} {role}")
                transaction.set_rollback(True)

    forbid(silent, "opened and left no Look")


def test_a_page_with_a_ref_says_whose_record_it_shows():
    wordless = [
        door.name
        for door in DOORS
        if door.name.startswith(PRIVATE) and "ref" in door.args and not (door.about or door.not_about)
    ]

    forbid(wordless, "say whose record it shows (about), or why it shows nobody's (not_about)")


def ask(client, method, url, *, undo=True):
    """Ask, and undo whatever it did."""
    client.raise_request_exception = False
    with transaction.atomic():
        answer = getattr(client, method)(url)
        transaction.set_rollback(undo)
    return answer


def is_open(door, role):
    return door.public if role in OUTSIDE else role in door.opens


def fits(door, role, answer):
    wanted = door.status_for(role)
    if not is_open(door, role):
        return answer.status_code == wanted and refused(answer)
    return answer.status_code in TAKEN if door.post_only and wanted in TAKEN else answer.status_code == wanted


def refused(answer):
    if answer.status_code == 302:
        return answer["Location"].startswith(reverse("account_login"))
    return answer.status_code in {403, 404, 405}
