"""The form on which somebody says yes to their story: blank, with a code of its own, or with what they agreed to."""

import secrets
from datetime import datetime
from typing import Any

from django.conf import settings

from common import documents
from common.dates import local_day
from common.paper import questions
from common.sheet_codes import in_fours, new_code
from common.words import in_words
from pages.forms.story_consents import GiveForm
from pages.models import StoryConsent

TITLE = "Your story, your yes"
FOUND = "Found this sheet? Please give it to staff."
TOP = [
    "You do not have to say yes. Saying no changes nothing about the help you get.",
    "Read the story first, or have it read to you. Say yes only if these are the words you want others to read.",
    "Others may know you by it: family, people you were inside with, people who were harmed, the press. If you are on "
    "licence, ask somebody you trust what your licence says. You can talk with somebody before you say yes.",
]
YES = [
    "I have seen all of my story, or heard it. I say yes to what I ticked. I can say no to any of it.",
    "It holds for two years at most. Then you ask me again, if I say how.",
]
BACK = [
    "You can take your story back on any day. Nobody asks why. With your code you can do it yourself, at {address}. "
    "Or write to us, or ask anybody to tell us.",
    "Then it is gone from our site at once, and we print no more of it. We cannot call back paper that is out already, "
    "or copies that others made. Search engines drop it after some days.",
]
KEPT = [
    "Keep this sheet. It says nothing about you.",
    "With the code you can take your story back on any day, by yourself.",
]
KEEP_SAFE = "Lost it? Tell any of us, and we take your story back for you. You need no code for that."
GIVE = "Give the signed form to whoever of us you talked with. In prison: to any member of staff, for Alongside."

Sheet = dict[str, Any]


def consent_pdf(consent: StoryConsent | None, *, large: bool, at: datetime) -> bytes:
    """What they said yes to and their code, to keep. Without a yes, a form to sign before it; its code is new, and
    known once somebody types it in.
    """
    code = consent.code_in_fours if consent else in_fours(new_code(secrets.choice))
    form: Sheet = {"title": TITLE, "top": TOP, "questions": questions(GiveForm()), "yes": YES, "give": GIVE}
    kept: Sheet = {"title": "Your story: yours to keep", "top": KEPT, "questions": [], "yes": [], "give": ""}
    sheets = [kept | {"give": " ".join(_agreed(consent))}] if consent else [form, kept | {"give": KEEP_SAFE}]
    shared = {
        "code": code, "qr": documents.qr(code), "printed": in_words(local_day(at)), "facts": [], "outside": {},
        "next": [words.format(address=_address()) for words in BACK],
    }  # fmt: skip
    return documents.pdf("sheets", title=TITLE, foot=FOUND, at=at, large=large, sheets=[one | shared for one in sheets])


def _agreed(consent: StoryConsent) -> list[str]:
    name = f"The name with it: {consent.name}." if consent.name else "No name stands with it."
    places = "; ".join(place[:1].lower() + place[1:] for place in consent.places_in_words)
    return [
        f"You said yes to your story here: {places}.",
        f"{name} Pictures: {'yes' if consent.pictures else 'no'}.",
        f"It holds until {in_words(consent.expires_on)}.",
    ]


def _address() -> str:
    return f"{settings.PUBLIC_BASE_URL.split('//')[-1]}/stories/take-back/"
