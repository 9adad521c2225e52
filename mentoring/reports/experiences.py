"""A record of experience: what a mentor did, in figures that lead to nobody they did it with."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Sum

from mentoring.models import Experience, Mentor, Progression, Session, Setting, Supervision
from mentoring.rules.experiences import hours, in_words
from training.models import Completion


@dataclass(frozen=True)
class RecordOfExperience:
    """`by_kind` and `by_setting` are rows (words, hours). No day, no place and no name of anybody else is in it."""

    name: str
    since: date
    total: str
    sessions: int
    by_kind: list[tuple[str, str]]
    by_setting: list[tuple[str, str]]
    supervisions: int
    training: list[tuple[str, date]]
    skills: list[str]
    own_words: str
    steps: list[tuple[str, date]]


def of(mentor: Mentor) -> RecordOfExperience:
    """Everything that stands in the mentor's own record. “Had a mentor” is never printed."""
    held = Session.objects.filter(mentor=mentor, happened=True)
    total = held.aggregate(minutes=Sum("minutes"), count=Count("pk"))
    said = Experience.objects.filter(mentor=mentor).first()
    steps = Progression.objects.filter(mentor=mentor).exclude(step=Progression.Step.HAD_A_MENTOR).order_by("on", "pk")
    return RecordOfExperience(
        name=mentor.person.preferred_name,
        since=mentor.joined_on,
        total=hours(total["minutes"] or 0),
        sessions=total["count"],
        by_kind=_rows(held, "kind", Session.Kind),
        by_setting=_rows(held, "setting", Setting),
        supervisions=Supervision.objects.held().filter(mentor=mentor).count(),
        training=_training(mentor),
        skills=in_words(said.skills) if said else [],
        own_words=said.own_words if said else "",
        steps=[(step.get_step_display(), step.on) for step in steps],
    )


def _training(mentor: Mentor) -> list[tuple[str, date]]:
    """What they finished, each module once with the day they last did it, the oldest first. It stays theirs when it no
    longer counts for a gate.
    """
    done = Completion.objects.filter(learner=mentor.learner_id).order_by("completed_on", "pk")
    last = {one.module: (one.title, one.completed_on) for one in done}
    return sorted(last.values(), key=lambda row: (row[1], row[0]))


def _rows(sessions: Any, column: str, words: Any) -> list[tuple[str, str]]:
    found = sessions.values(column).annotate(minutes=Sum("minutes")).order_by("-minutes", column)
    return [(str(words(row[column]).label), hours(row["minutes"] or 0)) for row in found]


def sections(record: RecordOfExperience) -> list[dict[str, Any]]:
    """The record for paper (templates/typst/plain.typ)."""
    facts = [("Mentor since", f"{record.since:%-d %B %Y}"), ("Time given", record.total)]
    facts += [("Sessions held", str(record.sessions)), ("Supervision meetings", str(record.supervisions))]
    found: list[dict[str, Any]] = [
        {"heading": record.name, "facts": _named(facts)},
        {"heading": "What kind of work", "facts": _named(record.by_kind)},
        {"heading": "Where", "facts": _named(record.by_setting)},
    ]
    if record.steps:
        found.append({"heading": "The way so far", "facts": _named([(w, f"{d:%-d %B %Y}") for w, d in record.steps])})
    if record.training:
        days = [(title, f"{day:%-d %B %Y}") for title, day in record.training]
        found.append({"heading": "Training finished", "facts": _named(days)})
    if record.skills:
        found.append({"heading": "Skills", "paragraphs": record.skills})
    if record.own_words:
        found.append({"heading": "In my own words", "paragraphs": record.own_words.split("\n")})
    return found


def _named(rows: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in rows]
