"""Slips for a wing: a private appointment, and nothing about what it is for."""

from datetime import datetime

from casefiles_support.models import Sitting
from casefiles_support.rules.pack_words.days import said
from casefiles_support.rules.packs import LANGUAGES
from common import documents
from common.dates import LONDON, local_day
from messaging.rules.spoken import clock

TITLE = "Private appointment"


def slips_pdf(sitting: Sitting, *, ring: str, at: datetime) -> bytes:
    """Slip A; and slip B, to look in on them, only where safer custody was asked with their yes."""
    journey, starts = sitting.journey, sitting.starts_at.astimezone(LONDON)
    words = LANGUAGES["cy" if journey.in_welsh else "en"]
    says = words.slips
    who = [
        {"name": says["name"], "value": str(journey.person)},
        {"name": says["number"], "value": journey.person.prison_number},
        {"name": says["day"], "value": said(local_day(starts), words)},
    ]
    reach = [{"name": says["ring"], "value": ring}]
    where = sitting.get_where_display() if sitting.where == Sitting.Where.CELL else ""
    place = [{"name": says["time"], "value": clock(starts)}, {"name": says["where"], "value": where}]
    slips = [{"title": says["a"], "rows": [*who, *place, *reach], "words": [says["a_words"]]}]
    if sitting.told_wing == Sitting.Told.YES:
        told = [says["b_words"], says["b_consent"], says["b_worried"]]
        slips.append({"title": says["b"], "rows": [*who, *reach], "words": told})
    return documents.pdf(
        "sitting_slips", title=TITLE, at=at, lang=words.lang, slips=slips, large=journey.large_print,
        unread="" if words.read_by else words.not_read,
    )  # fmt: skip
