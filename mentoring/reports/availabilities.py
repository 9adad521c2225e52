"""When a mentor has time."""

from datetime import date

from mentoring.models import Availability, DifferentDay, Leave, Mentor
from mentoring.rules import availabilities as rules


def free_parts(*, mentor: Mentor, day: date) -> list[str]:
    """“morning”, “afternoon”, “evening”: the parts of a day that this mentor has free, for whoever plans a meeting."""
    week = Availability.objects.filter(mentor=mentor).first()
    different = DifferentDay.objects.filter(mentor=mentor, day=day).first()
    away = Leave.objects.on(day).filter(mentor=mentor).values_list("first_day", "last_day")
    return rules.parts_on(
        day,
        pattern=week.pattern if week else [],
        different=different.parts if different else None,
        away=away,
    )


def week_in_words(mentor: Mentor) -> list[tuple[str, str]]:
    """Rows for {% facts %}: the week as the mentor set it."""
    week = Availability.objects.filter(mentor=mentor).first()
    return rules.in_words(week.pattern) if week else []
