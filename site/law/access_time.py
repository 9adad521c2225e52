"""Where the time of a request ends, by one way of counting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from law.access_facts import Wait, pause_days
from law.access_rules import Calendar, Rule
from law.months import add_months


@dataclass(frozen=True)
class End:
    """Where a time ends: the day before any closed day moved it, that day moved, and what went into it."""

    nominal: date
    due: date
    pauses: tuple[Wait, ...]
    open_since: date | None


@dataclass(frozen=True)
class Reading:
    """One way of counting, from one start."""

    start: date
    rule: Rule
    calendar: Calendar
    clarifications: tuple[Wait, ...]
    whole: bool

    def end(self, months: int) -> End:
        """Where so many months end. A question counts only if it was asked while time was left."""
        first = self.start + timedelta(days=self.rule.starts_after)
        nominal = due = self._moved(add_months(first, months), ())
        taken: tuple[Wait, ...] = ()
        for wait in self.clarifications:
            if wait.asked > due:
                break
            taken = (*taken, wait)
            nominal = self._moved(add_months(first, months), taken)
            due = self.calendar.rolled(nominal)[0]
            if wait.came is None:
                return End(nominal, due, taken, wait.asked)
        return End(nominal, self.calendar.rolled(nominal)[0], taken, None)

    def _moved(self, day: date, pauses: Iterable[Wait]) -> date:
        return day + timedelta(days=pause_days(pauses, start=self.start, whole=self.whole))
