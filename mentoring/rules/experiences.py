"""The skills of a mentor, in plain words that an employer understands too. None says anything about anybody else."""

from collections.abc import Collection

SKILLS = {
    "listening": "Listening without judging",
    "reliable": "Turning up when I said I would",
    "boundaries": "Keeping good boundaries",
    "writing": "Writing clear notes",
    "groups": "Holding a group together",
    "calm": "Staying calm when things are hard",
    "safety": "Noticing when somebody is not safe, and passing it on",
    "planning": "Helping somebody make a plan",
    "services": "Finding my way through services",
    "advocacy": "Speaking up for somebody",
    "confidential": "Keeping what is private, private",
    "team": "Working in a team",
}


def in_words(skills: Collection[str]) -> list[str]:
    return [words for name, words in SKILLS.items() if name in skills]


def hours(minutes: int) -> str:
    """“12.5 hours”, “1 hour”: to the nearest half."""
    halves = round(minutes / 30)
    number = f"{halves / 2:.1f}".removesuffix(".0")
    return f"{number} hour" if number == "1" else f"{number} hours"
