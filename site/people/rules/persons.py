"""What a person's own details must look like. Plain Python."""

import re
from datetime import date

PRISON_NUMBER = re.compile(r"[A-Z]\d{4}[A-Z]{2}")  # NOMIS: A1234BC
CRN = re.compile(r"[A-Z]\d{6}")  # Delius: X123456
OLDEST = 120


def tidy_number(written: str) -> str:
    """`a1234 bc` to `A1234BC`."""
    return "".join(written.split()).upper()


def problems(*, preferred_name: str, born_on: date | None, prison_number: str, crn: str, today: date) -> dict[str, str]:
    """What is wrong with these details, by the name of the field; empty when nothing is. Numbers come tidied."""
    wrong: dict[str, str] = {}
    if not preferred_name:
        wrong["preferred_name"] = "Enter the name they like to be called."
    if born_on is not None and born_on > today:
        wrong["born_on"] = "The date of birth cannot be in the future."
    if born_on is not None and today.year - born_on.year > OLDEST:
        wrong["born_on"] = "Check the year of birth."
    if prison_number and not PRISON_NUMBER.fullmatch(prison_number):
        wrong["prison_number"] = "A prison number looks like A1234BC."
    if crn and not CRN.fullmatch(crn):
        wrong["crn"] = "A probation number (CRN) looks like X123456."
    return wrong
