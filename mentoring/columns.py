"""The columns of each kind of file from another system, and what other systems call them."""

import re
from datetime import date, time, timedelta

from mentoring.models.circumstances import Cause, Medium, Setting, Topic
from mentoring.rules import histories
from mentoring.rules.imports import KEY
from places.rules.sheets import Column, Sheet, day, pattern, yes

MOMENT = re.compile(r"(\S+)[ T]([0-9]{1,2}):([0-9]{2})(?::00)?(?: ?(Z|[+-][0-9]{2}:[0-9]{2}))?")
ONE_TO_ONE = "one_to_one"


def moment(written: str) -> str:
    """2026-11-22 14:30 or 22/11/2026 14:30 by London's clocks, as 2026-11-22T14:30:00+00:00."""
    found = MOMENT.fullmatch(written)
    try:
        if found is None:
            raise ValueError
        on, wall = date.fromisoformat(day(found[1])), time(int(found[2]), int(found[3]))
    except ValueError:
        raise ValueError("must be a day and a time, such as 2026-11-22 14:30 or 22/11/2026 14:30.") from None
    return histories.in_london(on, wall, _offset(found[4])).isoformat()


def _offset(written: str | None) -> timedelta | None:
    if written is None:
        return None
    hours, minutes = (0, 0) if written == "Z" else (int(written[1:3]), int(written[4:6]))
    return timedelta(hours=hours, minutes=minutes) * (-1 if written[0] == "-" else 1)


def minutes(written: str) -> str:
    if written and not re.fullmatch("[0-9]{1,4}", written):
        raise ValueError("must be a whole number of minutes.")
    return written


def topics(written: str) -> str:
    """Topics parted by | or ;, by their value or their words, as values parted by |."""
    words = {label.casefold(): value for value, label in Topic.choices} | {value: value for value in Topic.values}
    given = [part.strip().casefold() for part in re.split("[|;]", written) if part.strip()]
    if any(part not in words for part in given):
        raise ValueError(f"must be some of: {', '.join(Topic.values)}. Put | between them.")
    return "|".join(dict.fromkeys(words[part] for part in given))


def kind(written: str) -> str:
    """A row is about one person, so a group, which is one session of many, would be counted once for each."""
    if written.casefold().replace(" ", "_") in ("", ONE_TO_ONE):
        return ONE_TO_ONE
    raise ValueError("must be one_to_one. What a group did cannot come in by file.")


_KEY = Column(KEY, required=True, most=60)
_PERSON = (
    Column("preferred_name", required=True, most=60),
    Column("family_name", most=100),
    Column("born_on", day),
)
_TEAM = Column("team", required=True, most=100)
_KEYS = dict.fromkeys(("id", "ref", "reference", "external_id"), KEY)
_PEOPLE = _KEYS | {
    "client_id": KEY, "case_id": KEY,
    "name": "preferred_name", "first_name": "preferred_name", "forename": "preferred_name",
    "given_name": "preferred_name", "known_as": "preferred_name",
    "surname": "family_name", "last_name": "family_name",
    "dob": "born_on", "d.o.b.": "born_on", "date_of_birth": "born_on", "birth_date": "born_on",
    "nomis": "prison_number", "nomis_number": "prison_number", "noms_number": "prison_number",
    "prison_no": "prison_number", "ndelius": "crn", "crn_number": "crn", "probation_number": "crn",
    "project": "team", "area": "team",
    "start_date": "joined_on", "started": "joined_on", "date_joined": "joined_on",
}  # fmt: skip
_MATCHES = _KEYS | {
    "match_id": KEY, "client_id": "person_key", "person_id": "person_key", "mentor_id": "mentor_key",
    "start_date": "started_on", "end_date": "ended_on",
}  # fmt: skip
_SESSIONS = _KEYS | {
    "session_id": KEY, "match_id": "match_key", "start": "started_at", "date": "started_at", "duration": "minutes",
    "attended": "happened", "project": "team", "area": "team",
}  # fmt: skip
SHEETS = {
    "people": Sheet(
        (
            _KEY,
            *_PERSON,
            Column("prison_number", pattern(r"[A-Z][0-9]{4}[A-Z]{2}", "A1234BC"), no_spaces=True),
            Column("crn", pattern(r"[A-Z][0-9]{6}", "X123456"), no_spaces=True),
            _TEAM,
        ),
        _PEOPLE,
    ),
    "mentors": Sheet((_KEY, *_PERSON, _TEAM, Column("joined_on", day, required=True)), _PEOPLE),
    "matches": Sheet(
        (
            _KEY,
            Column("person_key", required=True, most=60),
            Column("mentor_key", required=True, most=60),
            Column("status", histories.status, required=True),
            Column("started_on", day, required=True),
            Column("ended_on", day),
            Column("reason"),
        ),
        _MATCHES,
    ),
    "sessions": Sheet(
        (
            _KEY,
            Column("match_key", required=True, most=60),
            Column("started_at", moment, required=True),
            Column("minutes", minutes),
            Column("setting", required=True, choices=dict(Setting.choices)),
            Column("medium", required=True, choices=dict(Medium.choices)),
            Column("kind", kind),
            Column("happened", yes, required=True),
            Column("cause", choices=dict(Cause.choices)),
            Column("topics", topics),
            Column("notes", most=5_000, has_lines=True),
            Column("team", most=100),
        ),
        _SESSIONS,
    ),
}
