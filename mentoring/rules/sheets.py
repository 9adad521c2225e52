"""What may be printed and typed in on paper sheets, and how long paper took. Plain Python."""

from collections.abc import Sequence
from datetime import date, timedelta

# A box of paper, and no more than can be read in one go of the printer.
LARGEST_STACK = 50
# Rows that may be filled in by hand on one register.
MOST_NAMES = 14
# Older paper than this has its own story: it is not typed in without asking.
LONGEST_AGO = timedelta(days=730)
# Primero's buckets for reporting delay (app/models/kpi/reporting_delay.rb): days from, and words.
BUCKETS = (
    (0, "0 to 3 days"),
    (4, "4 to 5 days"),
    (6, "6 to 14 days"),
    (15, "15 to 30 days"),
    (31, "1 to 3 months"),
    (91, "More than 3 months"),
)


def why_not_print(*, count: int) -> list[str]:
    if not 1 <= count <= LARGEST_STACK:
        return [f"Print from 1 to {LARGEST_STACK} sheets at once."]
    return []


def why_not_give_code(*, kind: str) -> list[str]:
    """Only what anybody may print comes without a code."""
    if kind not in ("referral", "interest"):
        return ["Choose what the sheet is for."]
    return []


def why_not_key(*, status: str) -> list[str]:
    """A sheet becomes one record, once."""
    if status == "keyed":
        return ["This sheet has been typed in already."]
    if status == "void":
        return ["This sheet was cancelled. If there is writing on it, print a new one and copy it."]
    return []


def why_not_written_on(*, written_on: date, happened_on: date, today: date) -> list[str]:
    """The day on which the sheet was filled in lies between what it tells of and today."""
    if written_on > today:
        return ["The day it was written cannot be in the future."]
    if written_on < happened_on:
        return ["The sheet cannot have been written before the day that it tells of."]
    return []


def why_not_dated(*, written_on: date, today: date) -> list[str]:
    """For a sheet that tells of nothing but what somebody wishes: it was written on some day until today."""
    if written_on > today:
        return ["The day it was written cannot be in the future."]
    if today - written_on > LONGEST_AGO:
        return ["That is more than two years ago. Ask them whether they still want it, on a new sheet."]
    return []


def names_of(written: str) -> list[str]:
    """The names that were written by hand, one a line or parted by commas; each at most as long as a name may be."""
    lines = written.replace(",", "\n").splitlines()
    return [name[:60] for line in lines if (name := " ".join(line.split()))]


def why_not_names(*, names: Sequence[str]) -> list[str]:
    if len(names) > MOST_NAMES:
        return [f"A register has room for {MOST_NAMES} more names."]
    return []


def why_not_void(*, status: str, reason: str) -> list[str]:
    if status == "keyed":
        return ["This sheet has been typed in, so it cannot be cancelled."]
    if not reason.strip():
        return ["Say why it is cancelled. A few words are enough."]
    return []


def bucket_of(days: int) -> int:
    """Which of the BUCKETS a delay of so many days falls into."""
    return max(at for at, (first, _) in enumerate(BUCKETS) if max(days, 0) >= first)


def in_buckets(delays: Sequence[int]) -> list[int]:
    """How many of the delays, in days, fall into each of the BUCKETS."""
    counts = [0] * len(BUCKETS)
    for days in delays:
        counts[bucket_of(days)] += 1
    return counts
