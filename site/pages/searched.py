"""What people looked for, month by month, as far as it can be said without saying anything of one of them."""

from dataclasses import dataclass, field
from datetime import date

from pages.models import SearchTally
from pages.rules.searches import oldest_kept, shown

Kind = SearchTally.Kind
MOST = 30  # words of one month, those most looked for first


@dataclass(slots=True)
class Month:
    """None where a number is too small to be shown."""

    first: date
    searches: int | None = None
    nothing: int | None = None
    words: list[tuple[str, int]] = field(default_factory=list)


def months(today: date) -> list[Month]:
    """The newest first, in one query."""
    found: dict[date, Month] = {}
    kept = SearchTally.objects.filter(month__gte=oldest_kept(today)).order_by("-month", "-count", "word")
    for tally in kept:
        month = found.setdefault(tally.month, Month(tally.month))
        count = shown(tally.count)
        if tally.kind == Kind.ALL:
            month.searches = count
        elif tally.kind == Kind.NOTHING:
            month.nothing = count
        elif count is not None and len(month.words) < MOST:
            month.words.append((tally.word, count))
    return list(found.values())
