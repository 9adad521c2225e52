"""A letter as a document: the words that were agreed, folded for a window envelope, standard or in large print."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from casefiles_support.models import Letter
from casefiles_support.rules.letter_texts import OWN, Block, blocks_of, has_own_page
from casefiles_support.rules.letter_words import day
from common import documents
from common.dates import local_day

# What the file says of itself. It names nobody and says nothing of what the letter is about.
TITLE = {"en": "A letter", "cy": "Llythyr"}
WORDS = {
    "en": {"page": "Page {n} of {m}", "signed": "Signed", "date": "Date", "reference": "Our reference",
           "own": "In my own words", "from": "From",
           "copy": "A copy to read. This is not to be sent.", "later": "You sign on the letter itself."},
    "cy": {"page": "Tudalen {n} o {m}", "signed": "Llofnod", "date": "Dyddiad", "reference": "Ein cyfeirnod",
           "own": "Yn fy ngeiriau fy hun", "from": "Oddi wrth",
           "copy": "Copi i'w ddarllen. Nid yw hwn i'w anfon.", "later": "Byddwch yn llofnodi ar y llythyr ei hun."},
}  # fmt: skip
# Pieces that stand in a place of their own.
APART = {"sender", OWN}
TOGETHER = {"point": "points", "fact": "facts"}


def printed(letter: Letter, *, at: datetime, own_words: str = "", copy: bool = False) -> bytes:
    """A letter of ours on paper, or a copy to read. The reference is that of the request, which says nothing."""
    return letter_pdf(
        text=letter.text, address=letter.address, language=letter.language, at=at, large=letter.large_print,
        reference=letter.request.ref if letter.request else letter.ref, own_words=own_words,
        copy=copy,
    )  # fmt: skip


def letter_pdf(
    *, text: str, address: str, language: str, reference: str, at: datetime, large: bool = False,
    own_words: str = "", copy: bool = False,
) -> bytes:  # fmt: skip
    """The letter as a tagged PDF. `own_words` go on the page that it has for them and nowhere else: they are not kept.
    Without them that page has lines to write on. A `copy` says on each page that it is one, and nobody signs it.
    """
    blocks, words = blocks_of(text), WORDS[language]
    sender = [one.words for one in blocks if one.kind == "sender"]
    name = sender[0] if sender else ""
    own = {"title": words["own"], "whose": f"{words['from']}: {name}", "words": _paragraphs(own_words)}
    return documents.pdf(
        "letters", title=TITLE[language], at=at, large=large, lang=language, sender=sender, name=name, words=words,
        to=address.splitlines(), printed=day(local_day(at), language), own=own if has_own_page(text) else {},
        reference=f"{words['reference']}: {reference}", banner=words["copy"] if copy else "",
        pieces=_closing(list(_pieces(one for one in blocks if one.kind not in APART))),
    )  # fmt: skip


def _pieces(blocks: Iterator[Block]) -> Iterator[dict[str, Any]]:
    """Points that follow each other are one list, for whoever listens to the document."""
    for kind, found in groupby(blocks, key=lambda one: one.kind):
        if kind in TOGETHER:
            yield {"kind": TOGETHER[kind], "each": [one.words for one in found]}
        else:
            yield from ({"kind": kind, "words": one.words} for one in found)


def _closing(pieces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The words right above where they sign never stand on another page than the line."""
    for above, below in pairwise(pieces):
        if above["kind"] == "paragraph" and below["kind"] == "sign":
            above["kind"] = "closing"
    return pieces


def _paragraphs(words: str) -> list[str]:
    return [" ".join(one.split()) for one in words.splitlines() if one.strip()]
