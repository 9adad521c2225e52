"""The code that a paper sheet carries, whichever app printed it. Plain Python.

A code is seven characters and a check character, read as two fours: `7H2K-Q9VX`. The alphabet is Crockford's without
0, so that it has 31 characters, a prime number. The eight, weighted by their places, add up to a multiple of 31: one
wrong character, or two that changed places, always break that.
"""

from collections.abc import Callable

ALPHABET = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
# What a hand may write, or an eye may read, for a 1.
ALIKE = str.maketrans({"I": "1", "L": "1"})


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
    if not code:
        return ["Enter the code from the top of the sheet."]
    if len(code) != LENGTH:
        return ["A code has 8 letters and numbers, such as 7H2K-Q9VX."]
    if strange := sorted(set(code) - set(ALPHABET)):
        return [f"No code has {' or '.join(strange)} in it. Look at the sheet again."]
    if _sum(code) % len(ALPHABET):
        return ["One letter or number is not right. Look at the sheet again."]
    return []


def in_fours(code: str) -> str:
    """As people read it: `7H2K-Q9VX`."""
    return f"{code[:4]}-{code[4:]}"
