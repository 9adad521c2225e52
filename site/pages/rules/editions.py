"""Versions of a guide, and how far its other formats are behind. A version is new when the words are."""

import hashlib
from collections.abc import Iterable

from pages.rules.contents import Block, said


def fingerprint(*, words: Iterable[str], blocks: Iterable[Block]) -> str:
    """Of what a reader reads: neither spaces nor the cards that lead on make a new version."""
    text = "\n".join([*words, said(block for block in blocks if block["type"] != "doors")])
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def behind(*, based_on: int | None, current: int | None, language: str = "en-gb") -> str:
    """What readers are told of a page that follows version `based_on` of a guide that is at version `current`; "" where
    there is nothing to tell.
    """
    if not based_on or not current or based_on >= current:
        return ""
    if language == "cy":
        return (
            f"Mae’r dudalen hon yn dilyn fersiwn {based_on} o’r canllaw. Mae’r canllaw Saesneg yn fersiwn {current} "
            "erbyn hyn, felly gall rhai pethau fod wedi newid. Gofynnwch cyn dibynnu arni."
        )
    return (
        f"This page is behind version {current} of the guide: it follows version {based_on}. Some things may have "
        "changed. Look at the guide itself, or ask."
    )
