"""The stylesheets hold together without a build: every file is used, and every token means something."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.ROOT) / "static"
STYLES = sorted((STATIC / "css").rglob("*.css"))
HOUSE = STATIC / "css" / "house.css"


def text_of(path: Path) -> str:
    """Without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def test_every_stylesheet_is_imported_once_into_a_named_layer():
    named = re.search(r"@layer ([\w, ]+);", text_of(HOUSE))[1].split(", ")
    imports = re.findall(r'@import url\("([^"]+)"\) layer\((\w+)\);', text_of(HOUSE))

    assert sorted(STATIC / "css" / path for path, _ in imports) == [path for path in STYLES if path != HOUSE]
    assert {layer for _, layer in imports} == set(named)


def test_every_token_that_is_used_is_defined_and_every_one_defined_is_used():
    defined = set(re.findall(r"(--[\w-]+):", text_of(STATIC / "css" / "tokens.css")))
    used = {name for path in STYLES for name in re.findall(r"var\((--[\w-]+)", text_of(path))}

    assert used == defined


def test_colours_have_their_names_in_one_place():
    """But for white under a code for cameras, and grey on paper: neither knows a dark scheme."""
    strays = {
        str(path.relative_to(STATIC)): found
        for path in STYLES
        if path.name not in {"tokens.css", "print.css"}
        and (found := set(re.findall(r"#[0-9a-f]{3,8}\b", text_of(path))) - {"#fff", "#777"})
    }

    assert strays == {}


@pytest.mark.parametrize("script", sorted((STATIC / "js").glob("*.js")), ids=lambda path: path.name)
def test_every_script_is_asked_for_by_a_page(script):
    homes = [Path(settings.ROOT) / name for name in ("templates", "site", "mentoring")]
    pages = [page for home in homes for kind in ("*.html", "*.py") for page in home.rglob(kind)]

    assert any(f"js/{script.name}" in page.read_text() for page in pages)
