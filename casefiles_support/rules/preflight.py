"""What a letter that asks for records needs before it goes, so that nobody sends it back: what stops it, and what would
help. The list is of the reasons for which such letters from prison are rejected. Nobody is asked why they want to know.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from casefiles_support.rules.letters import ELSEWHERE, FRESH_MONTHS, months_between

CUSTODY_FORMAT = "paper"
# A holder may take three months and some days, and the permission should not end first.
LONG_ENOUGH_MONTHS = 4


@dataclass(frozen=True)
class Plain:
    """The request as plain values. Days are London days; None and "" are what nobody knows yet."""

    first_name: str = ""
    family_name: str = ""
    born: date | None = None
    names_then: str = ""
    never_another_name: bool = False
    years: str = ""
    places: str = ""
    in_custody: bool = False
    prison_number: str = ""
    return_address: str = ""
    memories_named: bool = True
    format: str = CUSTODY_FORMAT
    allowed_by_governor: bool = False
    deliver_to: str = ""
    supporter: str = ""
    supporter_phone: str = ""
    authority_until: date | None = None
    proofs: tuple[str, ...] = ()
    regime: str = "uk_gdpr"
    holder_kind: str = "council"
    holder_address: str = ""
    holder_closed: bool = False
    holder_verified_on: date | None = None


@dataclass(frozen=True)
class Preflight:
    """`stops` keep the letter here, `helps` would make it better. Both are sentences to show."""

    stops: list[str] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)


def look_over(plain: Plain, *, on: date) -> Preflight:
    """Before the person agrees to the letter."""
    return Preflight(stops=list(_stops(plain)), helps=list(_helps(plain, on)))


def why_not_ready(plain: Plain, *, on: date) -> list[str]:
    """Before it is ready to send: all that stops it, proof, permission and an address that is fresh."""
    return [*_stops(plain), *_papers(plain, on), *_address(plain, on)]


def _stops(plain: Plain) -> Iterator[str]:
    if plain.regime in ELSEWHERE:
        yield ELSEWHERE[plain.regime]
    if plain.holder_closed:
        yield "This holder is no longer there. Choose whoever has its records now."
    if not plain.first_name.strip() or not plain.family_name.strip():
        yield "Their full name is missing. Write it on their record first."
    if plain.born is None:
        yield "Their date of birth is missing. Write it on their record first."
    if plain.in_custody and not plain.prison_number.strip():
        yield "Their prison number is missing. The answer may not reach them without it."
    if not plain.return_address.strip():
        yield "The address for the answer is missing. Write where they live now."
    if plain.in_custody and plain.format != CUSTODY_FORMAT and not plain.allowed_by_governor:
        yield "In prison it has to be paper, unless the governor has allowed something else and that is written down."
    if not plain.deliver_to:
        yield "Say where the papers should go. Nothing should arrive without warning."
    if plain.supporter and not plain.supporter_phone.strip():
        yield f"The holder is asked to telephone {plain.supporter} first, and there is no telephone number. Write one."


def _helps(plain: Plain, on: date) -> Iterator[str]:
    if not plain.names_then.strip() and not plain.never_another_name:
        yield "Did they have another name then? A name from before an adoption, or a short name, helps to find them."
    if not plain.years and not plain.places.strip():
        yield "Rough years, or the names of homes and streets, help to find the records. It is fine not to know."
    if not plain.memories_named:
        yield "Photographs and letters are only looked for when somebody asks for them by name."
    if plain.regime == "part_3":
        yield (
            "This letter asks a prison, probation or the police for what they hold themselves. Records from care are "
            "with a council or a charity."
        )
    elif plain.holder_kind in {"prison_probation", "police"}:
        yield "A prison, probation or the police rarely have records from care. A council or a charity may have them."
    if not plain.supporter:
        yield "Nobody is named who may talk to the holder. That is their choice; letters alone take longer."
    if not plain.proofs:
        yield "Choose how they show who they are before the letter goes: the time starts once the holder has that."
    if plain.authority_until and months_between(on, plain.authority_until) < LONG_ENOUGH_MONTHS:
        yield "Their signed permission may end before the answer comes. They may want to sign a longer one."


def _papers(plain: Plain, on: date) -> Iterator[str]:
    if not plain.proofs:
        yield "Choose how they show who they are. Without it the time does not start."
    if plain.authority_until is None:
        yield "Their signed permission for this holder is missing, or was taken back."
    elif plain.authority_until < on:
        yield "Their signed permission for this holder has ended. Ask them whether they will sign again."


def _address(plain: Plain, on: date) -> Iterator[str]:
    if not plain.holder_address.strip():
        yield "The holder has no address in the directory. Find it, and have it verified."
    elif plain.holder_verified_on is None or months_between(plain.holder_verified_on, on) >= FRESH_MONTHS:
        yield "The holder’s address was not verified within the last 12 months. Verify it in the directory first."
