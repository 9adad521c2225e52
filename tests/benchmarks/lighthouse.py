"""What Lighthouse says of the public pages at phone size: run by hand, never by the tests.

    npm install --prefix /tmp/lighthouse lighthouse@12       # once, outside the tree; needs Node 18 or newer
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres .venv/bin/python tests/benchmarks/lighthouse.py
    DATABASE_URL=… .venv/bin/python tests/benchmarks/lighthouse.py /help/ /search/       # some pages

As production: DEBUG off, PostgreSQL, collected files, gunicorn, HTTPS (with a certificate of its own making). It makes
a scratch database and takes it away again. `LIKE=name` copies one that is migrated already; `KEEP=yes` leaves each
report in a folder, whose name it says.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from ssl import _create_unverified_context  # a certificate of our own making, on this machine
from typing import Any

import psycopg
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).resolve().parent.parent.parent
LIGHTHOUSE = os.environ.get("LIGHTHOUSE", "/tmp/lighthouse/node_modules/.bin/lighthouse")  # noqa: S108
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PORT = int(os.environ.get("PORT", "8195"))
BASE = f"https://localhost:{PORT}"
SCRATCH = "scratch_lighthouse"
PAGES = (
    "/", "/help/", "/help/personal-adviser/", "/help/personal-adviser/easy-read/", "/check/help/", "/check/dates/",
    "/councils/", "/councils/E08000035/", "/contacts/", "/tools/", "/tools/who-does-what/", "/packs/",
    "/getting-in-touch/", "/getting-in-touch/ask/", "/search/?q=prison", "/cy/help/cwyno/", "/news/",
)  # fmt: skip
HEAD = "| page | performance | accessibility | best practices | SEO | FCP | LCP | TBT | CLS | first load |\n"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def environment(folder: Path) -> dict[str, str]:
    """As for real people (`real` in .ci/run), but for this machine."""
    key = base64.b64encode(os.urandom(32)).decode()
    own = {
        "DEBUG": "off", "SECRET_KEY": key * 2, "FIELD_KEYS": f"bench:{key}", "BLIND_INDEX_KEY": f"index-{key}",
        "AUDIT_KEY": f"audit-{key}", "ALLOWED_HOSTS": "localhost", "PUBLIC_BASE_URL": BASE,
        "DATABASE_URL": os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{SCRATCH}",
        "STATIC_ROOT": str(folder / "static"), "MEDIA_ROOT": str(folder / "media"),
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
    }  # fmt: skip
    return os.environ | own


def certificate(folder: Path) -> tuple[Path, Path]:
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


@contextmanager
def database() -> Iterator[None]:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {SCRATCH} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {SCRATCH} TEMPLATE {os.environ.get('LIKE', 'template1')}")
        try:
            yield
        finally:
            server.execute(f"DROP DATABASE {SCRATCH} WITH (FORCE)")


@contextmanager
def serving(folder: Path) -> Iterator[None]:
    env, (cert, key) = environment(folder), certificate(folder)
    for command in ("migrate", "createcachetable", "load_places", "load_pages", "collectstatic --no-input"):
        manage = [sys.executable, "manage.py", *command.split(), "--verbosity", "0"]
        done = subprocess.run(manage, cwd=ROOT, env=env, capture_output=True, text=True)  # noqa: S603
        if done.returncode:
            raise SystemExit(done.stderr[-2_000:])
    web = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"localhost:{PORT}", "--threads", "4"]
    running = subprocess.Popen(
        [*web, "--certfile", cert, "--keyfile", key], cwd=ROOT, env=env, stderr=subprocess.DEVNULL
    )  # noqa: S603
    try:
        _wait()
        yield
    finally:
        running.terminate()
        running.wait()


def _fetch(path: str) -> None:
    urllib.request.urlopen(BASE + path, context=_create_unverified_context()).read()  # noqa: S310


def _wait() -> None:
    for _ in range(120):
        try:
            _fetch("/")
        except OSError:
            time.sleep(1)
        else:
            return
    raise SystemExit("gunicorn did not answer within two minutes")


def look(path: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's own report; phone size is what it does unless told otherwise."""
    report = folder / f"{path.strip('/').replace('/', '-').replace('?', '-') or 'home'}.json"
    flags = "--headless=new --no-sandbox --ignore-certificate-errors"
    say = [f"--chrome-flags={flags}", "--quiet", "--output=json", f"--output-path={report}"]
    _fetch(path)  # once made, it is kept for readers
    for _ in range(3):  # at times it misses the beginning of a page (NO_NAVSTART), and then has measured nothing
        done = subprocess.run([LIGHTHOUSE, BASE + path, *say], env=os.environ | {"CHROME_PATH": CHROMIUM})  # noqa: S603
        if not done.returncode:
            return json.loads(report.read_text())  # type: ignore[no-any-return]  # what Lighthouse writes
    raise SystemExit(f"Lighthouse could not look at {path}")


def row(path: str, report: dict[str, Any]) -> str:
    scores = [round((report["categories"][name]["score"] or 0) * 100) for name in CATEGORIES]
    told = [report["audits"][name].get("displayValue", "?").replace("\xa0", " ") for name in TIMES]
    sizes = [item["transferSize"] for item in report["audits"]["network-requests"]["details"]["items"]]
    return " | ".join(["", f"`{path}`", *map(str, scores), *told, f"{sum(sizes) / 1000:.0f} kB in {len(sizes)}", ""])


def faults(report: dict[str, Any]) -> list[str]:
    """What costs marks, in the three categories that have marks for each thing."""
    named = {ref["id"] for name in CATEGORIES[1:] for ref in report["categories"][name]["auditRefs"] if ref["weight"]}
    audits = [report["audits"][name] for name in sorted(named)]
    return [f"  {audit['id']}: {audit['title']}" for audit in audits if audit["score"] not in {None, 1}]


def main(paths: list[str]) -> None:
    folder, say = Path(tempfile.mkdtemp(prefix="lighthouse-")), sys.stdout
    with database(), serving(folder):
        say.write(HEAD)
        for path in paths or PAGES:
            report = look(path, folder)
            say.write("\n".join([row(path, report).strip(), *faults(report), ""]))
            say.flush()
    if os.environ.get("KEEP"):
        say.write(f"Reports: {folder}\n")
    else:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
