"""What happened to a request to see a file, and what of it stops or restarts the council's clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAY = timedelta(days=1)
ASSUMED = "assumed"
# What may be asked for before the month begins: asked, arrived, and its name in a sentence.
NEEDED = {
    "id_asked": ("id_received", "proof of who you are"),
    "authority_asked": ("authority_received", "your signed permission"),
    "fee_asked": ("fee_paid", "a fee"),
}
ANSWERS = frozenset({"full_reply", "refusal", "no_records"})
KINDS = frozenset(
    {"received", "clarification_asked", "clarification_answered", "extension_notice", "partial_reply", *ANSWERS}
    | set(NEEDED)
    | {arrived for arrived, _ in NEEDED.values()}
)


@dataclass(frozen=True)
class Fact:
    """One thing that happened.

    `on` is a day in London (an aware time is turned into one). `basis` says how we know: "letter", "confirmed",
    "delivery" or "assumed". `reason` is what a notice gave as its reason. An unknown kind raises ValueError.
    """

    kind: str
    on: date
    basis: str = "letter"
    reason: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of fact about a request")

    @property
    def day(self) -> date:
        if isinstance(self.on, datetime):
            return (self.on.astimezone(LONDON) if self.on.tzinfo else self.on).date()
        return self.on


@dataclass(frozen=True)
class Wait:
    """Something asked for, and the day on which it came; None while it has not."""

    what: str
    asked: date
    came: date | None
    assumed: bool = False


class Facts:
    """All that happened, in the order in which it happened, however it was told."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.all = sorted(facts, key=lambda one: (one.day, one.kind, one.basis, one.reason))

    def of(self, *kinds: str) -> list[Fact]:
        return [one for one in self.all if one.kind in kinds]

    @property
    def received(self) -> Fact | None:
        """When the request arrived: what is known counts before what is assumed. Where two days are known, the later:
        nobody is called late on the earlier one.
        """
        known = self.of("received")
        return max(known, key=lambda one: (one.basis != ASSUMED, one.day), default=None)

    @property
    def answered(self) -> Fact | None:
        return next(iter(self.of(*ANSWERS)), None)

    def waits(self, asked: str, came: str, what: str) -> list[Wait]:
        """Each thing asked for, with the first answer that no earlier question took; one answer may do for the rest."""
        unused = self.of(came)
        found: list[Wait] = []
        for ask in self.of(asked):
            later = [one for one in self.of(came) if one.day >= ask.day]
            answer = next((one for one in unused if one.day >= ask.day), later[-1] if later else None)
            if answer in unused:
                unused.remove(answer)
            assumed = ASSUMED in {ask.basis, answer.basis if answer else ""}
            found.append(Wait(what, ask.day, answer.day if answer else None, assumed))
        return found

    def needed(self) -> list[Wait]:
        """What was asked for before the month may begin, by the day on which it was asked for."""
        waits = [wait for asked, (came, what) in NEEDED.items() for wait in self.waits(asked, came, what)]
        return sorted(waits, key=lambda one: (one.asked, one.what))

    def clarifications(self) -> list[Wait]:
        return self.waits("clarification_asked", "clarification_answered", "a question about what you want to see")


def days_out(waits: Iterable[Wait], *, start: date, whole: bool) -> frozenset[date]:
    """The days of closed pauses, which do not count: each once, and none before the clock began.

    `whole` is the Act's way: the day of asking and the day of answering are both out (DPA 2018 s.54(3A) as amended, and
    UK GDPR Art 12A). Otherwise days that passed: the day of answering counts again.
    """
    out: set[date] = set()
    for wait in waits:
        if wait.came is None:
            continue
        day, last = max(wait.asked, start), wait.came if whole else wait.came - DAY
        while day <= last:
            out.add(day)
            day += DAY
    return frozenset(out)
