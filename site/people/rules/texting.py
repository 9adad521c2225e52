"""Whether one text may go to somebody's telephone at this moment. Plain Python; the vectors S1 to S9 are its tests.

It goes further than `may_be_phoned`: that asks whether somebody may ring, with their eyes open; this is the last word
of a machine, which sees nothing.
"""

from dataclasses import dataclass
from datetime import date

from law.months import add_months
from people.rules.locations import Kind, LegalState, is_in_custody

# A number that nobody has asked about for so long may belong to somebody else by now.
CHECKED_FOR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Against:
    """One reason: a code, and a sentence for staff. With `hold` a person may decide; without, nobody can."""

    code: str
    words: str
    hold: bool = False


def why_not_where(*, kind: str | None, legal_state: str | None) -> list[Against]:
    """Where they are. `kind` is None where no place was ever recorded."""
    if kind is not None and is_in_custody(kind, legal_state or LegalState.NONE):
        return [Against("custody", "They are in custody, where a telephone is not allowed.")]
    if kind is None or kind == Kind.UNKNOWN:
        return [Against("place-unknown", "We do not know where they are, so the telephone may not be safe.")]
    return []


def why_not_number(
    *,
    theirs: bool,
    safe_to_use: bool,
    verified_on: date | None,
    released_on: date | None,
    others_with_it: int,
    asked_for: bool,
    today: date,
    proving: bool = False,
) -> list[Against]:
    """The number itself. `theirs`: it still stands on their page. `proving`: this text is what checks the number, so it
    need not have been checked before. `others_with_it`: how many other people have the same one.
    """
    if not theirs:
        return [Against("not-theirs", "This number is not on their page any more.")]
    found = []
    if not proving:
        found += _why_not_checked(verified_on, released_on, today)
        if not asked_for:
            found.append(Against("not-asked-for", "They have not asked for texts about this."))
    if not safe_to_use and not proving:
        found.append(Against("not-safe", "They have not said that this number is safe to use."))
    if others_with_it and not proving:
        found.append(
            Against("shared", "Somebody else has the same number, so the wrong person may read it.", hold=True)
        )
    return found


def _why_not_checked(verified_on: date | None, released_on: date | None, today: date) -> list[Against]:
    if verified_on is None:
        return [Against("not-checked", "Nobody has checked that this number is theirs.")]
    if released_on is not None and verified_on < released_on:
        return [Against("left-custody", "They have left custody since this number was last checked. Check it again.")]
    if add_months(verified_on, CHECKED_FOR_MONTHS) < today:
        return [Against("checked-long-ago", "This number was last checked over a year ago. Check it with them again.")]
    return []
