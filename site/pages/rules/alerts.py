"""Alerts: what must be known soon, for how long it stands, and where. Plain Python over plain values."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from common.dates import in_full
from pages.rules.hours import clock

# From the least to the most pressing: its name, and the words that readers have beside the colour.
LEVELS = {"information": "Information", "important": "Important", "danger": "Danger to life"}
PRESSING = list(LEVELS)
EVERYWHERE, HELP, BELOW, PRISON = "everywhere", "help", "below", "prison"
PLACES = [
    (EVERYWHERE, "On the whole site"),
    (HELP, "On help and rights only"),
    (BELOW, "On one page and those below it"),
    (PRISON, "On what is made for one prison"),
]
LONGEST = timedelta(days=90)
# Editors are told of one that ends within this time.
SOON = timedelta(days=3)
# And have those that ended within this time in their list.
REMEMBERED = timedelta(days=30)


def why_not(
    *,
    begins_at: datetime | None,
    ends_at: datetime | None,
    shown_on: str,
    has_page: bool,
    has_prison: bool,
    ways_on: int,
    welsh: Iterable[str],
) -> dict[str, str]:
    """Field to reason, for all that keeps it from readers. `ways_on` is how many links it has, `welsh` the Welsh title
    and words.
    """
    wrong = {}
    if begins_at and ends_at and ends_at <= begins_at:
        wrong["ends_at"] = "It must end after it begins."
    if begins_at and ends_at and ends_at - begins_at > LONGEST:
        wrong["ends_at"] = f"An alert stands for {LONGEST.days} days at most. What holds for longer belongs on a page."
    if has_page != (shown_on == BELOW):
        wrong["page"] = "Choose the page." if shown_on == BELOW else "Leave this empty: it is not shown on one page."
    if has_prison != (shown_on == PRISON):
        wrong["prison"] = "Choose the prison." if shown_on == PRISON else "Leave this empty: it is not for one prison."
    if ways_on > 1:
        wrong["contact"] = "Give it one way on: a page or a contact point."
    title, words = welsh
    if bool(title) != bool(words):
        wrong["words_cy" if title else "title_cy"] = "Give both in Welsh, or neither."
    return wrong


def stands(*, begins_at: datetime, ends_at: datetime, now: datetime) -> bool:
    """From its first moment on, and no longer at its last."""
    return begins_at <= now < ends_at


def state(*, live: bool, begins_at: datetime, ends_at: datetime, now: datetime) -> str:
    """How it stands, to editors."""
    if now >= ends_at:
        return "Ended"
    if not live:
        return "A draft"
    return "Stands now" if begins_at <= now else "Yet to begin"


def until(ends: datetime, say: Callable[[str], str] = str) -> str:
    """What readers are told of its end, which is given in London's time; `say` gives words for ours."""
    if (ends.hour, ends.minute) == (0, 0):
        return say("Until the end of {day}.").format(day=in_full((ends - timedelta(days=1)).date(), say))
    return say("Until {day}, {hour}.").format(day=in_full(ends.date(), say), hour=clock(f"{ends:%H:%M}", say))


def next_change(times: Iterable[datetime], *, now: datetime) -> datetime | None:
    """When the next of them begins or ends; None where nothing is to come."""
    return min((at for at in times if at > now), default=None)
