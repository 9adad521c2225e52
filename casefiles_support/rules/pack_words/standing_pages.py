"""Pages 4 to 9, which are the same for everybody but for names and lines to write on."""

from casefiles_support.rules.pack_words import glossary, reaching, reading
from casefiles_support.rules.pack_words.blocks import Block, heading, text
from casefiles_support.rules.pack_words.facts import PackFacts


def people(facts: PackFacts) -> list[Block]:
    said, danger = reaching.PEOPLE, reaching.DANGER_PRISON if facts.in_prison else reaching.DANGER_OUTSIDE
    near = [{"name": one.who, "value": one.how} for one in facts.beside]
    around = reaching.PRISON if facts.in_prison else reaching.OUTSIDE
    blocks: list[Block] = [{"kind": "box", "words": list(danger)}, heading(said["beside"])]
    blocks.append({"kind": "facts", "rows": near} if near else text(said["nobody"]))
    blocks.append(text(said["mentor"]))
    rows = [{"name": name, "value": how} for name, how in around]
    if facts.in_prison:
        rows.append({"name": reaching.SAFER_LINE, "value": facts.prison_line})
        return [*blocks, heading(said["wing"]), {"kind": "facts", "rows": rows}, text(said["private"])]
    return [*blocks, heading(said["around"]), {"kind": "facts", "rows": rows}]


def looks() -> list[Block]:
    said = reading.LOOKS
    items = {"kind": "list", "items": list(reading.LOOKS_ITEMS)}
    return [text(said["top"]), items, {"kind": "strong", "words": said["right"]}, text(said["wrong"])]


def meanings() -> list[Block]:
    rows = [{"name": short, "value": meaning} for short, meaning in glossary.MEANINGS]
    return [text(glossary.TOP), {"kind": "meanings", "rows": rows}, {"kind": "strong", "words": glossary.END}]


def plan(facts: PackFacts) -> list[Block]:
    said = reading.PLAN
    rows = [{"name": said[key], "value": facts.plan.get(key, "")} for key in reading.PLAN_ROWS]
    return [
        text(said["top"]),
        {"kind": "facts", "rows": rows},
        {"kind": "box", "words": [said["stop"], said["stop_next"]]},
        text(said["before"]),
    ]


def after(facts: PackFacts) -> list[Block]:
    said = reading.AFTER
    night = reading.NIGHT_PRISON if facts.in_prison else reading.NIGHT_OUTSIDE
    return [
        text(said["top"]),
        {"kind": "list", "items": list(reading.AFTER_ITEMS)},
        text(said["known"]),
        heading(said["night"]),
        {"kind": "steps", "items": list(night)},
        {"kind": "strong", "words": said["line"]},
    ]


def notes() -> list[Block]:
    said = reading.NOTES
    return [{"kind": "strong", "words": said["top"]}, text(said["lede"]), {"kind": "lines", "count": 19, "large": 13}]
