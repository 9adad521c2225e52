"""The columns of a list of staff, and what others call them."""

from places.rules.sheets import Column, Sheet, day, mailbox, yes

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
