"""A version of a module as parts to be read, answered and written on: the same for paper and for pages of others.

| kind | what it holds |
|---|---|
| prose | nodes (common/prose.py) |
| heading | words |
| box | title, nodes, and perhaps tone |
| question | id, number, question (as rules/questions.py has it), when |
| write | title, ask, note: room to write |
| practical | task, criteria |
"""

from collections.abc import Iterator, Mapping
from typing import Any

from common import prose
from training.rules.questions import order_for

Content = Mapping[str, Any]
Part = dict[str, Any]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STOP = "Stop here, leave out the next part, or talk to somebody first. It costs you nothing."
READ_BY = {
    "nobody": "Nobody reads this but you.",
    "assessor": "Whoever leads the course reads this. If it sounds as if somebody is not safe, they tell our "
    "safeguarding lead, and tell you that they did. Please write no names.",
}


def lessons(content: Content) -> list[dict[str, Any]]:
    """Each lesson with its parts; questions are numbered through the whole module, by kind of question."""
    return [
        {"id": one["id"], "title": one["title"], "summary": one["summary"], "minutes": one.get("minutes"),
         "parts": list(parts(one))}
        for one in content["lessons"]
    ]  # fmt: skip


def parts(lesson: Content) -> Iterator[Part]:
    for block in lesson["blocks"]:
        part = part_of(block)
        if part is not None:
            yield part


def part_of(block: Mapping[str, Any]) -> Part | None:
    value, kind = block["value"], block["type"]
    if kind == "paragraph":
        return {"kind": "prose", "nodes": prose.nodes(value or "")}
    if kind == "heading":
        return {"kind": "heading", "words": value}
    if kind == "question":
        return {"kind": "question", "id": block["id"], "question": {"id": block["id"], **value}, "when": value["when"]}
    if kind == "reflection":
        note = READ_BY.get(value["read_by"], READ_BY["nobody"])
        skip = " You may leave it out." if value.get("may_skip") else ""
        elsewhere = value["read_by"] == "assessor"
        return {"kind": "write", "title": "Think about it", "ask": value["ask"], "note": note + skip,
                "elsewhere": elsewhere}  # fmt: skip
    if kind == "practical":
        return {"kind": "practical", "task": value["task"], "criteria": said(value["criteria"])}
    return _box(kind, value)


def said(items: Any) -> list[str]:
    """The words of a list’s items, as a version keeps them."""
    return [one["says"] if isinstance(one, Mapping) else str(one) for one in items]


def _box(kind: str, value: Any) -> Part | None:
    title, body = "", []
    if kind == "what_to_say":
        to = f" to {value['to']}" if value.get("to") else ""
        title, body = f"What you could say{to}", prose.lines(value["say"])
    elif kind == "scenario":
        title, body = value["title"], prose.nodes(value["story"])
    elif kind == "unsure":
        title, body = "What is not certain", prose.nodes(value["body"])
    elif kind == "pause":
        title, body = "Before you go on", prose.lines("\n".join([value["warns"], STOP, value.get("help") or ""]))
    elif kind == "quote":
        title, body = value.get("who") or "", prose.lines(f"“{value['said']}”")
    elif kind == "care_card":
        number = "\n".join(value.get(name) or "" for name in ("phone", "phone_note"))
        title, body = value["title"], [*prose.nodes(value["body"]), *prose.lines(number)]
    elif kind == "media":
        title, body = f"{value['title']}, in words", prose.nodes(value.get("transcript") or "")
    # A picture has no words of its own, and is nothing that a module rests on: its text says what it shows.
    return {"kind": "box", "of": kind, "title": title, "nodes": body} if title or body else None


def options_for(question: Mapping[str, Any], *, seed: str) -> list[dict[str, Any]]:
    """The answers with their letters, in the order in which one learner sees them."""
    by_id = {one["id"]: one for one in question["options"]}
    return [
        {"letter": letter, **by_id[name]} for letter, name in zip(LETTERS, order_for(question, seed=seed), strict=False)
    ]


def partners_for(question: Mapping[str, Any], *, seed: str) -> list[dict[str, Any]]:
    """For what goes with what: the partners with their letters, in an order of their own."""
    return options_for(question, seed=f"{seed}:partners")


def sure(content: Content, when: str) -> list[Part]:
    """The questions about how sure somebody is, before or after."""
    return [part for one in lessons(content) for part in one["parts"]
            if part["kind"] == "question" and part["when"] == when]  # fmt: skip


def summary(content: Content) -> dict[str, Any]:
    """A module on a page or two: what it is for, what each lesson says in short, and the words to use."""
    boxes = [part for one in content["lessons"] for block in one["blocks"]
             if block["type"] in ("what_to_say", "care_card") and (part := part_of(block))]  # fmt: skip
    return {
        "outcomes": content["outcomes"],
        "lessons": [
            {"title": one["title"], "summary": one["summary"], "points": list(_points(one))}
            for one in content["lessons"]
        ],
        "boxes": boxes,
        "sources": sources(content),
    }


def _points(lesson: Content) -> Iterator[str]:
    """What the reading itself puts into a list. Nothing of the test: a summary may lie beside the answer sheet."""
    for block in lesson["blocks"]:
        if block["type"] == "paragraph":
            listed = [node for node in prose.nodes(block["value"] or "") if "items" in node]
            yield from (prose.text_of([{"runs": item}]) for node in listed for item in node["items"])


def sources(content: Content) -> list[str]:
    """Where the facts come from, a line each."""
    names = ("statute", "section", "title", "publisher", "published", "address")
    found = [one["value"] for one in content.get("sources", []) if isinstance(one.get("value"), Mapping)]
    told = [", ".join(str(value[name]) for name in names if value.get(name)) for value in found]
    return [line for line in told if line]


def read_by_somebody(content: Content) -> dict[str, Mapping[str, Any]]:
    """The reflections that whoever leads the course reads, by block id: on paper they stand on the answer sheet."""
    return {
        block["id"]: block["value"]
        for one in content["lessons"]
        for block in one["blocks"]
        if block["type"] == "reflection" and block["value"]["read_by"] == "assessor"
    }
