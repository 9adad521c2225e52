"""How long a file from another system is kept, and whether what it made may be taken back."""

from datetime import timedelta

KEPT_FOR = timedelta(hours=24)
# The column with the other system's own number.
KEY = "key"


def why_not_undo(*, touched: int, later: str = "") -> list[str]:
    """An import is taken back whole, or not at all. `later`: what another import brought in and joined to it."""
    if later:
        return [f"{later} that came in later belong to these records. Take that import back first."]
    if not touched:
        return []
    what = "One of its records has" if touched == 1 else f"{touched:,} of its records have"
    return [f"{what} been changed or used since, so this import cannot be taken back. Correct the records themselves."]
