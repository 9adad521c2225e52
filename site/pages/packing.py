"""All guides as pages to take along, for a content hub in a prison or a stick: read there without a network."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string

from common.dates import local_day
from common.packaging import STYLE, Files, style_sheet, zipped
from pages.alert_papers import alert_papers
from pages.alerting import Standing, goes_with
from pages.doors import DOORS
from pages.models import ContactPoint, GuidePage, StoryPage
from pages.papers import contact_paper, paper_of
from pages.printing_forms import papers_to_take_along
from pages.story_papers import paper_of_story

CONTACTS = "who-to-ring.html"


def guides_zip(
    guides: Sequence[GuidePage],
    *,
    at: datetime,
    alerts: Sequence[Standing] = (),
    stories: Sequence[StoryPage] = (),
    day: date | None = None,
) -> bytes:
    """`at` is when any of them last changed: the same guides make the same bytes. With alerts, `day` is today."""
    return zipped(files(guides, at=at, alerts=alerts, stories=stories, day=day or local_day(at)), at=at)


def files(
    guides: Sequence[GuidePage], *, at: datetime, alerts: Sequence[Standing], stories: Sequence[StoryPage], day: date
) -> Files:
    listed: list[dict[str, Any]] = [
        {"file": f"{guide.slug}.html", "title": guide.title, "summary": guide.summary} for guide in guides
    ]
    told = [{"file": f"story-{one.slug}.html", "title": one.title, "summary": one.summary} for one in stories]
    made_on = local_day(at)
    common = {
        "language": "en", "module": "Help and rights", "made": made_on, "number": f"of {made_on:%-d %B %Y}",
    }  # fmt: skip
    rings = [contact_paper(contact) for contact in ContactPoint.objects.for_readers()]
    forms = [{"kind": door.kind, "title": door.title, "line": door.line} for door in DOORS]
    ways = {
        "pages": listed, "contacts": CONTACTS, "forms": forms, "alerts": alert_papers(alerts, day=day), "stories": told,
    }  # fmt: skip
    made = {
        "index.html": render_to_string("pages/packages/index.html", common | ways),
        CONTACTS: render_to_string("pages/packages/contacts.html", common | {"contacts": rings}),
    }
    for guide, page in zip(guides, listed, strict=True):
        warned = alert_papers([one for one in alerts if goes_with(one, [guide])], day=day)
        made[page["file"]] = render_to_string(
            "pages/packages/guide.html", common | {"guide": paper_of(guide), "alerts": warned}
        )
    for story, page in zip(stories, told, strict=True):
        made[page["file"]] = render_to_string("pages/packages/guide.html", common | {"guide": paper_of_story(story)})
    return {**made, **papers_to_take_along(at=at), STYLE: style_sheet()}
