"""Whether anything but an import knows the records that it made, or changed them. Questions: they change nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, F, Model, Q

from mentoring.models import Attendance, Import, ImportedRow, Match, MatchStep, Mentor, Session
from people.models import Person

# What an import makes together with each kind of record.
OWN: dict[type[Model], tuple[type[Model], ...]] = {
    Person: (ImportedRow, Mentor),
    Mentor: (ImportedRow,),
    Match: (ImportedRow, MatchStep),
    Session: (ImportedRow, Attendance),
}


def later(brought: Import) -> str:
    """Which kind of record another import joined to those of this one: its words, or "" where none did."""
    rows = brought.imported.all()
    people, mentors, matches = (rows.values(name) for name in ("person", "mentor", "match"))
    joined = Q(match__person__in=people) | Q(match__mentor__person__in=people) | Q(match__mentor__in=mentors)
    if ImportedRow.objects.filter(joined).exists():
        return str(Import.Kind.MATCHES.label)
    of_these = ImportedRow.objects.filter(session__attendance__match__in=matches)
    return str(Import.Kind.SESSIONS.label) if of_these.exists() else ""


def touched(rows: Sequence[ImportedRow]) -> int:
    """How many of these rows' records were changed or used. The number of queries does not grow with the rows."""
    people, mentors = _ids(rows, "person_id"), _ids(rows, "mentor_id")
    matches, sessions = _ids(rows, "match_id"), _ids(rows, "session_id")
    others = Mentor.objects.filter(person__in=people).exclude(pk__in=mentors)
    known = {
        "person_id": _used(Person, people)
        | _pks(Person.objects.filter(pk__in=people).exclude(version=1, login=None))
        | set(others.values_list("person", flat=True)),
        "mentor_id": _used(Mentor, mentors)
        | _pks(Mentor.objects.filter(pk__in=mentors).exclude(status=Mentor.Status.APPLYING)),
        "match_id": _used(Match, matches)
        | _pks(Match.objects.filter(pk__in=matches).annotate(count=Count("steps")).exclude(count=1)),
        "session_id": _used(Session, sessions) | _pks(Session.objects.filter(pk__in=sessions).exclude(version=1)),
    }
    return sum(any(getattr(row, name) in found for name, found in known.items()) for row in rows)


def _used(model: type[Model], pks: set[int]) -> set[int]:
    """Those of the records that anything else points to."""
    found: set[int] = set()
    for relation in model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.related_model in OWN[model]:
            continue
        manager: Any = relation.related_model._base_manager  # type: ignore[union-attr]
        name = relation.field.name  # type: ignore[union-attr]
        found |= set(manager.filter(**{f"{name}__in": pks}).values_list(F(name), flat=True)) if pks else set()
    return found


def _ids(rows: Iterable[ImportedRow], name: str) -> set[int]:
    return {getattr(row, name) for row in rows} - {None}


def _pks(found: Any) -> set[int]:
    return set(found.values_list("pk", flat=True))
