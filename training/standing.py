"""What a certificate says and how it stands on a day, in words: for its holder, for staff and for whoever checks it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateformat import format as in_words

from training.models import Certificate
from training.rules import certificates as rules

DAY = "j F Y"
TONES = {
    rules.CURRENT: "go",
    rules.DUE: "wait",
    rules.EXPIRED: "stop",
    rules.SUPERSEDED: "wait",
    rules.WITHDRAWN: "stop",
}
SHORT = {
    rules.CURRENT: "Current",
    rules.DUE: "Refresher due soon",
    rules.EXPIRED: "Run out",
    rules.SUPERSEDED: "A newer one stands",
    rules.WITHDRAWN: "Withdrawn",
}
NOTICES = {"go": "go", "wait": "sun", "stop": "stop"}
LANGUAGES = {"en-gb": "English", "cy": "Welsh"}


@dataclass(frozen=True)
class Said:
    """`holder` is what whoever checks it sees; `name` is for the holder and for staff."""

    module: str
    course: str
    outcomes: list[str]
    standing: str
    tone: str
    sentence: str
    holder: str
    name: str
    facts: list[tuple[str, str]]

    @property
    def notice(self) -> str:
        return NOTICES[self.tone]

    @property
    def short(self) -> str:
        return SHORT[self.standing]


def said(certificate: Certificate, *, on: date) -> Said:
    plain, standing = certificate.plain, certificate.standing(on)
    return Said(
        module=plain["module"], course=plain["course"], outcomes=plain["outcomes"], standing=standing,
        tone=TONES[standing], sentence=rules.WORDS[standing], holder=certificate.holder(), name=plain["name"],
        facts=facts(certificate),
    )  # fmt: skip


def facts(certificate: Certificate) -> list[tuple[str, str]]:
    """Names and values, in the order in which people ask for them."""
    plain = certificate.plain
    rows = [
        ("Course", plain["course"]),
        ("Finished on", day(date.fromisoformat(plain["finished_on"]))),
        ("Counts until", day(certificate.expires_on) if certificate.expires_on else "It does not run out"),
        ("Time it takes", duration(plain["minutes"])),
        ("Version", f"{plain['version']} ({plain['version_sha256'][:12]})"),
        ("Language", LANGUAGES.get(plain["language"], plain["language"])),
    ]
    if certificate.superseded_on:
        rows.append(("A newer one since", day(certificate.superseded_on)))
    if certificate.withdrawn_on:
        rows.append(("Withdrawn on", day(certificate.withdrawn_on)))
    return rows


def row(certificate: Certificate, *, on: date) -> dict[str, Any]:
    """One line of a list."""
    standing = certificate.standing(on)
    return {
        "ref": certificate.ref, "module": certificate.plain["module"], "short": SHORT[standing],
        "tone": TONES[standing], "until": certificate.expires_on,
    }  # fmt: skip


def day(value: date) -> str:
    return in_words(value, DAY)


def duration(minutes: int) -> str:
    """`1 hour 20 minutes`"""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' if hours != 1 else ''}"] if hours else []
    parts += [f"{rest} minute{'s' if rest != 1 else ''}"] if rest or not hours else []
    return " ".join(parts)
