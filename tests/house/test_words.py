"""Some words hurt or hide the people they name, so they are never shown here."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.survey import APPS, ROOT, forbid, home, tree, where

# Titles that a law or a service uses for itself. They are looked past; around them the words stay banned.
OFFICIAL = [
    "prison offender manager",
    "community offender manager",
    "young offender institution",
    "Rehabilitation of Offenders Act",
]
BANNED = {
    r"offenders?": "person, or people in prison or on probation",
    r"ex-offenders?": "person with convictions",
    r"service[- ]users?": "person, mentee or mentor",
    r"inmates?": "person in prison",
    r"CLA": "say “child in care” or “looked-after child”",
    r"successfully": "it is done, or it is not: say what was done",
}
PATTERN = re.compile(rf"(?<![\w-])(?:{'|'.join(BANNED)})(?![\w-])", re.IGNORECASE)
ADVICE = "; ".join(f"{word}: {better}" for word, better in BANNED.items())
LOOK_PAST = re.compile("|".join(re.escape(title) for title in OFFICIAL), re.IGNORECASE)


def banned_in(text: str) -> list[str]:
    return PATTERN.findall(LOOK_PAST.sub("", text))


@pytest.mark.parametrize("text", ["The offender’s plan", "Service-users", "a CLA review", "Saved successfully."])
def test_the_law_finds_the_words(text):
    assert banned_in(text)


@pytest.mark.parametrize("text", ["Prison and young offender institution", "class", "CLASS", "{% if clause %}"])
def test_the_law_leaves_other_words_alone(text):
    assert banned_in(text) == []


def strings_shown(path: Path):
    """Every string of a Python file but its docstrings and comments: labels, choices, messages, sentences."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
        if isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node, node.value


@pytest.mark.parametrize("app", APPS)
def test_no_string_says_them(app):
    files = list(home(app).rglob("*.py"))
    forbid([(where(p, node), words) for p in files for node, s in strings_shown(p) if (words := banned_in(s))], ADVICE)


def test_no_template_or_shipped_content_says_them():
    shown = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    kept = {".csv", ".json", ".txt", ".html", ".svg", ".js", ".po"}
    shown += [path for app in APPS for path in home(app).rglob("*") if path.suffix in kept]
    shown += [path for path in (ROOT / "static").rglob("*") if path.suffix in kept]

    forbid([(where(path), words) for path in shown if (words := banned_in(path.read_text()))], ADVICE)
