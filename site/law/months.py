"""Months and birthdays, counted as the law counts them."""

import calendar
from datetime import date

MONTHS_OF_A_YEAR = 12


def add_months(day: date, months: int) -> date:
    """The same day so many months on; where that month has no such day, its last day.

    This is how the ICO counts “one month” for somebody who asks to see their information.
    """
    years, month = divmod(day.month - 1 + months, MONTHS_OF_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def reaches(born: date, age: int) -> date:
    """The day on which somebody reaches an age: the whole of the birthday counts (Family Law Reform Act 1969 s.9).

    Born on 29 February: in a year without that day we take 1 March. We have read no authority for it.
    """
    year = born.year + age
    if (born.month, born.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day."""
    age = day.year - born.year
    return age if reaches(born, age) <= day else age - 1
