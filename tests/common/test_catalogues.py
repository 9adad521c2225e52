import gettext

import pytest

from common.catalogues import BETWEEN, Unreadable, compiled, read

WRITTEN = """
# A note.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#: a/place.html
msgid "Phone"
msgstr "Ffôn"

msgctxt "choice"
msgid "No"
msgstr "Na "
"allwch"
"""


@pytest.fixture
def write(tmp_path):
    def written(text: str):
        path = tmp_path / "django.po"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_words_are_read_with_their_context(write):
    words = read(write(WRITTEN))

    assert (words["Phone"], words[f"choice{BETWEEN}No"]) == ("Ffôn", "Na allwch")
    assert words[""].startswith("Content-Type")


def test_what_is_made_is_what_gettext_reads(write, tmp_path):
    made = tmp_path / "django.mo"
    made.write_bytes(compiled(read(write(WRITTEN))))

    with made.open("rb") as file:
        found = gettext.GNUTranslations(file)

    assert (found.gettext("Phone"), found.pgettext("choice", "No"), found.gettext("Other")) == (
        "Ffôn",
        "Na allwch",
        "Other",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('msgid "One"\nmsgid_plural "Two"\nmsgstr[0] "Un"', "line 2"),
        ('msgid "One"', "needs msgid and msgstr"),
        ('msgid "One"\nmsgstr "Un"\n\nmsgid "One"\nmsgstr "Dau"', "twice the same words: One"),
        ('"Words of nothing"', "line 1"),
    ],
)
def test_what_it_cannot_read_it_says(write, text, reason):
    with pytest.raises(Unreadable, match=reason):
        read(write(text))
