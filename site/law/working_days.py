"""Working days in England and Wales, which have the same bank holidays.

Source: Banking and Financial Dealings Act 1971 section 1 and schedule 1, and the days proclaimed under it, as GOV.UK
lists them (govuk-bank-holidays holds the list; it is never fetched). Past the end of that list the days are worked
out by `holidays`, which cannot know of a day proclaimed later: `known_until` says where certainty ends.
"""

from datetime import date, timedelta
from functools import cache

import holidays
from govuk_bank_holidays.bank_holidays import BankHolidays

SATURDAY = 5
DAY = timedelta(days=1)


@cache
def _listed() -> dict[date, str]:
    known = BankHolidays(use_cached_holidays=True).get_holidays(BankHolidays.ENGLAND_AND_WALES)
    return {day["date"]: day["title"] for day in known}


def known_until() -> date:
    """The last day of the last year that GOV.UK has listed."""
    return date(max(_listed()).year, 12, 31)


@cache
def bank_holidays(year: int) -> dict[date, str]:
    """The bank holidays of a year, by day, each with its name."""
    if year <= known_until().year:
        return {day: name for day, name in _listed().items() if day.year == year}
    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def next_working_day(after: date) -> date:
    """The first working day that comes after this day."""
    day = after + DAY
    while not is_working_day(day):
        day += DAY
    return day


def after(day: date, *, working_days: int) -> date:
    """The day that lies so many working days after `day`, which is not counted itself."""
    for _ in range(working_days):
        day = next_working_day(day)
    return day


def between(day: date, until: date) -> int:
    """How many working days lie after `day`, up to and with `until`: 0 where it is the same day or an earlier one."""
    days = (day + DAY * n for n in range(1, (until - day).days + 1))
    return sum(is_working_day(one) for one in days)
