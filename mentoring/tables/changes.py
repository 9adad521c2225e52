"""What a session record said before each correction, in words."""

import json
from datetime import datetime
from typing import Any

from common.words import in_words
from mentoring.models import Attendance, Cause, Medium, Session, Setting, Topic
from mentoring.models.changes import as_it_was

WORDS = {
    "setting": ("Where", Setting),
    "medium": ("How", Medium),
    "cause": ("Why it did not happen", Cause),
    "kind": ("Kind", Session.Kind),
}
NAMES = {
    "started_at": "Started",
    "planned_at": "Planned for",
    "establishment": "Prison",
    "where": "Place",
    "happened": "Did it happen?",
    "minutes": "Minutes",
    "cause_note": "About the cause",
    "topics": "Topics",
    "what_we_did": "What we did",
    "their_words": "In their own words",
    "next_step": "What happens next",
    "attendance": "Who came",
}


def changes_of(session: Session) -> list[dict[str, Any]]:
    """One for each correction, oldest first: who, when, why, and rows (name, value) of what it said until then."""
    return [
        {
            "by": change.made_by.display_name,
            "at": change.made_at,
            "reason": change.reason,
            "rows": [_row(name, json.loads(change.was)) for name in change.fields],
        }
        for change in session.corrections.all()
    ]


def changed_since(session: Session, *, seen: int) -> list[dict[str, str]]:
    """What the record says now (`there`) and said at version `seen` (`yours`), where that is not the same."""
    then = next((one for one in session.corrections.all() if one.version == seen), None)
    if then is None:
        return []
    was, now = json.loads(then.was), json.loads(as_it_was(session))
    rows = [(_row(name, now), _row(name, was)) for name in [*WORDS, *NAMES]]
    return [{"label": there[0], "there": there[1], "yours": before[1]} for there, before in rows if there != before]


def _mark(mark: str, cause: str) -> str:
    words = str(Attendance.Mark(mark).label)
    return f"{words}: {Cause(cause).label}" if cause else words


def _row(name: str, was: dict[str, Any]) -> tuple[str, str]:
    if name in WORDS:
        label, choices = WORDS[name]
        return label, str(dict(choices.choices).get(was[name], "–"))
    if name == "attendance":
        causes = was.get("causes", {})
        return NAMES[name], ", ".join(_mark(mark, causes.get(ref, "")) for ref, mark in was["marks"].items())
    value = was[name]
    if value and name.endswith("_at"):
        value = in_words(datetime.fromisoformat(value))
    if name == "topics":
        value = ", ".join(str(Topic(topic).label) for topic in value if topic in Topic.values)
    if isinstance(value, bool):
        value = "Yes" if value else "No"
    return NAMES[name], "–" if value in ("", None) else str(value)
