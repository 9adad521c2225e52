"""`site` is a folder of packages, not a package, since Python has a module of that name: site/README.md says why."""

import importlib
import re
import site
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.house.survey import APPS, ROOT, forbid


def git(*words: str) -> str:
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout")
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_site_is_not_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()


def test_the_standard_librarys_site_is_untouched():
    assert Path(site.__file__) == Path(sysconfig.get_path("stdlib")) / "site.py"


def test_nobody_imports_from_site_by_name():
    wrong = re.compile(r"^\s*(from site\.|import site\.)", re.MULTILINE)
    files = [path for folder in (*APPS, "tests") for path in (ROOT / folder).rglob("*.py")]

    found = [path for path in [*files, *(ROOT / "site").rglob("*.py")] if wrong.search(path.read_text())]
    forbid(found, "packages are imported by their own names")


@pytest.mark.parametrize("app", APPS)
def test_every_package_is_ours(app):
    """Somebody else's `config` may be installed beside ours."""
    assert Path(importlib.import_module(app).__file__).is_relative_to(ROOT)


def test_no_app_takes_a_name_of_the_standard_library():
    forbid(set(APPS) & sys.stdlib_module_names, "choose another name")


def test_git_sees_everything_in_site():
    assert git("check-ignore", "site/config/settings.py", "site/people/models/persons.py") == ""


@pytest.mark.parametrize(
    "path", sorted((ROOT / "site").rglob("locale/*/LC_MESSAGES/*.po")), ids=lambda path: path.parts[-3]
)
def test_words_in_another_language_travel_compiled(path):
    """Hatch packs what git sees; no machine compiles them again."""
    made = str(path.with_suffix(".mo").relative_to(ROOT))

    assert git("ls-files", made).strip() == made


def test_git_keeps_no_lock_no_database_and_no_built_thing():
    kept = git("ls-files").splitlines()

    made = re.compile(r"uv\.lock$|\.sqlite3|\.log$|^collected/|^media/|\.egg-info|\.env$")
    forbid([name for name in kept if made.search(name)], "git keeps sources only")


def test_no_file_names_the_host_of_a_package_registry():
    """Where packages come from is set on each machine: a mirror must be as good as the original."""
    names = "|".join(["py" + "pi", "python" + "hosted", "registry.npm" + "js", "deb.deb" + "ian"])
    kept = git("grep", "-IlE", rf"({names})\.(org|com|net)|--(extra-)?index" + r"-url |--find" + r"-links ")

    forbid(kept.splitlines(), "take the host out")
