"""Pages 1 to 3: where things are, the dates of both clocks, and what somebody may choose."""

from datetime import date

from casefiles_support.rules.pack_words import days
from casefiles_support.rules.pack_words.blocks import Block, heading, text
from casefiles_support.rules.pack_words.facts import Asked, PackFacts, Promise
from casefiles_support.rules.pack_words.shared import Words


def standing(asked: Asked, words: Words) -> list[str]:
    """Where one request stands, in sentences. Nobody is called late before the later day has passed for certain."""
    clock = asked.clock
    told = [words.where["holder"].format(holder=asked.holder, state=words.states[asked.status])]
    if clock.state in ("paused", "not_started") and asked.status in ("sent", "running", "waiting_for_proof", "paused"):
        told.append(words.where[clock.state])
    if clock.due is not None and clock.state == "running":
        told.append(words.where["about" if clock.estimated else "until"].format(due=days.said(clock.due, words)))
        if clock.provisional:
            told.append(words.where["provisional"])
        if clock.late:
            told.append(words.where["late"])
        elif clock.estimated and clock.days_left is not None and clock.days_left < 0:
            told.append(words.where["may_be_late"])
    return told


def where(facts: PackFacts, words: Words) -> list[Block]:
    said = words.where
    blocks = [text(said["top"].format(day=days.said(facts.printed_on, words)))]
    if said["rest"]:
        blocks.append(text(said["rest"]))
    if not facts.asked:
        blocks.append(text(said["nothing"]))
    blocks += [{"kind": "box", "words": standing(one, words)} for one in facts.asked]
    blocks += [heading(said["papers"]), {"kind": "list", "items": list(facts.papers) or [said["no_papers"]]}]
    coming = next(iter(sorted(facts.promises, key=lambda one: one.on)), None)
    blocks += [heading(said["next"]), text(_promised(coming, words) if coming else said["no_next"])]
    return [*blocks, heading(said["honest"]), text(said["promise"]), text(said["yours"])]


def _promised(one: Promise, words: Words) -> str:
    day = days.said(one.on, words)
    return f"{day[0].upper()}{day[1:]}: {one.words}"


def dates(facts: PackFacts, words: Words) -> list[Block]:
    said = words.dates
    running = [one for one in facts.asked if one.clock.state == "running" and one.clock.due is not None]
    theirs = [
        said["by_about" if one.clock.estimated else "by"].format(holder=one.holder, due=_day(one.clock.due, words))
        for one in running
    ]
    ours = [_promised(one, words) for one in sorted(facts.promises, key=lambda one: one.on)]
    columns = {
        "kind": "columns",
        "left": {"heading": said["council"], "items": theirs or [said["none"]]},
        "right": {"heading": said["ours"], "items": ours or [said["none_ours"]]},
    }
    blocks: list[Block] = [columns, {"kind": "strong", "words": said["two"]}]
    marks = days.marked([
        (facts.printed_on, "T"),
        *((one.clock.due, "C") for one in running),
        *((one.on, "R" if one.reading else "W") for one in facts.promises),
    ])  # fmt: skip
    blocks.append({"kind": "months", "months": days.months(marks, words), "key": said["key"]})
    for one in facts.asked:
        if one.clock.steps:
            blocks += [heading(said["worked"].format(holder=one.holder)), _steps(one)]
    return blocks


def _day(day: date | None, words: Words) -> str:
    return days.said(day, words) if day else ""


def _steps(asked: Asked) -> Block:
    return {"kind": "english", "items": list(asked.clock.steps)}


def choose(facts: PackFacts, words: Words) -> list[Block]:
    said = words.choose
    back = [{"name": said["to"], "value": facts.write}]
    if facts.code:
        back.append({"name": said["code"], "value": facts.code})
    return [
        text(said["top"]),
        {"kind": "ticks", "items": list(words.choices)},
        {"kind": "facts", "rows": [{"name": said["own"].rstrip(":"), "value": ""}]},
        text(said["pause"]),
        text(said["ahead"]),
        {"kind": "strong", "words": said["return"]},
        {"kind": "facts", "rows": back},
        *([text(said["code_why"])] if facts.code else []),
    ]
