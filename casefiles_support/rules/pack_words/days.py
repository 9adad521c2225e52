"""Days in words, and months as a grid that a bad copy can still be read from."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from casefiles_support.rules.pack_words.shared import Words

# More would not be read; a day further off is in the list of dates all the same.
MOST_MONTHS = 4
Month = dict[str, object]


def said(day: date, words: Words) -> str:
    """A day with its weekday, in the language of `words`."""
    return words.date.format(
        weekday=words.days[day.weekday()], day=day.day, month=words.months[day.month - 1], year=day.year
    )


def months(marks: Mapping[date, str], words: Words) -> list[Month]:
    """Each month from the first marked day on in which one is marked, at most MOST_MONTHS of them.

    A month has `title`, `days` (their short names) and `weeks` of seven cells; a cell has `day` (0 before the first and
    after the last) and `marks`.
    """
    found = sorted({(day.year, day.month) for day in marks})
    return [_month(year, month, marks, words) for year, month in found[:MOST_MONTHS]]


def _month(year: int, month: int, marks: Mapping[date, str], words: Words) -> Month:
    first = date(year, month, 1)
    cells: list[dict[str, object]] = [{"day": 0, "marks": ""}] * first.weekday()
    day = first
    while day.month == month:
        cells.append({"day": day.day, "marks": marks.get(day, "")})
        day += timedelta(days=1)
    cells += [{"day": 0, "marks": ""}] * (-len(cells) % 7)
    title = f"{words.months[month - 1]} {year}"
    return {
        "title": title[0].upper() + title[1:],
        "days": list(words.short_days),
        "weeks": [cells[at : at + 7] for at in range(0, len(cells), 7)],
    }


def marked(days: Iterable[tuple[date | None, str]]) -> dict[date, str]:
    """Letters by day; a day with several has each of them once."""
    found: dict[date, str] = {}
    for day, mark in days:
        if day is not None and mark not in found.get(day, ""):
            found[day] = found.get(day, "") + mark
    return found
