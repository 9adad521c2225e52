"""Cells of a spreadsheet of places: what may stand in one, and its one written form."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"", "no", "n", "false", "0"})
FORMULA = tuple("=+-@＝＋－＠")  # as common.exports guards them
NUMBER = re.compile(r"[+(]?[0-9][0-9 ()./-]*( ?(ext|x)\.? ?[0-9]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `shape` turns what was typed into its written form, or raises ValueError with a sentence's end."""

    name: str
    shape: Callable[[str], str] = str
    required: bool = False
    most: int = 300
    choices: Mapping[str, str] = field(default_factory=dict)  # the value kept: the words shown
    has_lines: bool = False
    no_spaces: bool = False


@dataclass(frozen=True)
class Sheet:
    """The columns of one kind of file, and what other systems call them."""

    columns: tuple[Column, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """One line of the file, in its written form, with what is wrong with it."""

    line: int
    cells: dict[str, str]
    problems: list[str] = field(default_factory=list)


def in_form(written: str, column: Column) -> str:
    """The one written form of a cell; raises ValueError with the end of a sentence that the column's name begins."""
    if column.required and not written:
        raise ValueError("is empty.")
    if len(written) > column.most:
        raise ValueError(f"is longer than {column.most} letters.")
    if column.choices and written:
        return _choice(written, column.choices)
    return column.shape(written)


def _choice(written: str, choices: Mapping[str, str]) -> str:
    said = written.casefold()
    for value, label in choices.items():
        if said in (value.casefold(), label.casefold()):
            return value
    raise ValueError(f"must be one of: {', '.join(choices)}.")


def yes(written: str) -> str:
    if written.casefold() in YES:
        return "yes"
    if written.casefold() in NO:
        return "no"
    raise ValueError("must be yes or no.")


def day(written: str) -> str:
    """2026-11-22 or 22/11/2026, as 2026-11-22."""
    if not written:
        return ""
    found = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", written)
    try:
        moment = date(*map(int, reversed(found.groups()))) if found else date.fromisoformat(written)
    except ValueError:
        raise ValueError("must be a day, such as 2026-11-22 or 22/11/2026.") from None
    if not 1900 <= moment.year <= 2100:
        raise ValueError("must be a day between 1900 and 2100.")
    return moment.isoformat()


def telephone(written: str) -> str:
    if written and not NUMBER.fullmatch(written):
        raise ValueError("must be a telephone number, such as 0113 496 0000.")
    return written


def mailbox(written: str) -> str:
    if written and not re.fullmatch(r"[^@\s,;:<>()\"]+@[^@\s,;:<>()\"]+\.[^@\s,;:<>()\".]{2,}", written):
        raise ValueError("must be an email address, such as care.leavers@example.org.")
    return written


def pattern(expression: str, example: str) -> Callable[[str], str]:
    """A shape that must match the whole of a regular expression."""

    def shape(written: str) -> str:
        if written and not re.fullmatch(expression, written.upper()):
            raise ValueError(f"must look like {example}.")
        return written.upper()

    return shape


def looks_like_a_formula(raw: str, column: Column) -> bool:
    """True for a cell that a spreadsheet would run; a telephone number may start with a plus."""
    return raw.startswith(FORMULA) and not (column.shape is telephone and NUMBER.fullmatch(raw))


def unguard(written: str) -> str:
    """Takes off the apostrophe with which an export keeps a cell from being read as a formula."""
    return written[1:] if written.startswith("'") and written[1:].startswith(FORMULA) else written


def mark_twins(rows: Iterable[Row], key: Callable[[Row], str]) -> None:
    """Gives every row whose key came before a problem that names the line."""
    first: dict[str, int] = {}
    for row in rows:
        known = key(row)
        if known and first.setdefault(known, row.line) != row.line:
            row.problems.append(f"Line {first[known]} is about the same one. Keep one of them.")
