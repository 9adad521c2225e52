"""Several guides as one document, to be sent into a prison or kept: what a reader without a screen needs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, override

from common import documents
from common.dates import in_full, local_day
from common.languages import tag_of
from pages.alert_papers import alert_papers
from pages.alerting import Standing
from pages.models import ContactPoint, GuidePage, NewsPage, StoryPage, ToolVersion
from pages.news_papers import paper_of_page
from pages.papers import contact_paper
from pages.rules.tools import OWNER, licence
from pages.story_papers import paper_of_story
from places import offering
from places.models import Establishment, LocalAuthority

NOT_KNOWN = "We do not know. Ask the leaving care team."


def pack_pdf(
    guides: Sequence[GuidePage | NewsPage],
    council: LocalAuthority | None,
    *,
    prison: Establishment | None = None,
    contacts: Sequence[ContactPoint] = (),
    alerts: Sequence[Standing] = (),
    stories: Sequence[StoryPage] = (),
    large: bool,
    at: datetime,
) -> bytes:
    """Its cover and its foot are in the language of the guides, and in English when they have several."""
    languages = {str(guide.locale.language_code) for guide in [*guides, *stories]}
    language = languages.pop() if len(languages) == 1 else settings.LANGUAGE_CODE
    with override(language):
        return documents.pdf(
            "guide_packs",
            title=gettext("Help and rights"),
            foot=gettext("Alongside. Made on {day}").format(day=in_full(local_day(at), gettext)),
            at=at,
            large=large,
            lang=tag_of(language)[:2],
            words=_cover(),
            guides=[*map(paper_of_page, guides), *map(paper_of_story, stories)],
            contacts=[contact_paper(contact) for contact in contacts],
            alerts=alert_papers(alerts, day=local_day(at)),
            council=_council(council, at) if council else None,
            prison=_prison(prison) if prison else None,
        )


def _cover() -> dict[str, str]:
    return {
        "keep": gettext("These pages are yours to keep. You may write on them. Nobody has to know that you have them."),
        "inside": gettext("What is in here"),
        "contacts": gettext("Who to ring or write to"),
        "pages": gettext("This pack has {pages} pages."),
    }


def tool_pdf(version: ToolVersion, *, address: str) -> bytes:
    """A version of a tool, to print and fill in. `address` is where it stands, for whoever has only the paper."""
    told = version.plain
    known = licence(told["licence"])
    return documents.pdf(
        "tools",
        title=version.title,
        foot=f"{version.title}. Version {version.number}, {local_day(version.published_at):%-d %B %Y}",
        at=version.published_at,
        tool=told,
        licence=f"{OWNER}. {known.name}. {known.says}",
        address=address,
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


def _prison(prison: Establishment) -> dict[str, Any]:
    """Two councils may matter to one person, and are often mixed up: England's law is read, that of Wales is not."""
    area = prison.authority.name
    if prison.authority.nation == "W":
        care = f"It stands in the area of {area}. The law of Wales on care in prison is its own: ask that council."
    else:
        care = (
            f"If you are ill or disabled and need care in there, {area} must look at what you need, because "
            "the prison is in its area. It does not matter where you come from (Care Act 2014, section 76)."
        )
    return {
        "name": prison.name,
        "lines": [
            care,
            "The council that last looked after you as a child stays the one to ask about leaving care. "
            "That does not change when you move to another prison.",
            "Not sure which council that is? Ask your mentor, your key worker or your probation officer to find out.",
        ],
    }
