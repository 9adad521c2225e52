"""One command keeps the web and a worker alive."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from tests.worker import jobs
from tests.worker.processes import wait_until
from worker import serving
from worker.models import WorkerBeat

pytestmark = pytest.mark.usefixtures("socket_enabled")
LONG = 90


@pytest.fixture
def served(run):
    process = run("serve", "--port", "0", "--workers", "1", "--threads", "2")
    first = process.stdout.readline()
    found = re.search(r"http://localhost:(\d+)/", first)
    assert found, first
    return process, int(found.group(1))


def ask(port, path="/health/live"):
    """(status, body)"""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=LONG) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read().decode()


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return {("web" if "gunicorn" in line else "worker"): int(line.split()[0]) for line in found.splitlines()}


def alive(pid):
    """A zombie is dead: nobody has looked at it yet."""
    state = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return state not in ("", "Z")


def test_what_is_killed_is_back_within_seconds_and_what_is_asked_to_stop_stops(served, tmp_path):
    process, port = served
    assert ask(port) == (200, "ok")
    wait_until(WorkerBeat.objects.exists)
    before = children(process.pid)
    result = jobs.work_slowly.enqueue(str(tmp_path / "notes"), 2)
    wait_until(lambda: jobs.lines(tmp_path / "notes"))

    os.kill(before["worker"], signal.SIGKILL)
    killed = time.monotonic()
    wait_until(lambda: children(process.pid).get("worker", before["worker"]) != before["worker"])
    assert time.monotonic() - killed < 10
    wait_until(lambda: DBTaskResult.objects.get(pk=result.id).status == "SUCCESSFUL")

    os.killpg(before["web"], signal.SIGKILL)
    # Nobody is turned away meanwhile: the socket is the keeper's, so the question waits for the new web.
    assert ask(port) == (200, "ok")
    assert children(process.pid)["web"] != before["web"]
    status, body = ask(port, "/health/?format=json")
    assert (status, json.loads(body)["state"]) == (200, "ok")

    kept = children(process.pid)
    process.terminate()
    out, _ = process.communicate(timeout=LONG)
    assert process.returncode == 0
    assert out.rstrip().endswith("Stopped.")
    assert not any(alive(pid) for pid in kept.values())
    assert not WorkerBeat.objects.exists()


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="only Linux tells children that their parent died")
def test_killed_hard_it_leaves_nobody_behind(served):
    process, port = served
    ask(port)
    wait_until(WorkerBeat.objects.exists)
    kept = children(process.pid)
    assert set(kept) == {"web", "worker"}

    process.kill()
    wait_until(lambda: not any(alive(pid) for pid in kept.values()))


def test_a_port_that_is_taken_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} cannot be used.*--port {port + 1}"):
            call_command("serve", port=port)


def test_what_dies_at_once_waits_longer_each_time(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(serving.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(serving.Child, "start", lambda self: setattr(self, "process", Dead()) or begin(self))

    def begin(child):
        child.began = now[0]
        started.append(now[0])

    class Dead:
        def poll(self):
            return 1

    started: list[float] = []
    child = serving.Child("web", lambda own, before: [])
    while now[0] < 100:
        child.look()
        now[0] += 0.1

    pauses = [round(later - earlier) for earlier, later in zip(started, started[1:], strict=False)]
    assert pauses[:5] == [1, 2, 4, 8, 16]
    assert max(pauses) <= 31
