"""Reading a file from another system."""

from mentoring.columns import SHEETS
from mentoring.rules.imports import KEY
from places.reading import MOST_BYTES, MOST_ROWS, PROBLEM, Unreadable, read_sheet
from places.rules.sheets import Row

__all__ = ["MOST_BYTES", "MOST_ROWS", "PROBLEM", "Unreadable", "read"]


def read(raw: bytes, kind: str) -> list[Row]:
    """The rows of a CSV file, each with what is wrong with it; raises Unreadable."""
    return read_sheet(raw, SHEETS[kind], key=KEY)
