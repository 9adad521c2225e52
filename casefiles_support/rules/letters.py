"""The eighteen letters: what each is for, who gets it, and when it may be written.

Their words stand in casefiles_support/letters/ (rules/letter_texts.py). Who writes is always the person: each letter
says “I”, is agreed by them word for word, and none asks or tells why they want their records.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

HOLDER, REGULATOR = "holder", "regulator"
AUDIENCES = {HOLDER: "Those who hold the records", REGULATOR: "The Information Commissioner"}
# The states of a request (rules/requests.py). Written here as plain words, as in the table of the law's track.
PREPARING = frozenset({"drafting", "agreed", "ready"})
WAITING = frozenset({"sent", "running", "waiting_for_proof", "paused"})
PART = frozenset({"part_answered"})
ANSWERED = frozenset({"answered", "none_found", "refused", "lapsed"})
DISPUTED = frozenset({"in_complaint", "with_ico"})
UNDER_WAY = WAITING | PART | DISPUTED
ENDED = frozenset({"withdrawn", "passed_on", "closed"})
EVERY_STATE = PREPARING | UNDER_WAY | ANSWERED | ENDED


@dataclass(frozen=True)
class Edition:
    """Wording as it stood from a day on."""

    version: int
    valid_from: date


FIRST = (Edition(1, date(2026, 11, 28)),)


@dataclass(frozen=True)
class Kind:
    """`number` is the place in our list of letters. `states` are those of the request from which it may be written.
    `enclosed`: it goes with the request, and is never sent alone before it.
    """

    number: int
    states: frozenset[str]
    audience: str = HOLDER
    enclosed: bool = False
    editions: tuple[Edition, ...] = FIRST


REQUEST = "request"
LETTERS: dict[str, Kind] = {
    REQUEST: Kind(1, frozenset({"drafting"})),
    "authority": Kind(2, PREPARING | UNDER_WAY, enclosed=True),
    "identity": Kind(3, PREPARING | {"sent", "running", "waiting_for_proof"}, enclosed=True),
    "delivery": Kind(4, PREPARING | WAITING | PART | {"answered"}, enclosed=True),
    "clarification": Kind(5, frozenset({"paused"})),
    "receipt": Kind(6, frozenset({"sent", "running"})),
    "progress": Kind(7, frozenset({"running", "part_answered"})),
    "late": Kind(8, frozenset({"running", "part_answered"})),
    "extension": Kind(9, frozenset({"running", "part_answered"})),
    "covered": Kind(10, PART | DISPUTED | {"answered", "closed"}),
    "missing": Kind(11, PART | DISPUTED | {"answered", "closed"}),
    "nothing_found": Kind(12, DISPUTED | {"none_found", "closed"}),
    "correction": Kind(13, PART | DISPUTED | {"answered", "closed"}),
    "complaint": Kind(14, PART | ANSWERED | {"running"}),
    "regulator": Kind(15, DISPUTED | {"refused"}, REGULATOR),
    "authority_ended": Kind(16, UNDER_WAY | ANSWERED),
    "thanks": Kind(17, UNDER_WAY | ANSWERED | {"withdrawn"}),
    "new_address": Kind(18, UNDER_WAY),
}
# An address is good for a year after somebody verified it.
FRESH_MONTHS = 12
# Elsewhere there is another door, and a letter of ours would only cost time.
ELSEWHERE = {
    "adoption": "Adoption records have a law of their own, so this letter cannot ask for them. Ask the adoption "
    "agency, or the council where they live now.",
    "court": "Papers of a family court belong to the court, so this letter cannot ask for them. Ask the court that "
    "heard the case.",
}


def edition(code: str, on: date) -> Edition:
    """The wording to write with on a day: the newest that holds. An unknown letter raises KeyError."""
    held = [one for one in LETTERS[code].editions if one.valid_from <= on]
    return max(held or LETTERS[code].editions, key=lambda one: one.version)


def offered(
    *, state: str, late: bool = False, may_ask: bool = False, notice_fails: bool = False, assumed: bool = False
) -> list[str]:
    """Which letters may be written now, in their order. The clock is told as in `why_not_write`."""
    write = partial(why_not_write, state=state, late=late, may_ask=may_ask, notice_fails=notice_fails, assumed=assumed)
    return [code for code in LETTERS if not write(code=code)]


def why_not_write(
    *,
    code: str,
    state: str,
    regime: str = "uk_gdpr",
    late: bool = False,
    may_ask: bool = False,
    notice_fails: bool = False,
    assumed: bool = False,
) -> list[str]:
    """`late` is after the later reading has passed, `may_ask` after the earlier; `notice_fails`: more time was asked
    for, too late or without a reason; `assumed`: nobody has confirmed when the request arrived.
    """
    reasons = [ELSEWHERE[regime]] if regime in ELSEWHERE else []
    if state not in LETTERS[code].states:
        reasons.append("This letter does not fit where the request stands now.")
    if code == "progress" and not (may_ask or late):
        reasons.append("Their time has not run out by either way of counting. Asking how it is going can wait.")
    if code == "late" and assumed:
        reasons.append(
            "Nobody has confirmed when they had the request, so nobody can say that they are late. Ask that first."
        )
    elif code == "late" and not late:
        reasons.append("They are not late: the later way of counting gives them until the end of the day shown.")
    if code == "extension" and not notice_fails:
        reasons.append("They have not asked for more time too late or without a reason.")
    if code == "complaint" and state == "running" and (assumed or not late):
        reasons.append("They are not late yet. A complaint can be sent when the later day has passed.")
    return reasons


def why_not_agree(*, seen: str, stands: str) -> list[str]:
    """The person agreed to the text with the fingerprint `seen`; `stands` is that of the letter now."""
    if seen != stands:
        return ["The letter has changed since it was read out. Read the new words together, and ask again."]
    return []


def why_not_check(*, drafted_by: int, checked_by: int, verified_on: date | None, today: date) -> list[str]:
    """A second person looks at the address, in a directory that was verified within twelve months."""
    reasons = []
    if drafted_by == checked_by:
        reasons.append("Somebody else has to check the address: whoever wrote the letter cannot.")
    if verified_on is None or months_between(verified_on, today) >= FRESH_MONTHS:
        reasons.append("The address was not verified within the last 12 months. Verify it in the directory first.")
    return reasons


def months_between(first: date, last: date) -> int:
    """Full calendar months."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def in_order(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: LETTERS[code].number)
