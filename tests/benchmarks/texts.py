"""How fast texts are planned, claimed and sent, and whether any is doubled or lost: run by hand, never by the tests.

    DATABASE_URL=postgres://… .venv/bin/python tests/benchmarks/texts.py              # everything
    DATABASE_URL=postgres://… .venv/bin/python tests/benchmarks/texts.py plan drain   # some of it
    TEXTS=200 … tests/benchmarks/texts.py chaos                                       # fewer

Parts: plan, claim, drain, limit, reports, chaos. It makes a scratch database of its own and takes it away again, and
starts the Twilio stand-in that lies beside the checkout.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["TEST_SQLITE_PATH"] = str(Path(tempfile.mkdtemp()) / "texts.sqlite3")
os.environ["TEST_DATABASE_NAME"] = "scratch_texts"
BASE = ""

import django  # noqa: E402

django.setup()

import requests  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from twilio.request_validator import RequestValidator  # noqa: E402

from audit.models import Head  # noqa: E402
from messaging import gates, hearing, wording  # noqa: E402
from messaging.actions import claims, drains, texts  # noqa: E402
from messaging.clock import Steady, database_now  # noqa: E402
from messaging.models import Sender, Text, TextEvent  # noqa: E402
from messaging.pointers import Pointer  # noqa: E402
from tests.messaging import chaos  # noqa: E402
from tests.messaging.standin import ACCOUNT, TOKEN, module  # noqa: E402
from tests.messaging.texting import MORNING, wanted  # noqa: E402

MANY = int(os.environ.get("TEXTS", "2000"))
SEED = int(os.environ.get("SEED", "1"))
BEGUN = database_now()
AS_A_DRAIN = Steady(database_now)
TWILIO = "messaging.gateways.twilio.TwilioGateway"
FAST = {"per_second": 0, "day": 10**6, "month": 10**7, "person": 10**4, "gateway": TWILIO}
PATIENT = {"timeout": 2, "lease": 8, "first_look": 2, "look_apart": 3, "backoff": 0.5, "threads": 2}


def clock() -> datetime:
    """The database's clock as a drain reads it, moved to a morning."""
    return MORNING + (AS_A_DRAIN() - BEGUN)


def set_up(base: str, **patience: Any) -> None:
    gates._gates.clear()
    gates._gates["custody"] = lambda text, at: []
    hearing._instead.clear()
    wording._names.clear()
    settings.DEBUG = False
    settings.TWILIO_API_BASE_URL, settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN = base, ACCOUNT, TOKEN
    settings.TWILIO_FROM, settings.PUBLIC_BASE_URL = "+447700900000", "http://127.0.0.1:9"
    settings.MESSAGING = {**settings.MESSAGING, "texts": {**FAST, **patience}}


def somebody(number: int) -> dict[str, Any]:
    """A person, a session and a telephone; none of the stand-in's magic numbers."""
    person, session = Pointer("tests.person", f"p{number:011}"), Pointer("tests.session", f"s{number:011}")
    return {"recipient": person, "subject": session, "number": f"+44772{number:07}"}


def plan(many: int, first: int = 0, **changes: Any) -> float:
    begun = time.perf_counter()
    promises = [texts.Promise(**wanted(**somebody(first + n), **changes)) for n in range(many)]
    assert texts.promise_texts(promises, by=None, at=clock()) == many
    return time.perf_counter() - begun


def empty() -> None:
    Text.objects.all().delete()
    Sender.objects.update(next_at=None, at_once=8, stopped_at=None, stopped_until=None, stopped_code=None)


def say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:62} {figure:>28}\n")
    sys.stdout.flush()


def p95(values: list[float]) -> str:
    return f"{1000 * statistics.quantiles(values, n=20)[-1]:.1f} ms (median {1000 * statistics.median(values):.1f})"


def bench_plan(control: Any) -> None:
    say("plan 10,000 reminders (target: under 10 s)", f"{plan(10_000):.1f} s")
    begun = time.perf_counter()
    again = texts.promise_texts([texts.Promise(**wanted(**somebody(n))) for n in range(10_000)], by=None, at=clock())
    say("plan the same again: none is new", f"{again} new, {time.perf_counter() - begun:.1f} s")


def bench_claim(control: Any) -> None:
    plan(90_000, send_after=MORNING + timedelta(days=3), starts=MORNING + timedelta(days=4))
    plan(10_000, slot="now")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    taken = []
    for _ in range(200):
        begun = time.perf_counter()
        found = claims.claim(most=2, at=clock())
        taken.append(time.perf_counter() - begun)
        assert len(found.claimed) == 2
        Text.objects.filter(status="claimed").update(status="expired", lease_until=None, reason="x")
    say("claim among 100,000 rows, p95 (target: under 20 ms)", p95(taken))


def bench_drain(control: Any) -> None:
    control.config({"latency_ms": 100, "callbacks": False})
    Sender.objects.update(at_once=32)
    before = os.getloadavg()[0]
    plan(16, first=500_000)
    drains.drain(clock=clock, threads=8)  # a worker that runs has loaded what it needs: that takes seconds
    plan(1_000)
    begun, ours = time.perf_counter(), time.process_time()
    went = drains.drain(clock=clock, threads=8)
    took, ours = time.perf_counter() - begun, time.process_time() - ours
    say(
        "drain 1,000 at 100 ms with 8 threads (target: 60 a second)",
        f"{went / took:.1f}/s ({1000 * ours / went:.1f} ms each)",
    )
    say("… load of the machine, a minute before and after", f"{before:.1f}, {os.getloadavg()[0]:.1f}")
    say("… accepted more than once", str(control.stats()["duplicates"]["extra_messages"]))


def bench_limit(control: Any) -> None:
    set_up(BASE, per_second=10)
    control.config({"latency_ms": 50, "callbacks": False})
    plan(200)
    begun = time.perf_counter()
    went = drains.drain(clock=clock, threads=8)
    rate = went / (time.perf_counter() - begun)
    say("drain 200 at 10 a second (target: 9.5 to 10.0, never above)", f"{rate:.2f}/s, {control.stats()['rate']}")


def bench_reports(control: Any) -> None:
    """Against gunicorn, as it runs for real: signed reports, 100 a second."""
    port = 8_765
    address = f"http://127.0.0.1:{port}"
    env = {**child_env(), "TWILIO_AUTH_TOKEN": TOKEN, "PUBLIC_BASE_URL": address, "TWILIO_FROM": "+447700900000"}
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "--threads", "4", "-b", f"127.0.0.1:{port}", "config.wsgi"]
    server = subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    validator, path = RequestValidator(TOKEN), "/hooks/texts/report/?ref=abc"
    answers: list[float] = []
    session = requests.Session()

    def report(n: int) -> None:
        fields = {"MessageSid": f"SM{n:032}", "MessageStatus": "sent"}
        signed = {"X-Twilio-Signature": validator.compute_signature(address + path, fields)}
        begun = time.perf_counter()
        answer = session.post(address + path, fields, headers=signed, timeout=10)
        assert answer.status_code == 204, answer.status_code
        answers.append(time.perf_counter() - begun)

    try:
        for _ in range(100):
            try:
                report(0)
                break
            except requests.ConnectionError:
                time.sleep(0.2)
        answers.clear()
        with ThreadPoolExecutor(16) as pool:
            begun = time.perf_counter()
            for n in range(2_000):
                time.sleep(max(0, begun + n / 100 - time.perf_counter()))
                pool.submit(report, n + 1)
        took = time.perf_counter() - begun
    finally:
        server.terminate()
        server.wait()
    say("reports at 100 a second, p95 (target: under 100 ms)", p95(answers))
    say("… answered with 204, and settled afterwards at", f"{len(answers) / took:.0f}/s")


def child_env() -> dict[str, str]:
    name = str(connection.settings_dict["NAME"])
    url = os.environ.get("DATABASE_URL", "")
    where = {"DATABASE_URL": f"{url.rsplit('/', 1)[0]}/{name}"} if url else {"SQLITE_PATH": name}
    return {
        **os.environ, **where, "TWILIO_API_BASE_URL": BASE, "TWILIO_ACCOUNT_SID": ACCOUNT,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }  # fmt: skip


def bench_chaos(control: Any) -> None:
    """Eight workers, one of them killed every second or so, and three answers of ten that are lost or lie."""
    set_up(BASE, **PATIENT)
    control.config({"latency_ms": 50, "list_lag_ms": 1_000, "callbacks": False})
    control.faults(chaos.faults())
    Sender.objects.update(at_once=32)
    plan(MANY)
    begun, crew = time.monotonic(), chaos.Crew(8, lambda: chaos.work(clock), random.Random(SEED))  # noqa: S311
    ended = crew.run(pauses=(1, 4), kills=10**6, seconds=1_200)
    say(
        f"{MANY:,} texts, 8 workers, {crew.killed} killed, 30 % faults",
        f"{time.monotonic() - begun:.0f} s{'' if ended else ', NOT ENDED'}",
    )
    found = chaos.count(control, most=MANY)
    say("… doubled, lost (target: 0 and 0)", f"{found.doubled}, {found.lost}")
    say("… went, and held for a person after three tries in vain", f"{found.went}, {found.held}")
    say("… answers to posts and searches", f"{control.stats()['http']}")


PARTS = {
    "plan": bench_plan, "claim": bench_claim, "drain": bench_drain, "limit": bench_limit, "reports": bench_reports,
    "chaos": bench_chaos,
}  # fmt: skip


def main() -> None:
    global BASE
    connection.settings_dict["TEST"]["MIGRATE"] = False
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    process, BASE, control = module().start(0)
    try:
        Head.objects.create(pk=1)
        Sender.objects.create(pk=1)
        for part in sys.argv[1:] or PARTS:
            control.reset()
            set_up(BASE)
            empty()
            TextEvent.objects.all().delete()
            PARTS[part](control)
    finally:
        process.terminate()
        process.wait()
        connection.close()
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main()
