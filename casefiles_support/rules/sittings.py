"""A time to read: when we book one, and what is asked before and after. Plain Python.

These are promises of the programme, and bind us: a person who wants another time has it, and all that follows a
reading follows all the same. “Not on a Friday” has no source of its own: it comes from who is there on the two days
that follow.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from law.working_days import is_working_day

MINUTES = 90 + 30  # to read without haste, and to land
LONGEST = 8 * 60
ENDS_BY = time(15)
DAY = timedelta(days=1)
FRIDAY = 4
PRISON_ROOM, CELL = "prison_room", "cell"
IN_PRISON = (PRISON_ROOM, CELL)
# Who looks in when somebody is not all right: the person says which, and a danger to life needs no yes.
LOOK_IN = {
    "yes": "They say yes: ask safer custody now, and tell our safeguarding lead",
    "no": "They say no, and nobody is in danger: stay, or the back-up stays, and see them again today",
    "danger": "Somebody may be in danger: tell our safeguarding lead now, whatever they say",
}
WORRY = (
    "After a private appointment today they said that they are not all right. Please see that somebody looks in now."
)


@dataclass(frozen=True)
class Cover:
    """Somebody who can be reached, and the last day on which their training counts (None: it does not)."""

    name: str
    trained_until: date | None


@dataclass(frozen=True, kw_only=True)
class Slot:
    """`starts` in London. `covers`: for the next day and the day after. `private` and `time_out`: a room where no
    officer overhears, and leave to be out of the cell.
    """

    starts: datetime
    minutes: int
    where: str
    in_custody: bool
    covers: tuple[Cover | None, Cover | None]
    private: bool = False
    time_out: bool = False


def why_not_book(slot: Slot, *, now: datetime, papers_here: bool) -> list[str]:
    """Why we would not book this time; empty where we would. A person’s own choice is not asked."""
    reasons = [] if papers_here else ["No papers have come yet."]
    if slot.starts <= now:
        reasons.append("That time has passed.")
    return [*reasons, *_why_not_hour(slot), *_why_not_day(slot), *_why_not_cover(slot), *_why_not_place(slot)]


def _why_not_hour(slot: Slot) -> list[str]:
    ends = slot.starts + timedelta(minutes=slot.minutes)
    reasons = []
    if slot.minutes < MINUTES:
        reasons.append("Give it two hours or more: ninety minutes to read, and thirty to land.")
    if ends.date() != slot.starts.date() or ends.time() > ENDS_BY:
        reasons.append("It must end by 3pm, so that the day goes on afterwards.")
    return reasons


def _why_not_day(slot: Slot) -> list[str]:
    day = slot.starts.date()
    if day.weekday() == FRIDAY:
        return ["Not on a Friday: the days after it are the ones with the fewest people."]
    if not is_working_day(day + DAY):
        return ["Not on the day before a weekend or a bank holiday."]
    return []


def _why_not_cover(slot: Slot) -> list[str]:
    reasons = []
    for number, cover in enumerate(slot.covers, 1):
        on = slot.starts.date() + number * DAY
        if cover is None:
            reasons.append(f"Name somebody who can be reached on {on:%A %-d %B}.")
        elif cover.trained_until is None or cover.trained_until < on:
            reasons.append(f"The training of {cover.name} is not in date on {on:%A %-d %B}.")
    return reasons


def _why_not_place(slot: Slot) -> list[str]:
    if not slot.in_custody:
        return ["They are not in prison now. Choose another place."] if slot.where in IN_PRISON else []
    if slot.where == CELL:
        return ["Book a room. If they would rather read in their cell, that is their own choice."]
    reasons = [] if slot.where == PRISON_ROOM else ["They are in prison. Choose a room there."]
    if not slot.private:
        reasons.append("Ask for a room where no officer can overhear.")
    if not slot.time_out:
        reasons.append(
            "Agree with the prison first that they may be out of their cell, and not straight before lock-up."
        )
    return reasons


def why_not_tell_wing(*, told: str, agreed: bool, in_custody: bool) -> list[str]:
    """The wing is asked to look in, and is never told why; and only when the person has said yes."""
    if not in_custody:
        return [] if told == "not_needed" else ["They are not in custody. Nobody on a wing is asked."]
    if told == "not_needed":
        return ["They are in custody. Ask safer custody, or write down that they do not want it."]
    if told in ("yes", "no") and not agreed:
        return ["They have not said that the wing may be asked. Write down their choice first."]
    return []


def why_not_begin(
    *, starts: datetime, light: str, told_wing: str, in_custody: bool, own_choice: bool, held_until: datetime | None,
    now: datetime,
) -> list[str]:  # fmt: skip
    """`held_until`: a safety hold that stands while the papers are with us."""
    reasons = [] if now.date() >= starts.date() else ["That day has not come yet."]
    if not light:
        reasons.append("Ask first how they are. “Rather not say” is an answer too.")
    if in_custody and not told_wing and not own_choice:
        reasons.append("Write down first whether safer custody was asked, or that they do not want it.")
    if held_until is not None:
        reasons.append(f"Not before {held_until:%H:%M on %-d %B}: two of us agreed to wait. It ends by itself.")
    return reasons


def why_not_finish(
    *, starts: datetime, light_before: str, light_after: str, pages_after: str, look_in: str, alone: bool,
    beside: int, own_choice: bool, now: datetime,
) -> list[str]:  # fmt: skip
    """Nobody of ours leaves without this. `beside`: how many sat with them."""
    reasons = [] if now >= starts else ["It has not begun yet."]
    if not light_before and not own_choice:
        reasons.append("Write down first how they were before it began.")
    if not light_after:
        reasons.append("Ask how they are now. “Rather not say” is an answer too.")
    if not pages_after:
        reasons.append("Say where the pages are tonight.")
    if light_after == "red" and look_in not in LOOK_IN:
        reasons.append("They are not all right. Say now what they want, and who looks in on them this hour.")
    if alone and beside:
        reasons.append("They read alone, so nobody sat with them.")
    if not alone and not beside:
        reasons.append("Say who sat beside them: a talk is offered to each.")
    return reasons
