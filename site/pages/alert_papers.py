"""Alerts on paper: in a box, with the day on which they stood, since paper does not change by itself."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from common import prose
from common.dates import in_full
from pages.alerting import Standing, said
from pages.papers import Part, box
from pages.rules.numbers import number_of

ENGLISH_HERE = "(English)"


def alert_paper(alert: Standing, *, day: date) -> Part:
    """In the language that is spoken now; English words in a pack of another say that they are."""
    one = said(alert)
    mark = f" {gettext(ENGLISH_HERE)}" if one.lang else ""
    rows = [
        one.words,
        one.rings and f"{one.rings[0]}: {one.rings[1]}",
        one.way and gettext("{title} (page {number})").format(title=one.way[0], number=number_of(one.way[2])),
        f"{one.until} {gettext('As of {day}.').format(day=in_full(day, gettext))}",
    ]
    title = f"{one.level_words}: {one.title}{mark}"
    return box(title, prose.lines("\n".join(filter(None, rows))))


def alert_papers(alerts: Any, *, day: date) -> list[Part]:
    return [alert_paper(one, day=day) for one in alerts]
