"""Is everything well? 200 or 503, with what is wrong, and nothing else."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from messaging import addresses
from messaging.actions.outbox import promise
from messaging.models import Message
from tests.worker import jobs
from tests.worker.processes import ROOT
from worker import health
from worker.models import WorkerBeat

JSON = "/health/?format=json"


def beat(ago=0):
    at = timezone.now() - timedelta(seconds=ago)
    WorkerBeat.objects.create(worker_id="w", host="h", pid=1, started_at=at, seen_at=at)


def checks(client, status):
    answer = client.get(JSON)
    assert answer.status_code == status, answer.content
    return answer.json()["checks"]


@pytest.mark.django_db
class TestEveryCheck:
    def test_all_is_well(self, client):
        beat()

        answer = client.get(JSON)
        assert (answer.status_code, answer.json()["state"]) == (200, "ok")
        assert {name: check["state"] for name, check in answer.json()["checks"].items()} == dict.fromkeys(
            [
                "web",
                "database",
                "migrations",
                "worker",
                "queue",
                "outbox",
                "texts",
                "record store",
                "messages",
                "pages by the clock",
                "disk",
            ],
            "ok",
        )

    def test_without_a_worker_it_is_down(self, client):
        assert checks(client, 503)["worker"]["state"] == "down"

    def test_a_worker_not_heard_of_for_a_while_is_down(self, client):
        beat(ago=31)

        found = checks(client, 503)["worker"]
        assert found["state"] == "down"
        assert 31 <= found["seconds"] < 60

    def test_a_task_that_waits_too_long_shows(self, client):
        beat()
        jobs.answer.enqueue(1)
        assert checks(client, 200)["queue"]["state"] == "ok"

        DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(seconds=601))
        assert checks(client, 503)["queue"]["seconds"] >= 601

    def test_a_task_for_later_does_not_wait(self, client):
        beat()
        jobs.answer.using(run_after=timezone.now() + timedelta(days=1)).enqueue(1)
        DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=9))

        assert checks(client, 200)["queue"]["seconds"] == 0

    def test_a_message_that_waits_too_long_shows(self, client):
        beat()
        at = timezone.now() - timedelta(seconds=601)
        promise(to=addresses.email("a@b.example"), about=None, key="k", by=None, at=at, subject="Hello", text="Hello")

        assert checks(client, 503)["outbox"]["state"] == "down"

    def test_a_message_given_up_asks_somebody_to_look(self, client):
        beat()
        at = timezone.now()
        promise(to=addresses.email("a@b.example"), about=None, key="k", by=None, at=at, subject="Hello", text="Hello")
        Message.objects.update(status="failed", over_at=at)

        assert checks(client, 200)["outbox"]["state"] == "look"

    def test_a_full_disk_shows(self, client, monkeypatch):
        beat()
        monkeypatch.setattr(health, "LEAST_DISK", 10**18)

        assert checks(client, 503)["disk"]["state"] == "down"

    def test_a_migration_that_waits_shows(self, client, monkeypatch):
        beat()
        monkeypatch.setitem(health._migrations, "until", 0)
        monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: ["something"])

        assert checks(client, 503)["migrations"]["state"] == "down"

    def test_people_get_a_page(self, client):
        beat()
        answer = client.get("/health/", headers={"accept": "text/html"})
        assert answer.status_code == 200
        assert "Everything is working" in answer.content.decode()

        WorkerBeat.objects.all().delete()
        answer = client.get("/health/", headers={"accept": "text/html"})
        assert answer.status_code == 503
        assert "Something is not working" in answer.content.decode()

    def test_a_machine_that_asks_for_json_gets_it(self, client):
        assert client.get("/health/", headers={"accept": "application/json"})["Content-Type"] == "application/json"

    def test_it_says_nothing_of_hosts_versions_or_people(self, client, rosa):
        at = timezone.now()
        WorkerBeat.objects.create(worker_id="worker-seven", host="secret-host", pid=4321, started_at=at, seen_at=at)

        for path in (JSON, "/health/"):
            said = client.get(path, headers={"accept": "text/html"}).content.decode()
            assert not [
                word for word in ("secret-host", "worker-seven", "4321", "Django", "sqlite", "postgres") if word in said
            ]

    def test_it_asks_little_of_the_database(self, client, django_assert_max_num_queries):
        beat()
        client.get(JSON)
        with django_assert_max_num_queries(9):
            client.get(JSON)


def test_the_process_is_alive_without_any_database(client):
    # No django_db mark: a query would be refused.
    answer = client.get("/health/live")

    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]


ASK = """
import sys, time, django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
for path in sys.argv[1:]:
    begun = time.monotonic()
    answer = client.get(path, headers={"accept": "text/html"}, HTTP_HOST="localhost")
    print(path, answer.status_code, answer.get("Retry-After"), round(time.monotonic() - begun, 3))
    print(answer.content.decode())
"""


@pytest.mark.parametrize("debug", ["yes", "no"])
def test_with_the_database_down_people_are_asked_to_come_back(debug):
    """A whole house of its own, pointed at a port where no PostgreSQL is."""
    env = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        "DEBUG": debug,
        "SECRET_KEY": "x" * 50,
        "FIELD_KEYS": "t:" + "A" * 43 + "=",
        "BLIND_INDEX_KEY": "y" * 50,
        "AUDIT_KEY": "z" * 50,
        "ALLOWED_HOSTS": "localhost",
        "PUBLIC_BASE_URL": "https://localhost",
    }
    paths = ["/health/live", "/health/", JSON, "/health/live"]
    out = subprocess.run([sys.executable, "-c", ASK, *paths], env=env, cwd=ROOT, capture_output=True, text=True)
    answers = [line.split() for line in out.stdout.splitlines() if line.startswith("/health")]

    assert [answer[1] for answer in answers] == ["200", "503", "503", "200"], out.stderr
    assert answers[1][2] == "30"
    assert all(float(answer[3]) < 2 for answer in answers[1:])
    assert "Closed for a short time" in out.stdout
    assert '"database": {"state": "down"' in out.stdout
    assert "Traceback" not in out.stdout


def test_findings_of_before_are_not_kept_when_the_database_comes_back(client, db, monkeypatch):
    monkeypatch.setattr(health, "database", lambda at: health.Finding(health.State.DOWN, "gone"))
    assert client.get(JSON).status_code == 503
    monkeypatch.undo()
    beat()

    assert client.get(JSON).status_code == 200
