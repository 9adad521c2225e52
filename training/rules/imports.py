"""Lists of staff: how long they are, what each row would do, and whether what a file made may be taken back."""

from datetime import timedelta

KEPT_FOR = timedelta(hours=24)
MOST_ROWS = 500
# What a row does.
NEW, HERE, MOVES = "new", "here", "moves"
DOES = {NEW: "new", HERE: "here already", MOVES: "worked elsewhere, moves here"}
GONE = "The rows of this file are no longer kept. Bring the file again."


def why_not_undo(*, touched: int) -> list[str]:
    """A list is taken back whole, or not at all."""
    if not touched:
        return []
    who = "One of its people has" if touched == 1 else f"{touched:,} of its people have"
    return [f"{who} begun to learn or moved since, so this list cannot be taken back. Change them one by one."]
