"""When mentors are supervised, in plain Python. Reasons, never booleans.

The field’s rule: support, supervision and boundaries are essential for peer mentors (HMI Probation, Academic Insight
2021/04, Buck). How often is our own: every four weeks unless somebody agrees otherwise with the mentor.
"""

from datetime import date, datetime, timedelta

USUAL_WEEKS, FEWEST_WEEKS, MOST_WEEKS = 4, 1, 12
# A meeting is written up while both remember it.
LONGEST_AGO = timedelta(days=60)
FURTHEST_AHEAD = timedelta(days=180)
# Staff are asked to arrange it this long before it is due.
ASK_AHEAD = timedelta(days=7)
WORKLOAD_OVER = timedelta(weeks=4)


def next_due(held_on: date, *, weeks: int) -> date:
    return held_on + timedelta(weeks=weeks)


def why_not_weeks(weeks: int) -> list[str]:
    if not FEWEST_WEEKS <= weeks <= MOST_WEEKS:
        return [f"Supervision can be every {FEWEST_WEEKS} to {MOST_WEEKS} weeks."]
    return []


def why_not_plan(*, planned_for: datetime, now: datetime) -> list[str]:
    if planned_for < now:
        return ["That time has passed. If you have met already, write it up instead."]
    if planned_for - now > FURTHEST_AHEAD:
        return ["That is more than six months away. Plan the next meeting first."]
    return []


def why_not_hold(*, held_on: date, next_due_on: date, summary: str, today: date) -> list[str]:
    reasons = []
    if held_on > today:
        reasons.append("That day has not come yet. Write it up after you have met.")
    if today - held_on > LONGEST_AGO:
        reasons.append("That is more than 60 days ago. Plan a new meeting instead.")
    if not summary.strip():
        reasons.append("Write what you both agreed. The mentor reads it.")
    if next_due_on <= held_on:
        reasons.append("The next meeting must be after this one.")
    elif next_due_on > held_on + timedelta(weeks=MOST_WEEKS):
        reasons.append(f"The next meeting can be at most {MOST_WEEKS} weeks after this one.")
    return reasons


def why_not_supervise(*, mentors_login: object, by: object) -> list[str]:
    if mentors_login is not None and mentors_login == by:
        return ["Nobody can be their own supervisor."]
    return []
