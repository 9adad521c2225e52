"""The settings explain themselves: what is missing, all of it at once, and never what a secret holds."""

import base64
import os
import runpy
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.house.survey import ROOT

KEY = base64.b64encode(b"thirty-two bytes of a secret key").decode()
SAFE = {
    "DEBUG": "off",
    "SECRET_KEY": "canary-secret-" * 4,
    "FIELD_KEYS": f"a:{KEY}",
    "BLIND_INDEX_KEY": "canary-index-" * 4,
    "AUDIT_KEY": "canary-audit-" * 4,
    "ALLOWED_HOSTS": "alongside.example",
    "PUBLIC_BASE_URL": "https://alongside.example",
    "DATABASE_URL": "postgres://canary-user:canary-password@127.0.0.1:5432/postgres",
}


@pytest.fixture
def load(monkeypatch):
    """Read the settings afresh, with nothing in the environment but what is given."""

    def load(**env):
        for name in os.environ:
            monkeypatch.delenv(name)
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        for part in ("learning", "mail", "texting"):  # the parts of the settings that read the environment
            monkeypatch.delitem(sys.modules, f"config.{part}", raising=False)
        return runpy.run_path(str(ROOT / "site/config/settings.py"))

    return load


@pytest.fixture
def refusal(load):
    """What a person reads when the house does not start: `refusal(DEBUG="perhaps")`, `refusal(AUDIT_KEY=None)`."""

    def refusal(**changes):
        with pytest.raises(ImproperlyConfigured) as refused:
            load(**{name: value for name, value in (SAFE | changes).items() if value is not None})
        return str(refused.value)

    return refusal


def test_nothing_set_is_the_demonstration(load):
    settings = load()

    assert settings["DEBUG"]
    assert settings["DATABASES"]["default"]["ENGINE"] == "django.db.backends.sqlite3"


def test_everything_set_is_a_house_for_real_people(load):
    settings = load(**SAFE)

    assert not settings["DEBUG"]
    assert settings["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"


def test_https_makes_every_cookie_stay_with_this_host(load):
    settings = load(**SAFE)

    assert settings["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert settings["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert all(settings[f"{cookie}_COOKIE_{rule}"] for cookie in ("SESSION", "CSRF") for rule in ("SECURE", "HTTPONLY"))
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000


@pytest.mark.parametrize("name", sorted(set(SAFE) - {"DEBUG"}))
def test_it_refuses_to_start_without(refusal, name):
    assert f"  {name}: " in refusal(**{name: None})


def test_it_names_everything_that_is_missing_at_once(refusal):
    needed = set(SAFE) - {"DEBUG"}
    told = refusal(**dict.fromkeys(needed)).splitlines()

    assert {line.split(":")[0].strip() for line in told[1:]} == needed


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", "short-canary", "at least 40"),
        ("SECRET_KEY", "the demonstration holds no real person, so its secret can be read by all", "at least 40"),
        ("FIELD_KEYS", "canarykeywithoutacolon", "a short name of letters and digits before its colon"),
        ("FIELD_KEYS", "a:canary!", "the key called a is not base64"),
        ("FIELD_KEYS", "a:Y2FuYXJ5", "the key called a is not 32 bytes"),
        ("FIELD_KEYS", f"a:{KEY},a:{KEY}", "two keys are called a"),
        ("ALLOWED_HOSTS", "*", "names that this site answers to"),
        ("PUBLIC_BASE_URL", "http://alongside.example", "must begin with https://"),
        ("DATABASE_URL", "mysql://canary:canary@host/name", "PostgreSQL"),
        ("DATABASE_URL", "postgres://canary:canary/canary@host:port/name", "It should look like"),
        ("DATABASE_URL", "postgres://canary@host/", "names no database"),
        ("DEBUG", "perhaps", "Write yes or no"),
        ("EMAIL_PORT", "many", "Write a whole number"),
        ("EMAIL_PORT", "-1", "The least it can be is 0"),
        ("CACHE_URL", "memcached://canary", "redis://"),
    ],
)
def test_a_bad_value_explains_itself(refusal, name, value, says):
    assert says in refusal(**{name: value})


def test_no_refusal_tells_a_secret(refusal):
    for name in set(SAFE) - {"DEBUG", "ALLOWED_HOSTS"}:
        told = refusal(**{name: "canary+:canary/canary@canary"})
        assert "canary" not in told, name
        assert KEY not in told


def test_a_full_environment_passes_djangos_own_inspection():
    run = subprocess.run(
        [sys.executable, "-Wignore", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env=SAFE | {"PATH": os.environ["PATH"]},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr[-2000:]
