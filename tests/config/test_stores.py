"""The database, the static files and the cache are set up as the settings promise."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import storage
from django.contrib.staticfiles.management.commands import collectstatic
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from common import shell
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


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Our own files, collected as in production. (.ci/run collects the editors’ too.)"""
    root = tmp_path_factory.mktemp("collected")
    with (
        override_settings(
            STATIC_ROOT=str(root),
            STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
            STORAGES=settings.STORAGES | {"staticfiles": {"BACKEND": "common.styles.OneSheet"}},
        ),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(collectstatic, "staticfiles_storage", storage.ConfiguredStorage())
        call_command("collectstatic", interactive=False, verbosity=0)
        patch.setattr(storage, "staticfiles_storage", storage.ConfiguredStorage())  # as in a process begun now
        yield root


def test_static_files_are_hashed_and_compressed_for_production(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    house = collected / names["css/house.css"]

    assert re.search(r"house\.[0-9a-f]{12}\.css$", house.name)
    assert house.with_name(house.name + ".gz").exists()
    assert house.with_name(house.name + ".br").exists()


def test_people_get_all_style_sheets_as_one_each_in_its_layer(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    text = (collected / names["css/house.css"]).read_text()

    assert text.startswith("@layer tokens, base, layout, components, utilities, print;\n@layer tokens {\n")
    assert not re.search(r"@import|/\*|^ ", text, re.MULTILINE)
    assert text.count("{") == text.count("}")
    assert text.index(".btn {") < text.index("@layer utilities {") < text.index("@layer print {")
    assert re.search(r'url\("\.\./fonts/atkinson/AtkinsonHyperlegible-Bold\.[0-9a-f]{12}\.ttf"\)', text)


def test_a_phone_keeps_the_one_sheet_and_hears_of_a_change_in_any(collected):
    kept = shell.addresses([*shell.styles(), "js/leave.js"])

    assert [re.sub(r"\.[0-9a-f]{12}\.", ".", address) for address in kept] == [
        "/static/css/house.css",
        "/static/js/leave.js",
    ]
    assert "css/components/card.css" in shell.styles()


def test_a_first_visit_by_telephone_is_light(collected):
    """Its style, its scripts and both weights of its letters, as they go over the wire; the page comes on top."""
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    wanted = re.findall(r'static "((?:css|js|img)/[^"]+)"', (settings.ROOT / "templates" / "base.html").read_text())
    sizes = {name: _sent(collected / names[name]) for name in [*wanted, *shell.FONTS]}

    assert sum(sizes.values()) < 70_000, sizes


def _sent(file: Path) -> int:
    squeezed = file.with_name(file.name + ".br")
    return (squeezed if squeezed.exists() else file).stat().st_size


def test_no_style_sheet_asks_another_host():
    own = (settings.ROOT / "static").rglob("*.css")
    strangers = [path.name for path in own if re.search(r"""(url\(|@import\s+)["']?(https?:)?//""", path.read_text())]

    assert strangers == []
