"""How meetings are shown: day by day, one by one with their way, and those that nobody logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils.dateformat import format as in_words

from common.dates import LONDON, local_day
from common.tables import A, HouseTable, MomentColumn, TextColumn
from law.working_days import bank_holidays
from mentoring.models import Meeting


@dataclass(frozen=True)
class Day:
    """One day of the calendar; `holiday` is the name of the bank holiday that it is."""

    day: date
    holiday: str
    meetings: list[Meeting]


def by_day(meetings: Sequence[Meeting], *, first: date, many: int) -> list[Day]:
    days = [first + timedelta(days=n) for n in range(many)]
    held: dict[date, list[Meeting]] = {day: [] for day in days}
    for meeting in meetings:
        held[local_day(meeting.starts_at)].append(meeting)
    return [Day(day, bank_holidays(day.year).get(day, ""), held[day]) for day in days]


def midnights(first: date, many: int) -> tuple[datetime, datetime]:
    """When the first day begins and the last one ends, in London: 23 or 25 hours long where the clocks change."""
    return (
        datetime.combine(first, time.min, LONDON),
        datetime.combine(first + timedelta(days=many), time.min, LONDON),
    )


class UnloggedTable(HouseTable):
    one, many = "meeting", "meetings"
    starts_at = MomentColumn("When", order_by="starts_at", linkify=("mentoring:meetings-detail", {"ref": A("ref")}))
    mentor = TextColumn("Mentor", accessor="mentor__person__preferred_name", order_by="mentor__person__search_name")
    whom = TextColumn("With", accessor="with_whom", orderable=False)
    establishment = TextColumn("Prison", accessor="establishment__name", default="–", orderable=False)

    class Meta:
        model = Meeting
        fields = ("starts_at", "mentor", "whom", "establishment")
        order_by = "starts_at"
        empty_text = "Every meeting is logged, moved or called off."


def facts_of(meeting: Meeting) -> list[tuple[str, str]]:
    """When, where and who, as rows for {% facts %}."""
    starts, ends = meeting.starts_at.astimezone(LONDON), meeting.ends_at.astimezone(LONDON)
    holiday = bank_holidays(starts.year).get(starts.date(), "")
    rows = [
        ("When", f"{in_words(starts, 'l j F Y, H:i')} to {in_words(ends, 'H:i')}"),
        ("Bank holiday", holiday),
        ("Mentor", str(meeting.mentor)),
        ("With", meeting.with_whom),
        ("Where", ", ".join(filter(None, [meeting.get_setting_display(), meeting.place_in_words]))),
        ("How", meeting.get_medium_display()),
        ("Comes again", meeting.repeat.get_every_display() if meeting.repeat else ""),
        ("Why not", meeting.get_cause_display()),
        ("Who asked", meeting.get_asked_by_display()),
    ]
    return [(name, value) for name, value in rows if value]


def way_of(chain: Sequence[Meeting]) -> list[dict[str, object]]:
    """The way of a meeting from its first day, as entries for {% timeline %}."""
    entries: list[dict[str, object]] = []
    for meeting in chain:
        when = in_words(meeting.starts_at.astimezone(LONDON), "l j F, H:i")
        if not entries:
            entries.append({"when": meeting.made_at, "title": f"Planned for {when}", "who": _who(meeting.made_by)})
        if meeting.status == Meeting.Status.PLANNED:
            continue
        entries.append(
            {
                "when": meeting.settled_at,
                "who": _who(meeting.settled_by),
                "title": _became(meeting),
                "text": meeting.get_cause_display(),
                "url": reverse("mentoring:meetings-detail", args=[meeting.ref]),
            }
        )
    return entries


def _who(user: object) -> str:
    return str(getattr(user, "display_name", ""))


def _became(meeting: Meeting) -> str:
    if meeting.moved_to:
        when = in_words(meeting.moved_to.starts_at.astimezone(LONDON), "l j F, H:i")
        return f"Moved to {when}, asked by: {meeting.get_asked_by_display().lower()}"
    if meeting.status == Meeting.Status.CANCELLED:
        return f"Called off, asked by: {meeting.get_asked_by_display().lower()}"
    return "Logged"
