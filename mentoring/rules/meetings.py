"""Whether a meeting may be planned, moved, called off or logged. Plain Python; times are aware."""

from datetime import date, datetime, timedelta

from mentoring.rules.sessions import LONGEST_MINUTES

# Beyond this nobody knows their days.
FURTHEST = timedelta(days=400)
# A meeting of yesterday may still be written down as planned; one of last month is a session, not a plan.
LATEST = timedelta(days=1)
EARLIEST = timedelta(hours=3)
# A call through the prison's own telephone or video is bound to that prison as a visit is.
OF_A_PRISON = frozenset({"pin_call", "secure_video"})
AT_A_PRISON = frozenset({"custody", "gate"})


def why_not_plan(*, starts: datetime, minutes: int, going_on: bool, now: datetime) -> list[str]:
    reasons = []
    if not going_on:
        reasons.append("This match or group has ended, so nothing can be planned with it.")
    if starts < now - LATEST:
        reasons.append("That time has passed. Log it as a session.")
    if starts > now + FURTHEST:
        reasons.append("That is more than a year ahead.")
    if not 0 < minutes <= LONGEST_MINUTES:
        reasons.append(f"A meeting can be up to {LONGEST_MINUTES // 60} hours long.")
    return reasons


def why_not_let_in(*, cleared: bool, place: str, on: date) -> list[str]:
    """A prison lets in whom it has cleared for that very day; mentors read this too."""
    if cleared:
        return []
    return [f"There is no clearance for {place} on {on.day} {on:%B %Y}. Choose another day or place, or ask for one."]


def why_not_move(*, starts: datetime, was: datetime, cause: str, asked_by: str, now: datetime) -> list[str]:
    """A meeting that was missed yesterday may still be moved: that is often when somebody says so."""
    reasons = []
    if starts == was:
        reasons.append("That is the time it already has.")
    if starts < now:
        reasons.append("That time has passed. Choose a time to come.")
    if starts > now + FURTHEST:
        reasons.append("That is more than a year ahead.")
    return reasons + why_not_call_off(cause=cause, asked_by=asked_by)


def why_not_call_off(*, cause: str, asked_by: str) -> list[str]:
    reasons = []
    if not cause:
        reasons.append("Choose why.")
    if not asked_by:
        reasons.append("Choose who asked.")
    return reasons


def why_not_log(*, starts: datetime, now: datetime) -> list[str]:
    """People do meet earlier than they planned; the session itself says when it really began."""
    if starts > now + EARLIEST:
        return ["This meeting is still to come. Log it afterwards, or call it off."]
    return []


def why_not_after_move(
    *,
    setting: str,
    medium: str,
    prison: object,
    prison_now: object,
    was_inside: bool,
    is_inside: bool,
    is_free: bool,
    on_the_day: bool,
) -> str:
    """The cause for which a meeting is called off when somebody moves, or "" where it can stand.

    `prison` is where it was planned, `prison_now` where they are held now, None for neither or not known. `is_free`:
    in the community, as far as anybody knows. A meeting at the gate `on_the_day` they come out is what the day is for.
    """
    if prison is not None and prison == prison_now:
        return ""
    if prison is not None or setting in AT_A_PRISON or medium in OF_A_PRISON:
        if setting == "gate" and on_the_day and is_free:
            return ""
        return ("released" if is_free else "transferred") if was_inside or is_inside else ""
    if is_inside and not was_inside and setting != "court" and medium != "letter":
        return "transferred"
    return ""
