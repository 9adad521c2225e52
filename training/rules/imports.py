"""Files of staff: which columns, what each row would do, and whether what a file made may be taken back."""

from datetime import timedelta

from places.rules.sheets import Column, Sheet, day, mailbox, yes

KEPT_FOR = timedelta(hours=24)
MOST_ROWS = 500
# What a row does.
NEW, HERE, MOVES = "new", "here", "moves"
DOES = {NEW: "new", HERE: "here already", MOVES: "worked elsewhere, moves here"}
CHOICES = {
    "officer": "Officer", "planning": "Prison offender manager", "resettlement": "Resettlement",
    "education": "Education", "health": "Health care", "care": "Safer custody", "manager": "Manager", "other": "Other",
}  # fmt: skip
SHEET = Sheet(
    (
        Column("name", required=True, most=100),
        Column("job", required=True, choices=CHOICES),
        Column("email", mailbox, most=254),
        Column("staff_number", most=20, no_spaces=True),
        Column("since", day),
        Column("another", yes),
    ),
    {
        "full_name": "name", "role": "job", "post": "job", "job_title": "job", "e-mail": "email", "work_email": "email",
        "payroll_number": "staff_number", "number": "staff_number", "start_date": "since", "started": "since",
    },
)  # fmt: skip
GONE = "The rows of this file are no longer kept. Bring the file again."


def why_not_undo(*, touched: int) -> list[str]:
    """A list is taken back whole, or not at all."""
    if not touched:
        return []
    who = "One of its people has" if touched == 1 else f"{touched:,} of its people have"
    return [f"{who} begun to learn or moved since, so this list cannot be taken back. Change them one by one."]
