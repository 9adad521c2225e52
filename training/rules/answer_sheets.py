"""The code that an answer sheet carries, and what may be typed in from one.

As on the sheets of mentoring, a code is seven characters and a check character, read as two fours: `7H2K-Q9VX`.
The alphabet is Crockford's without 0, so that it has 31 characters, a prime number. The eight, weighted by their
places, add up to a multiple of 31: one wrong character, or two that changed places, always break that.
"""

from collections.abc import Callable
from datetime import date, timedelta

ALPHABET = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
# What a hand may write, or an eye may read, for a 1.
ALIKE = str.maketrans({"I": "1", "L": "1"})
# Older paper than this has its own story: it is not typed in without asking.
LONGEST_AGO = timedelta(days=730)


def new_code(pick: Callable[[str], str]) -> str:
    """A whole code; `pick` chooses one character of the alphabet, such as `secrets.choice`."""
    body = "".join(pick(ALPHABET) for _ in range(LENGTH - 1))
    # The last place weighs 8, whose inverse modulo 31 is 4.
    return body + ALPHABET[-_sum(body) * 4 % len(ALPHABET)]


def _sum(code: str) -> int:
    return sum(place * ALPHABET.index(letter) for place, letter in enumerate(code, start=1))


def tidy_code(typed: str) -> str:
    """The code as it is kept, however it was typed: any case, with or without hyphen and spaces, I or L for 1."""
    return "".join(letter for letter in typed.upper() if letter.isalnum()).translate(ALIKE)


def why_not_a_code(typed: str) -> list[str]:
    """Reasons why what was typed cannot be the code of any sheet."""
    code = tidy_code(typed)
    if len(code) != LENGTH:
        return ["A code has 8 letters and numbers, such as 7H2K-Q9VX."]
    if set(code) - set(ALPHABET) or _sum(code) % len(ALPHABET):
        return ["One letter or number is not right. Look at the sheet again."]
    return []


def in_fours(code: str) -> str:
    """As people read it: `7H2K-Q9VX`."""
    return f"{code[:4]}-{code[4:]}"


def why_not_key(*, status: str, version: int, going_on_with: int) -> list[str]:
    """A sheet becomes one try, once, and in the version that was printed."""
    if status == "keyed":
        return ["This sheet has been typed in already."]
    if status == "void":
        return ["This sheet was cancelled. If there is writing on it, print a new one and copy it."]
    if version != going_on_with:
        return [
            f"This sheet asks the questions of version {version}, and they have gone on with version {going_on_with}. "
            "Print a new sheet and copy what was written."
        ]
    return []


def why_not_dated(*, written_on: date, today: date) -> list[str]:
    if written_on > today:
        return ["The day it was written cannot be in the future."]
    if written_on < today - LONGEST_AGO:
        return ["That is more than two years ago. Check the year."]
    return []


def why_not_void(*, status: str, reason: str) -> list[str]:
    if status != "printed":
        return ["Only a sheet that waits can be cancelled."]
    return [] if reason.strip() else ["Say why it is cancelled. A few words are enough."]
