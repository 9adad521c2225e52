"""What was offered, what was held, and why the rest was not: counted apart, so that nobody is blamed for a lockdown.

One offer is one person at one session, or one person for whom a meeting was planned that was called off. Everything is
counted by what the records kept on that day (team, prison, setting, mentor), so no later move changes any figure.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils.dateformat import format as in_words

from accounts.roles import WHOLE_PROGRAMME, Role
from common.dates import LONDON
from mentoring.models import Attendance, Cause, Meeting, Session, Setting, teams_of

NOT_THERE = Attendance.Mark.NOT_ATTENDED
# What figures may be broken down by, and the column of a session (and of a meeting) that says it.
BY = {"team": "team__name", "establishment": "establishment__name", "setting": "setting", "month": "month"}
NOWHERE = {"establishment": "Not in a prison"}


@dataclass
class Tally:
    """Offers of one team, prison, setting or month. `causes` counts those who did not come, by the cause’s slug."""

    label: str = ""
    sessions: int = 0
    came: int = 0
    late: int = 0
    called_off: int = 0
    causes: Counter[str] = field(default_factory=Counter)

    @property
    def delivered(self) -> int:
        return self.came + self.late

    @property
    def not_delivered(self) -> int:
        return self.causes.total()

    @property
    def offered(self) -> int:
        return self.delivered + self.not_delivered

    @property
    def chose_not(self) -> int:
        return self.causes[Cause.PERSON_CHOSE_NOT]

    @property
    def chose_not_in_words(self) -> str:
        """The only rate that says anything about people: who chose not to come, of all that was offered."""
        if not self.offered:
            return "–"
        return f"{self.chose_not} of {self.offered} ({round(100 * self.chose_not / self.offered)}%)"

    @property
    def causes_in_words(self) -> list[tuple[str, int]]:
        """(words, count), most first."""
        found = sorted(self.causes.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(str(Cause(cause).label), count) for cause, count in found]


def scope(user: Any) -> Q:
    """Whose work: of sessions and meetings alike. A mentor who is no coordinator has their own counts alone."""
    if user.has_role(*WHOLE_PROGRAMME):
        return Q()
    if user.has_role(Role.COORDINATOR):
        return Q(team__in=teams_of(user))
    return Q(mentor__person__login=user)


def tallies(*, user: Any, since: datetime, until: datetime, by: str) -> list[Tally]:
    """One tally for each value of `by`, in its order, in three queries. `until` is not included."""
    sessions = _with_month(Session.objects.filter(scope(user)), "started_at", since, until)
    meetings = _with_month(Meeting.objects.filter(scope(user)), "starts_at", since, until)
    column = BY[by]
    found: dict[Any, Tally] = {}
    for key, count in sessions.values_list(column).annotate(count=Count("pk")).order_by(column):
        found.setdefault(key, Tally(_label(by, key))).sessions += count
    marks = sessions.values_list(column, "attendance__mark", "attendance__cause").annotate(count=Count("attendance"))
    for key, mark, cause, count in marks.order_by(column):
        _add(found.setdefault(key, Tally(_label(by, key))), mark, cause, count)
    off = meetings.filter(status=Meeting.Status.CANCELLED).values_list(column, "cause").annotate(count=Sum("expected"))
    for key, cause, count in off.order_by(column):
        tally = found.setdefault(key, Tally(_label(by, key)))
        tally.called_off += count
        tally.causes[cause] += count
    return [found[key] for key in sorted(found, key=lambda key: (key is None, key))]


def _with_month(rows: QuerySet, moment: str, since: datetime, until: datetime) -> QuerySet:
    window = {f"{moment}__gte": since, f"{moment}__lt": until}
    return rows.filter(**window).annotate(month=TruncMonth(F(moment), tzinfo=LONDON))


def _label(by: str, key: Any) -> str:
    if by == "setting":
        return str(Setting(key).label)
    if by == "month":
        return in_words(key, "F Y")
    return str(key) if key else NOWHERE.get(by, "–")


def _add(tally: Tally, mark: str | None, cause: str, count: int) -> None:
    if mark is None:
        return
    if mark == NOT_THERE:
        tally.causes[cause] += count
    elif mark == Attendance.Mark.LATE:
        tally.late += count
    else:
        tally.came += count


def total(found: Iterable[Tally]) -> Tally:
    """All of them together."""
    whole = Tally("Together")
    for one in found:
        whole.sessions += one.sessions
        whole.came += one.came
        whole.late += one.late
        whole.called_off += one.called_off
        whole.causes += one.causes
    return whole


def months_back(today: date, many: int) -> date:
    """The first day of the month `many` months before this one."""
    year, month = divmod(today.year * 12 + today.month - 1 - many, 12)
    return date(year, month + 1, 1)
