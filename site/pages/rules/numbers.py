"""The number of a page, for whoever has it on paper: its key and a check digit that notices a slip of the pen."""

MOST_DIGITS = 12
# Damm's table (H. M. Damm, 2004): it notices every single wrong digit and every two that changed places.
DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2), (7, 0, 9, 2, 1, 5, 4, 8, 6, 3), (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6), (6, 1, 2, 3, 0, 4, 5, 9, 7, 8), (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4), (8, 9, 4, 5, 3, 6, 2, 0, 1, 7), (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)  # fmt: skip


def number_of(key: int) -> str:
    return f"{key}{_check(str(key))}"


def key_of(typed: str) -> int | None:
    """The key of a page from its number, however it was spaced; None when that is no number of ours."""
    digits = "".join(one for one in typed if one.isascii() and one.isdigit())
    if not 2 <= len(digits) <= MOST_DIGITS or digits[0] == "0" or _check(digits):
        return None
    return int(digits[:-1])


def _check(digits: str) -> int:
    """The digit that makes the whole come out at 0."""
    carried = 0
    for digit in digits:
        carried = DAMM[carried][int(digit)]
    return carried
