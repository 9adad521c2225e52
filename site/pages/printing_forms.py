"""The forms for getting in touch on paper, with a code of their own that the sender keeps and staff type in."""

import secrets
from datetime import datetime
from typing import Any

from django.conf import settings

from common import documents
from common.dates import local_day
from common.paper import questions
from common.sheet_codes import in_fours, new_code
from common.words import in_words
from pages.answering import honest
from pages.doors import BY_KIND
from pages.forms.inbox import paper_form
from pages.models import HandOver
from pages.taking import taker_of

FOUND = "Found this sheet? Please give it to staff."
FOLD = "Fold it here, so that this side is outside."
TOP = [
    "If someone is in danger, ring 999. In prison, tell a member of staff now.",
    "Do not wait for this sheet. You may leave questions empty, but not your name, nor how to reach you.",
]
KEPT = "Only those who answer you read it. You can say no, or stop, on any day."
TO_STAFF = "In prison, give it to any member of staff, for the coordinator of Alongside."


def paper_of(kind: str, *, large: bool, at: datetime) -> bytes:
    """The form on paper, for somebody to print: a sheet of the app that takes this kind, or ours, whose code is
    new and is known once somebody types it in.
    """
    return _own_sheet(kind, large, at) or form_pdf(kind, large=large, at=at, code=in_fours(new_code(secrets.choice)))


def papers_to_take_along(*, at: datetime) -> dict[str, bytes]:
    """All forms, for a place without a network, by the names of their files. They are copied, so they have no code."""
    return {
        f"form-{kind}{'-large' if large else ''}.pdf": _own_sheet(kind, large, at)
        or form_pdf(kind, large=large, at=at, code="")
        for kind in BY_KIND
        for large in (False, True)
    }


def _own_sheet(kind: str, large: bool, at: datetime) -> bytes | None:
    taker = taker_of(kind)
    return taker.paper(large, local_day(at)) if taker and taker.paper else None


def form_pdf(kind: str, *, large: bool, at: datetime, code: str) -> bytes:
    """One blank sheet as PDF. Nothing is kept of it."""
    door = BY_KIND[kind]
    time = honest(door.kind, at=at)
    sheet: dict[str, Any] = {
        "title": door.title,
        "code": code,
        "qr": documents.qr(code),
        "printed": in_words(local_day(at)),
        "top": TOP,
        "facts": [],
        "questions": questions(paper_form(door.kind)(now=at)),
        "yes": [],
        "next": [
            f"We answer within {time.promise} of the day on which this sheet reaches us. We never ring or text "
            f"anybody in prison. {KEPT} {time.usual if code else ''}".strip(),
            *([f"Keep this code: {code}. With it you can ask how far we are."] if code else []),
        ],
        "give": _give(),
        "outside": {"to": "Alongside", "fold": FOLD, "room": False},
    }
    return documents.pdf("sheets", title=door.tab, foot=FOUND, at=at, large=large, sheets=[sheet])


def _give() -> str:
    post = f" Or post it to: {', '.join(settings.PROGRAMME_ADDRESS)}." if settings.PROGRAMME_ADDRESS else ""
    return TO_STAFF + post


def letter_pdf(hand_over: HandOver, *, at: datetime) -> bytes:
    """To somebody whom we cannot help ourselves: that a person read it, and who else may."""
    name = hand_over.said.get("name", "")
    paragraphs = [
        f"Dear {name}," if name else "Hello,",
        "Thank you for writing to us. A person has read what you sent. We are sorry: it is not something that we can "
        "do well ourselves.",
        hand_over.note,
        "You can write to us again on any day. Nothing that you sent counts against you.",
        "With kind regards, Alongside",
    ]
    facts = [{"name": "Date", "value": in_words(local_day(at))}, {"name": "Code", "value": hand_over.code_in_fours}]
    sections = [{"facts": facts}, {"paragraphs": paragraphs}]
    return documents.pdf("plain", title="A letter from Alongside", at=at, sections=sections)
