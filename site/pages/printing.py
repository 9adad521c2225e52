"""Several guides as one document, to be sent into a prison or kept: what a reader without a screen needs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from common import documents
from common.dates import local_day
from pages.models import ContactPoint, GuidePage
from pages.papers import contact_paper, paper_of
from places import offering
from places.models import LocalAuthority

NOT_KNOWN = "We do not know. Ask the leaving care team."


def pack_pdf(
    guides: Sequence[GuidePage],
    council: LocalAuthority | None,
    *,
    contacts: Sequence[ContactPoint] = (),
    large: bool,
    at: datetime,
) -> bytes:
    return documents.pdf(
        "guide_packs",
        title="Help and rights",
        foot=f"Alongside. Made on {local_day(at):%-d %B %Y}",
        at=at,
        large=large,
        guides=[paper_of(guide) for guide in guides],
        contacts=[contact_paper(contact) for contact in contacts],
        council=_council(council, at) if council else None,
    )


def _council(council: LocalAuthority, at: datetime) -> dict[str, Any]:
    lines = offering.lines_of(council, on=local_day(at))
    return {
        "name": council.name,
        "lines": [
            {
                "label": line.label,
                "says": line.offer.says if line.offer else NOT_KNOWN,
                "standing": line.standing.sentence if line.standing else "",
            }
            for line in lines
        ],
    }
