"""What a Welsh page says around its own words is in the catalogue; what is in the catalogue is said somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from common import catalogues
from common.dates import MONTHS
from pages import papers
from pages.blocks import ContactPoint
from pages.rules import alerts, contacts, guides, hours, topics
from pages.sources import NATIONS
from tests.house.survey import ROOT, all_python_files, forbid, tree

WRITTEN = sorted((ROOT / "site" / "config" / "locale").glob("*/LC_MESSAGES/django.po"))
PLACES = re.compile(r"%\(\w+\)s|\{\w*\}")
# What rules hold in a list and say later.
LISTS = [
    *MONTHS, *hours.NAMES, *filter(None, hours.HOLIDAYS.values()), hours.NOT_KNOWN, *contacts.FROM_PRISON.values(),
    *dict(topics.TOPICS).values(), contacts.NOBODY_RANG, contacts.CHECKED, guides.CHECKED, guides.LONG_AGO, guides.OLD,
    guides.UNREAD_LAW, papers.FROM_PRISON, *alerts.LEVELS.values(),
    *(f"choice{catalogues.BETWEEN}{label}" for _, label in [*NATIONS, *ContactPoint.FROM_PRISON]),
]  # fmt: skip


def in_templates() -> Iterator[str]:
    for path in (ROOT / "templates").rglob("*.html"):
        source = path.read_text()
        if "translate" in source or '_("' in source:
            yield from _called(templatize(source, origin=str(path)))


def _called(source: str) -> Iterator[str]:
    """Django turns a template into calls of gettext, and `_("…")` within tags into ` _("…") `."""
    for call in re.finditer(r"\b(?:gettext|_)\(\s*u?(['\"])(.*?)(?<!\\)\1\s*\)", source):
        yield call[2]
    for call in re.finditer(r"\bpgettext\(\s*u?(['\"])(.*?)(?<!\\)\1,\s*u?(['\"])(.*?)(?<!\\)\3\s*\)", source):
        yield f"{call[2]}{catalogues.BETWEEN}{call[4]}"


def in_python() -> Iterator[str]:
    for path in all_python_files():
        asks = {"gettext", "say"} if "pages/rules" in str(path) else {"gettext"}
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in asks:
                yield from (word.value for word in node.args[:1] if isinstance(word, ast.Constant))


@pytest.fixture(scope="module")
def said() -> set[str]:
    return {*in_templates(), *in_python(), *LISTS}


@pytest.mark.once
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.parts[-3])
class TestEachCatalogue:
    def test_is_compiled_as_it_is_written(self, path: Path):
        made = catalogues.compiled(catalogues.read(path))

        assert path.with_suffix(".mo").read_bytes() == made, "run `manage.py compile_words`"

    def test_has_words_for_all_that_is_said(self, path, said):
        forbid(sorted(said - set(catalogues.read(path))), f"write these in {path.relative_to(ROOT)}")

    def test_has_no_words_that_nobody_says(self, path, said):
        forbid(sorted(set(catalogues.read(path)) - said - {""}), "take these out, or say them")

    def test_leaves_nothing_unsaid_and_every_place_in_place(self, path):
        words = catalogues.read(path)

        assert [one for one, other in words.items() if not other.strip()] == []
        assert [one for one, other in words.items() if one and _places(one) != _places(other)] == []


def _places(words: str) -> list[str]:
    return sorted(PLACES.findall(words))
