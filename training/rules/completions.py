"""The modules that a mentor must have finished, and how long each counts: the one place where they are listed.

The list is the programme's own: support, supervision and boundaries are what peer mentors need most (HM Inspectorate of
Probation, Academic Insights 2021/04).
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Module:
    """`months` is how long it counts. `inside` says that only work in a prison needs it; `extra`, that no mentoring
    does, but something else.
    """

    title: str
    months: int
    inside: bool = False
    extra: bool = False


# Whoever supports somebody through their records needs it in date (casefiles_support).
FILE_SUPPORT = "file-support"

MODULES: dict[str, Module] = {
    "safeguarding": Module("Keeping people safe", 24),
    "boundaries": Module("Boundaries and what stays between us", 24),
    "listening": Module("Listening, and what trauma does", 36),
    "care-rights": Module("Being in care, and the rights that follow", 36),
    "inside": Module("Working in a prison", 24, inside=True),
    FILE_SUPPORT: Module("Being beside somebody who reads their records", 24, extra=True),
}


def mandatory(*, inside: bool) -> list[str]:
    """The modules that must count before somebody mentors; with those for prisons where it is `inside` one."""
    return [slug for slug, module in MODULES.items() if not module.extra and (inside or not module.inside)]


def runs_out(slug: str, completed_on: date) -> date | None:
    """The last day on which a completion counts; None for a module that is not in the list any more."""
    module = MODULES.get(slug)
    return _months_later(completed_on, module.months) if module else None


def why_not_complete(*, module: str, completed_on: date, today: date) -> list[str]:
    reasons = [] if module in MODULES else ["Choose a module from the list."]
    if completed_on > today:
        reasons.append("The day it was finished cannot be in the future.")
    return reasons


def _months_later(day: date, months: int) -> date:
    """The same day some months on, less one; the month’s last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last)) - timedelta(days=1)
