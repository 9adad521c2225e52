"""Where the time of a request ends, by one way of counting."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.access_facts import Wait, days_out
from law.access_rules import Calendar, Rule
from law.months import add_months


@dataclass(frozen=True)
class End:
    """Where a time ends: the day before any closed day moved it, that day moved, past what, and what went into it."""

    nominal: date
    due: date
    skipped: tuple[tuple[date, str], ...]
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
        taken: tuple[Wait, ...] = ()
        end = self._ending(months, taken)
        for wait in self.clarifications:
            if wait.asked > end.due:
                break
            taken = (*taken, wait)
            end = self._ending(months, taken)
            if wait.came is None:
                break
        return end

    def _ending(self, months: int, pauses: tuple[Wait, ...]) -> End:
        """A question may be asked on the last day, when closed days had moved it. Then the days that did not count are
        past the day that they were added to, and the time ends on none of them.
        """
        out = days_out(pauses, start=self.start, whole=self.whole)
        first = self.start + timedelta(days=self.rule.starts_after)
        nominal = add_months(first, months) + timedelta(days=len(out))
        due, skipped = self.calendar.rolled(nominal, out)
        open_since = pauses[-1].asked if pauses and pauses[-1].came is None else None
        return End(nominal, due, tuple(skipped), pauses, open_since)
