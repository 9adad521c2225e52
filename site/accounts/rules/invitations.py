"""Codes that people read from paper."""

import secrets

from common.refs import ALPHABET

LENGTH = 12  # 60 bits
# What is copied wrongly from paper, and what it was. Dashes and spaces only help the eye.
MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None})


def short_code() -> str:
    """Such as `7H2K-Q09V-XT4M`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)).upper()
    return "-".join(letters[start : start + 4] for start in range(0, LENGTH, 4))


def long_code() -> str:
    """For a link in an email, which nobody types: 192 bits."""
    return secrets.token_hex(24)


def tidy(code: str) -> str:
    """The code as it was made, however it was typed."""
    return code.strip().casefold().translate(MISREAD)
