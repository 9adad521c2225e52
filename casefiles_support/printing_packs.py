"""Private papers as a document: a cover that says a name and nothing else, pages that each stand alone, and slips."""

from datetime import datetime

from casefiles_support.rules import packs
from casefiles_support.rules.pack_words.days import said
from casefiles_support.rules.packs import PackFacts
from common import documents

TITLE = "Private papers"


def pack_pdf(facts: PackFacts, *, large: bool, at: datetime) -> bytes:
    """The whole pack: 14 points, or 18 in large print. Its title and its outside name nothing that is within."""
    words = packs.words_of(facts)
    foot = words.foot["printed"].format(name=facts.name, day=said(facts.printed_on, words))
    return documents.pdf(
        "packs",
        title=TITLE,
        at=at,
        large=large,
        lang=words.lang,
        cover={"title": words.cover["title"], "name": facts.name, "found": words.cover["found"]},
        mark=words.cover["title"],
        foot=foot,
        reach=_reach(facts),
        words={name: words.foot[name] for name in ("number", "goes_on")},
        unread="" if words.read_by else words.not_read,
        pages=packs.pages(facts),
        slips=packs.slips(facts),
    )


def _reach(facts: PackFacts) -> str:
    """How to reach us, on every page: a page that is alone must still lead to somebody."""
    foot = packs.words_of(facts).foot
    ways = [foot[way].format(**{way: value}) for way, value in (("ring", facts.ring), ("write", facts.write)) if value]
    return " ".join(ways) or foot["neither"]
