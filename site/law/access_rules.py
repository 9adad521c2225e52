"""The law of the clock as data, by the day from which it holds, and days on which an office is closed.

UK GDPR Art 12(3) and 12A (Data (Use and Access) Act 2025 s.76, in force 5 February 2026: SI 2026/82 reg 2(h)). Art 12A
itself was not opened: its twin, Data Protection Act 2018 s.54, was, and two commentaries say that they agree. The ICO's
method: the clock starts on the day of receipt, working day or not, and ends with the same date of the next month.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from law import working_days

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """How long a holder has. Months are calendar months; `starts_after` is how many days after receipt day one is."""

    version: str
    in_force: date
    months: int
    more_months: int
    starts_after: int
    pause: str
    note: str = ""


UK_GDPR = (
    Rule("uk-gdpr-2018", date(2018, 5, 25), 1, 2, 0, "the ICO’s guidance",
         "For requests from before 5 February 2026 the pause rests on guidance alone. We found no rule for requests "
         "that were under way on that day."),
    Rule("uk-gdpr-2026", date(2026, 2, 5), 1, 2, 0, "UK GDPR article 12A"),
)  # fmt: skip
# Prisons, probation and the police, when they hold information for law enforcement (DPA 2018 Part 3, s.54).
PART_3 = (
    Rule("part-3-2018", date(2018, 5, 25), 1, 2, 1, "DPA 2018 section 54",
         "For prisons, probation and police the ICO’s page still counts from the day after. We show the later day."),
)  # fmt: skip
REGIMES: Mapping[str, tuple[Rule, ...]] = {"uk_gdpr": UK_GDPR, "part_3": PART_3}
# These are not reached by this right at all: where to go instead.
ELSEWHERE: Mapping[str, str] = {
    "adoption": "Adoption records have a law of their own (Adoption and Children Act 2002 sections 56 to 65). Ask the "
    "adoption agency, or the council where you live now.",
    "court": "Papers of a family court belong to the court. Ask the court that heard the case.",
}


def rule_for(day: date, regime: str = "uk_gdpr") -> Rule:
    """The rule that held when a request arrived. An unknown regime raises KeyError."""
    rules = REGIMES[regime]
    return max((one for one in rules if one.in_force <= day), key=lambda one: one.in_force, default=rules[0])


class Calendar:
    """Which days an office is closed: GOV.UK's list for England and Wales, or the days that are given."""

    def __init__(self, days: Iterable[date] | None = None) -> None:
        self.names: dict[date, str] | None = None
        if days is not None:
            self.names = dict(days) if isinstance(days, Mapping) else dict.fromkeys(days, "a bank holiday")

    def holiday(self, day: date) -> str:
        names = working_days.bank_holidays(day.year) if self.names is None else self.names
        return names.get(day, "")

    def closed(self, day: date) -> str:
        """Why an office is closed on a day: the name of the holiday or of the day of the week; "" when it is open."""
        return self.holiday(day) or (f"{day:%A}" if day.weekday() >= working_days.SATURDAY else "")

    def rolled(self, day: date, out: Container[date] = ()) -> tuple[date, list[tuple[date, str]]]:
        """The day itself or the next working day, and the closed days in between with what they are. No time ends on
        a day that is `out` either: such a day is told with "".
        """
        skipped = []
        while (why := self.closed(day)) or day in out:
            skipped.append((day, why))
            day += DAY
        return day, skipped

    def sure_of(self, day: date) -> bool:
        """Whether the list of holidays reaches that far."""
        if self.names is None:
            return day <= working_days.known_until()
        return bool(self.names) and day.year <= max(self.names).year
