"""Figures of what was offered, as charts and as a file."""

import csv
import io
from collections.abc import Sequence

from django.utils.safestring import SafeString

from common import charts
from common.exports import safe
from common.spreadsheets import BOM
from mentoring.models import Cause
from mentoring.reports.attendance import Tally


def chart_of_causes(whole: Tally) -> SafeString:
    return charts.bars("Why people did not come", whole.causes_in_words, unit="offers")


def chart_of_months(found: Sequence[Tally]) -> SafeString:
    """Offered and came, month by month; nothing for a single month, which is no line."""
    if len(found) < 2:
        return SafeString("")
    series = [
        charts.Series("Offered", [one.offered for one in found]),
        charts.Series("Came", [one.delivered for one in found]),
    ]
    return charts.line("Offered and came, by month", [one.label for one in found], series)


def csv_of(found: Sequence[Tally], *, heading: str) -> str:
    """Every cause in a column of its own, so that figures can be added up elsewhere."""
    written = io.StringIO()
    writer = csv.writer(written)
    causes = list(Cause)
    writer.writerow(
        [heading, "Sessions", "Offered", "Came on time", "Came late", "Did not come", "Of those, called off before"]
        + [str(cause.label) for cause in causes]
    )
    for one in found:
        row = [one.sessions, one.offered, one.came, one.late, one.not_delivered, one.called_off]
        writer.writerow([safe(one.label), *row, *(one.causes[cause] for cause in causes)])
    return BOM + written.getvalue()
