"""A mentor’s meetings as an iCalendar file (RFC 5545). It leaves the house: times, and nothing else.

No name, no place, no prison, no way of meeting. `UID` is the meeting’s ref, which means nothing outside.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

TITLE = "Meeting"
ASK_AGAIN = timedelta(hours=6)

Times = tuple[str, datetime, int, datetime]  # ref, start, minutes, when it was planned


def calendar_of(meetings: Iterable[Times]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Meetings")
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", ASK_AGAIN)
    for ref, starts, minutes, made in meetings:
        event = Event()
        event.add("uid", f"{ref}@alongside")
        event.add("summary", TITLE)
        event.add("class", "PRIVATE")
        event.add("dtstamp", made.astimezone(UTC))
        event.add("dtstart", starts.astimezone(UTC))
        event.add("dtend", (starts + timedelta(minutes=minutes)).astimezone(UTC))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
