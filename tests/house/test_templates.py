"""Every template is used, wears a layout, and keeps style and script out of the page, as our content policy demands."""

import re
from pathlib import Path

import django
from django.apps import apps

from tests.house.survey import APPS, ROOT, forbid

TEMPLATES = ROOT / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".txt"})
# Parts of pages, and what is not a page: they are put into something that wears a layout.
PARTS = ("components/", "layouts/", "messages/", "base.html", "django/", "email/", "blocks/", "wagtailadmin/")
# They must show when everything else is broken, or say nothing at all.
STANDS_ALONE = {"500.html", "common/leave.html"}
INLINE = re.compile(
    r"""\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*["']|javascript:|<script\b(?![^>]*\bsrc\s*=)(?![^>]*application/json)""",
    re.IGNORECASE,
)


def frameworks_templates() -> set[str]:
    """The names that packages look for; ours of the same name take their place."""
    homes = [Path(config.path) / "templates" for config in apps.get_app_configs() if config.name not in APPS]
    homes.append(Path(django.__file__).parent / "forms" / "templates")
    return {str(path.relative_to(home)) for home in homes for path in home.rglob("*.*")}


def test_every_template_is_used():
    text = "".join(
        path.read_text()
        for folder in ("site", "mentoring", "training", "casefiles_support", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".html", ".txt"}
    )
    theirs = frameworks_templates() | {"400.html", "403.html", "404.html", "500.html"}

    # An email is asked for without its ending: accounts/email/new_browser, for its _subject.txt and its _message.txt.
    asked = [name for name in NAMES if re.sub(r"_(subject|message)\.(txt|html)$", "", name) in text]
    forbid(sorted(set(NAMES) - set(asked) - theirs), "delete it, or use it")


def test_a_template_holds_no_style_and_no_script():
    texts = {name: (TEMPLATES / name).read_text() for name in NAMES}
    found = [
        f"templates/{name}:{text.count(chr(10), 0, match.start()) + 1} {match.group().strip()}"
        for name, text in texts.items()
        for match in INLINE.finditer(text)
    ]

    forbid(found, "use a class, or a file in static/js")


def test_a_page_wears_a_layout():
    pages = [name for name in NAMES if name.endswith(".html") and not name.startswith(PARTS) and "/_" not in name]
    wears = re.compile(r"""{% extends ["']?(layouts/|\w+/)""")
    bare = [name for name in pages if name not in STANDS_ALONE and not wears.search((TEMPLATES / name).read_text())]

    forbid(bare, "a page extends a layout; a part begins with _")
