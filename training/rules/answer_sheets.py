"""What may be typed in from an answer sheet, and when one may be cancelled."""

from datetime import date, timedelta

# Older paper than this has its own story: it is not typed in without asking.
LONGEST_AGO = timedelta(days=730)


def why_not_key(*, status: str, version: int, going_on_with: int) -> list[str]:
    """A sheet becomes one try, once, and in the version that was printed."""
    if status == "keyed":
        return ["This sheet has been typed in already."]
    if status == "void":
        return ["This sheet was cancelled. If there is writing on it, print a new one and copy it."]
    if version != going_on_with:
        return [
            f"This sheet asks the questions of version {version}, and they have gone on with version {going_on_with}. "
            "Print a new sheet and copy what was written."
        ]
    return []


def why_not_dated(*, written_on: date, today: date) -> list[str]:
    if written_on > today:
        return ["The day it was written cannot be in the future."]
    if written_on < today - LONGEST_AGO:
        return ["That is more than two years ago. Check the year."]
    return []


def why_not_void(*, status: str, reason: str) -> list[str]:
    if status != "printed":
        return ["Only a sheet that waits can be cancelled."]
    return [] if reason.strip() else ["Say why it is cancelled. A few words are enough."]
