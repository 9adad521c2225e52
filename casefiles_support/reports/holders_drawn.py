"""Figures of holders as a chart, and as plain rows for a file."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from casefiles_support.models import Redaction
from casefiles_support.reports.holders import Row
from casefiles_support.rules.figures import FEW, NOT_SHOWN, TOO_FEW, in_words
from common import charts
from common.spreadsheets import Grid

HEADERS = (
    "Holder", "Nation", "CLEARmark", "ICO commitment", "Received", "Answered in time", "Late", "Not known yet",
    "Took more time with a reason", "Took more time without", "Days to an answer (median)", "Offered no support",
)  # fmt: skip
# How the people who publish the figures read them by machine.
KEYS = ("received", "in_time", "late", "waiting", "extended", "not_valid", "days", "no_support")
CATEGORIES = tuple((str(value), str(label)) for value, label in Redaction.Category.choices)


def chart_of_days(found: Sequence[Row]) -> SafeString:
    """Of those whose number may be shown, the slowest first."""
    told = sorted(((row.holder.name, row.days) for row in found if row.days is not None), key=lambda pair: -pair[1])
    return charts.bars("Days from receipt to an answer, half were quicker", told, unit="days")


def told(found: Sequence[Row]) -> list[dict[str, str]]:
    """Each row in words, for the tables of the page."""
    return [
        {
            "holder": row.holder.name,
            "received": in_words(row.received, TOO_FEW),
            "clearmark": yes_or_no(row.holder.has_clearmark),
            "pledged": yes_or_no(row.holder.has_pledged),
        }
        | {key: in_words(getattr(row, key)) for key in KEYS if key != "received"}
        | {value: in_words(row.covered[value]) for value, _ in CATEGORIES}
        for row in found
    ]


def grid_of(found: Sequence[Row]) -> Grid:
    """The table as a file: the very same numbers, and words where there is none to show."""
    covered = [f"Covered: {label}" for _, label in CATEGORIES]
    return Grid(headers=(*HEADERS, *covered), lines=[_line(row) for row in found])


def _line(row: Row) -> list[Any]:
    counts = [getattr(row, key) for key in KEYS if key != "received"] + [row.covered[value] for value, _ in CATEGORIES]
    return [
        row.holder.name,
        row.holder.get_nation_display(),
        yes_or_no(row.holder.has_clearmark),
        yes_or_no(row.holder.has_pledged),
        TOO_FEW if row.received is None else row.received,
        *(NOT_SHOWN if number is None else number for number in counts),
    ]


def json_of(found: Sequence[Row], *, year: int, on: date) -> str:
    """For the public site, which knows nothing of this app: null is what is not shown."""
    holders = [
        {"holder": row.holder.name, "nation": str(row.holder.get_nation_display())}
        | {key: getattr(row, key) for key in KEYS}
        | {"covered": row.covered}
        for row in found
    ]
    return json.dumps({"year": year, "made_on": f"{on}", "numbers_below_are_null": FEW, "holders": holders}, indent=1)


def yes_or_no(known: bool | None) -> str:
    return "Not known" if known is None else "Yes" if known else "No"
