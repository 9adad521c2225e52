"""While the database is away people get a plain page that asks them to come back, and no server error."""

import sqlite3

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.http import HttpResponse

from common.request_log import DatabaseAway, is_away, note_fault


def fault(kind, driver):
    """As Django raises it: its own class, from the driver's."""
    found = kind(str(driver))
    found.__cause__ = driver
    return found


AWAY = [
    fault(OperationalError, psycopg.OperationalError("connection refused")),
    fault(OperationalError, psycopg.errors.AdminShutdown()),
    fault(OperationalError, psycopg.errors.DiskFull()),
    fault(OperationalError, psycopg.errors.TooManyConnections()),
    fault(OperationalError, psycopg.errors.QueryCanceled()),
    fault(OperationalError, psycopg.errors.DeadlockDetected()),
    fault(OperationalError, sqlite3.OperationalError("database is locked")),
    fault(OperationalError, sqlite3.OperationalError("unable to open database file")),
    fault(OperationalError, sqlite3.OperationalError("database or disk is full")),
    fault(OperationalError, sqlite3.OperationalError("attempt to write a readonly database")),
    fault(InterfaceError, psycopg.InterfaceError("connection already closed")),
]
OURS = [
    fault(OperationalError, sqlite3.OperationalError("no such table: people_person")),
    fault(ProgrammingError, psycopg.errors.UndefinedTable()),
    ValueError("x"),
    None,
]


@pytest.mark.parametrize("found", AWAY, ids=lambda f: str(f) or type(f.__cause__).__name__)
def test_these_pass_when_the_database_is_back(found):
    assert is_away(found)


@pytest.mark.parametrize("found", OURS, ids=str)
def test_these_are_faults_of_ours(found):
    assert not is_away(found)


def test_what_came_of_it_counts_too():
    later = RuntimeError()
    later.__context__ = AWAY[0]

    assert is_away(later)


def answer_to(found, rf, status=500):
    def inner(request):
        try:
            raise found
        except Exception:
            note_fault(sender=None, request=request)
        return HttpResponse("broken", status=status)

    return DatabaseAway(inner)(rf.get("/"))


def test_an_error_that_means_away_becomes_a_closed_sign(rf):
    answer = answer_to(AWAY[0], rf)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert answer["Cache-Control"] == "no-store"
    assert "Closed for a short time" in answer.content.decode()


def test_the_closed_sign_needs_no_template(rf, monkeypatch):
    monkeypatch.setattr("common.request_log.render_to_string", lambda name: 1 / 0)

    assert "Try again" in answer_to(AWAY[0], rf).content.decode()


def test_an_error_of_ours_stays_one(rf):
    assert answer_to(OURS[2], rf).status_code == 500


def test_a_page_that_coped_is_left_alone(rf):
    assert answer_to(AWAY[0], rf, status=200).status_code == 200


@pytest.mark.django_db
def test_it_holds_for_faults_in_any_layer(client, monkeypatch):
    """Django answers for an exception in a middleware before anybody outside can see it."""
    client.raise_request_exception = False

    def away(self, request):
        raise AWAY[0]

    monkeypatch.setattr("accounts.middleware.SignedInRules.__call__", away)
    assert client.get("/health/live").status_code == 503
    monkeypatch.undo()
    assert client.get("/health/live").status_code == 200
