"""The courses that come with Alongside: TOML in training/content/, as blocks of Wagtail.

Each block has a name of its own within its lesson. Its id, and those of its answers, are made of the names, and so the
same on every machine: keep a name when you change the words, and what people answered stays tied to it.

| kind | fields |
|---|---|
| text | says: paragraphs with an empty line between |
| points | intro, lines |
| say | to, says |
| unsure | says |
| scenario | title, story |
| pause | warns, help |
| reflect | ask, read (by an assessor), may_skip |
| practise | task, criteria |
| single, multiple, branch | ask, answers (says, right, then), right, wrong, when |
| true_false | ask, answer, right, wrong, when |
| order | ask, lines in the right order, right, wrong, when |
| match | ask, pairs, right, wrong, when |
| short_text | ask, when |
| sure | ask, when: before or after |

`when` is the test unless it says “practice”.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid5

SPACE = UUID("0d0c5c0f-2f5e-4a8b-9d3b-7c1b7f6f2a10")
Said = Mapping[str, Any]
Block = dict[str, Any]


def body(module: str, lesson: Said) -> list[Block]:
    """A lesson's blocks as Wagtail stores them. Raises KeyError for a kind that nobody knows, or a field left out."""
    return [_block(f"{module}/{lesson['slug']}/{said['name']}", said) for said in lesson["blocks"]]


def _block(path: str, said: Said) -> Block:
    kind, value = KINDS[said["kind"]]
    return {"type": kind, "id": str(uuid5(SPACE, path)), "value": value(path, said)}


def paragraphs(words: str) -> str:
    return "".join(f"<p>{' '.join(one.split())}</p>" for one in words.split("\n\n"))


def _items(path: str, values: list[Any]) -> list[Block]:
    return [{"type": "item", "id": str(uuid5(SPACE, f"{path}/{n}")), "value": one} for n, one in enumerate(values)]


def _points(path: str, said: Said) -> str:
    return f"<p>{said['intro']}</p><ul>{''.join(f'<li>{line}</li>' for line in said['lines'])}</ul>"


def _practise(path: str, said: Said) -> Block:
    return {"task": said["task"], "criteria": _items(path, list(said["criteria"]))}


def _reflect(path: str, said: Said) -> Block:
    reader = "assessor" if said.get("read") else "nobody"
    return {"ask": said["ask"], "read_by": reader, "may_skip": said.get("may_skip", False)}


def _option(says: str, *, right: bool = False, goes_with: str = "", then: str = "") -> Block:
    return {"says": says, "right": right, "goes_with": goes_with, "then": then}


def _question(path: str, said: Said) -> Block:
    kind = "confidence" if said["kind"] == "sure" else said["kind"]
    return {
        "kind": kind, "when": said.get("when", "test"), "ask": said["ask"], "options": _items(path, _options(said)),
        "right": said.get("right", ""), "wrong": said.get("wrong", ""), "points": 1, "fixed": False,
    }  # fmt: skip


def _options(said: Said) -> list[Block]:
    if said["kind"] == "true_false":
        return [_option("True", right=said["answer"]), _option("False", right=not said["answer"])]
    if said["kind"] == "order":
        return [_option(line) for line in said["lines"]]
    if said["kind"] == "match":
        return [_option(one, goes_with=other) for one, other in said["pairs"]]
    return [
        _option(one["says"], right=one.get("right", False), then=one.get("then", "")) for one in said.get("answers", [])
    ]


QUESTIONS = ("single", "multiple", "branch", "true_false", "order", "match", "short_text", "sure")
Value = Callable[[str, Said], Any]
KINDS: dict[str, tuple[str, Value]] = {
    "text": ("paragraph", lambda path, said: paragraphs(said["says"])),
    "points": ("paragraph", _points),
    "say": ("what_to_say", lambda path, said: {"to": said["to"], "say": said["says"]}),
    "unsure": ("unsure", lambda path, said: {"body": paragraphs(said["says"])}),
    "scenario": ("scenario", lambda path, said: {"title": said["title"], "story": paragraphs(said["story"])}),
    "pause": ("pause", lambda path, said: {"warns": said["warns"], "help": said.get("help", "")}),
    "reflect": ("reflection", _reflect),
    "practise": ("practical", _practise),
    **dict.fromkeys(
        ("single", "multiple", "branch", "true_false", "order", "match", "short_text", "sure"), ("question", _question)
    ),
}


def outcomes(module: str, said: Said) -> list[Block]:
    return [
        {"type": "outcome", "id": str(uuid5(SPACE, f"{module}/can/{n}")), "value": one}
        for n, one in enumerate(said["can"])
    ]


def sources(module: str, said: Said) -> list[Block]:
    """Every field is there, if only empty, as the editor's form expects it."""
    names = {
        "law": ("statute", "section", "nation", "says", "address"),
        "other": ("title", "publisher", "published", "address"),
    }
    return [
        {"type": one["type"], "id": str(uuid5(SPACE, f"{module}/source/{n}")),
         "value": {name: one.get(name, "") for name in names[one["type"]]}}
        for n, one in enumerate(said["sources"])
    ]  # fmt: skip
