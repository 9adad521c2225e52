"""What is known here of the rows of matches and sessions from another system, read in a few queries however many rows
there are. These are questions: they change nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from common.sealed import blind_index
from common.transitions import NotAllowed
from mentoring.models import Import, ImportedRow, Match, MatchBlock, Mentor
from mentoring.rules.histories import Span
from mentoring.rules.imports import KEY
from people.models import Person
from places.models import Team

NO_TEAM = "team names no team that we know."
Kind = Import.Kind
Cells = Mapping[str, str]
# Which columns of a kind name rows of another kind.
NAMES = {
    Kind.MATCHES: {"person_key": Kind.PEOPLE, "mentor_key": Kind.MENTORS},
    Kind.SESSIONS: {"match_key": Kind.MATCHES},
}


def fingerprint(*, source: str, kind: str, key: str) -> str:
    """Of the number that another system gave: it finds the row again and tells nobody the number."""
    return blind_index(key, kind=f"import:{source.casefold()}:{kind}")


@dataclass
class Known:
    """`spans` are the days of the matches of a mentor and a person, `blocked` pairs of people, all by their ids."""

    source: str
    kind: str
    came: dict[tuple[str, str], ImportedRow] = field(default_factory=dict)
    blocked: set[frozenset[int | None]] = field(default_factory=set)
    spans: dict[tuple[int, int], list[Span]] = field(default_factory=dict)

    def find(self, kind: str, key: str) -> ImportedRow | None:
        return self.came.get((kind, fingerprint(source=self.source, kind=kind, key=key)))

    def came_before(self, cells: Cells) -> bool:
        return self.find(self.kind, cells[KEY]) is not None

    def two(self, cells: Cells) -> tuple[Mentor | None, Person | None]:
        """The mentor and the person whom a row of matches names; None for one who did not come in."""
        mentor, person = self.find(Kind.MENTORS, cells["mentor_key"]), self.find(Kind.PEOPLE, cells["person_key"])
        return (mentor.mentor if mentor else None), (person.person if person else None)

    def stands_beside(self, cells: Cells) -> None:
        """Let the rows below in the same file be asked against this one."""
        mentor, person = self.two(cells)
        if mentor and person:
            self.spans.setdefault((mentor.pk, person.pk), []).append(span_of(cells))

    def match(self, cells: Cells) -> Match | None:
        """The match that a row of sessions names."""
        row = self.find(Kind.MATCHES, cells["match_key"])
        return row.match if row else None


def span_of(cells: Cells) -> Span:
    """The days of a row of matches."""
    first, last = (date.fromisoformat(cells[name]) if cells[name] else None for name in ("started_on", "ended_on"))
    return Span(first, last)


def team_of(cells: Cells) -> Team | None:
    """The team that a row names, if it names one; raises NotAllowed where we have none of that name."""
    if not cells.get("team"):
        return None
    team = Team.objects.filter(name__iexact=cells["team"]).first()
    if team is None:
        raise NotAllowed(NO_TEAM)
    return team


def read(*, source: str, kind: str, rows: Iterable[Cells]) -> Known:
    """What is known of the people, mentors and matches that these rows name, and of the rows themselves."""
    rows, known = list(rows), Known(source.casefold(), kind)
    wanted = {(kind, cells[KEY]) for cells in rows}
    for column, other in NAMES.get(Kind(kind), {}).items():
        wanted |= {(other, cells[column]) for cells in rows}
    prints = [fingerprint(source=source, kind=of, key=key) for of, key in wanted]
    found = ImportedRow.objects.filter(source=known.source, key_index__in=prints)
    if kind in NAMES:
        found = found.select_related("person", "mentor", "match__person__team", "match__mentor")
    known.came = {(row.kind, row.key_index): row for row in found}
    if kind == Kind.MATCHES:
        _read_pairs(known, rows)
    return known


def _read_pairs(known: Known, rows: list[Cells]) -> None:
    pairs = [(mentor, person) for mentor, person in map(known.two, rows) if mentor and person]
    people = {person.pk for _, person in pairs}
    blocks = MatchBlock.objects.standing().filter(Q(person__in=people) | Q(other__in=people))
    known.blocked = {frozenset(pair) for pair in blocks.values_list("person_id", "other_id")}
    matches = Match.objects.filter(person__in=people, mentor__in={mentor.pk for mentor, _ in pairs})
    for match in matches.only("mentor", "person", "started_on", "ended_on"):
        span = Span(match.started_on, match.ended_on)
        known.spans.setdefault((match.mentor_id, match.person_id), []).append(span)
