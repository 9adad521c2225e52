"""Somebody else may hold the telephone: every message of the house says that something waits, never what."""

from pathlib import Path

import pytest
from django.conf import settings

from messaging.wording import SUBJECT, NotNeutral, Words, checked, private_words, rendered

TEMPLATES = sorted((Path(settings.ROOT) / "templates" / "messages").rglob("*.txt"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_words_of_a_template_give_nobody_away(path):
    text = path.read_text()

    assert text.startswith(SUBJECT)
    assert private_words(text) == []


@pytest.mark.parametrize(
    "text",
    ["your prison", "in Care", "leaving-care team", "safeguarding", "Concern about", "PROBATION", "HMP", "your mentee"],
)
def test_these_words_give_somebody_away(text):
    assert private_words(text)


@pytest.mark.parametrize("name", ["Carey", "Courtney", "Harmony", "Celia", "Care", "Police"])
def test_nobody_goes_without_a_message_because_of_their_name(name):
    assert checked(Words("Something needs you", f"Hello {name}"), greeted=name)


@pytest.mark.parametrize(
    "text",
    ["Something needs you", "Hello Carey and Courtney", "Sign in to Alongside", "https://x.example/people/care/"],
)
def test_these_do_not(text):
    assert private_words(text) == []


def test_the_refusal_names_the_words_and_nothing_else():
    with pytest.raises(NotNeutral) as refusal:
        checked(Words("Hello Zebedee", "your custody plan"))

    assert str(refusal.value) == "a message must not say: custody"


def test_a_template_without_a_subject_is_a_mistake(monkeypatch):
    class Bare:
        class template:
            @staticmethod
            def render(context):
                return "Hello"

    monkeypatch.setattr("messaging.wording.get_template", lambda name: Bare)
    with pytest.raises(ValueError, match="must begin"):
        rendered("x.txt", {})
