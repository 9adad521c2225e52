"""The database, the static files and the cache are set up as the settings promise."""

import json
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import storage
from django.core.management import call_command
from django.db import connection

from config import stores


@pytest.mark.django_db
def test_sqlite_waits_for_its_turn_and_keeps_its_keys():
    if connection.vendor != "sqlite":
        assert connection.settings_dict["CONN_HEALTH_CHECKS"]
        return
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in
                 ("journal_mode", "busy_timeout", "foreign_keys", "synchronous")}  # fmt: skip

    assert found == {"journal_mode": "wal", "busy_timeout": 20_000, "foreign_keys": 1, "synchronous": 1}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_the_connection_outlives_the_request_on_both_databases():
    assert stores.sqlite("a", test_path="b")["CONN_MAX_AGE"] == 600
    assert stores.postgresql("postgres://a@b/c")["CONN_MAX_AGE"] == 600


def test_the_cache_is_shared_by_all_processes():
    assert stores.cache("database")["BACKEND"].endswith("DatabaseCache")
    assert stores.cache("redis://127.0.0.1:6379/1")["BACKEND"].endswith("RedisCache")


def test_nothing_in_the_bucket_is_public():
    options = stores.bucket("b", endpoint="", region="", access_key="", secret_key="")["OPTIONS"]

    assert options["default_acl"] is None
    assert options["querystring_expire"] <= 60


def test_a_film_from_the_bucket_is_not_held_in_memory():
    options = stores.bucket("b", endpoint="", region="", access_key="", secret_key="")["OPTIONS"]

    assert 0 < options["max_memory_size"] <= 2 * 1024 * 1024  # 0 would be without an end


@pytest.fixture
def collected(tmp_path, settings, monkeypatch):
    """Our own files, collected as in production. (.ci/run collects the editors’ too.)"""
    settings.STATIC_ROOT = str(tmp_path)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    monkeypatch.setattr(storage, "staticfiles_storage", storage.ConfiguredStorage())
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_static_files_are_hashed_and_compressed_for_production(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    house = collected / names["css/house.css"]
    imports = re.findall(r"""@import\s+(?:url\()?["']?([^"')]+)""", house.read_text())

    assert re.search(r"house\.[0-9a-f]{12}\.css$", house.name)
    assert imports
    assert [name for name in imports if not re.search(r"\.[0-9a-f]{12}\.css$", name)] == []
    assert house.with_name(house.name + ".gz").exists() or house.stat().st_size < 200
    assert house.with_name(house.name + ".br").exists() or house.stat().st_size < 200


def test_no_style_sheet_asks_another_host():
    own = (settings.ROOT / "static").rglob("*.css")
    strangers = [path.name for path in own if re.search(r"""(url\(|@import\s+)["']?(https?:)?//""", path.read_text())]

    assert strangers == []
