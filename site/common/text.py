"""Cleaning text that people type, paste and import."""

import re
import unicodedata

# Control characters break spreadsheets and logs; surrogates and non-characters break databases and fonts.
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Marks that turn the direction of text can make a name or a file read as something else.
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def clean(text: str, *, lines: bool = True) -> str:
    """Text without control characters, in one Unicode form, with plain line ends. `lines=False` makes it one line."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = TURNS.sub("", UNWANTED.sub("", text))
    return text if lines else " ".join(text.split())


def fold(text: str) -> str:
    """For finding names however they are typed: lower case, no accents, single spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
