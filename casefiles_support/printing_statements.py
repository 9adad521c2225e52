"""Somebody’s own words on a page of their own. They come in, are set, and go out: nothing of them stays."""

from datetime import datetime

from common import documents
from people.models import Person

# What the file says of itself: neither whose it is nor what it is about.
TITLE = "A page"


def statement_pdf(words: str, *, person: Person, reference: str, large: bool, at: datetime) -> bytes:
    """The page as a tagged PDF, to be added to what a holder keeps. Without words it has lines to write on."""
    return documents.pdf(
        "statements",
        title=TITLE,
        at=at,
        large=large,
        heading="In my own words",
        name=f"{person.preferred_name} {person.family_name}".strip(),
        reference=f"Our reference: {reference}",
        words=[" ".join(one.split()) for one in words.splitlines() if one.strip()],
        asks="Please keep this page with my records, where everybody who opens them will see it.",
    )
