"""What may be claimed back, in plain Python. Amounts are pounds, as Decimal, to the penny; reasons, never booleans.

How much and how long ago are our own rules. The rate for a mile is a setting; 45p is HMRC’s approved amount for cars
(Income Tax (Earnings and Pensions) Act 2003, section 230), which HMRC also accepts for volunteers.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from law.working_days import after

PENNY = Decimal("0.01")
MOST_FOR_ONE = Decimal("500.00")
MOST_MILES = Decimal("500")
LONGEST_AGO = timedelta(days=92)
MOST_LINES = 40

IN_PRISON = (
    "While you are in prison, the prison looks after what mentoring costs you there. Nothing is paid in cash in "
    "custody. Ask the person who runs mentoring on your wing; your coordinator will help you ask."
)


def for_miles(miles: Decimal, *, rate: Decimal) -> Decimal:
    """Pounds for so many miles, to the nearest penny, a half penny up."""
    return (miles * rate).quantize(PENNY, rounding=ROUND_HALF_UP)


def why_not_line(*, spent_on: date, today: date, amount: Decimal, miles: Decimal | None, lines: int) -> list[str]:
    reasons = []
    if spent_on > today:
        reasons.append("That day has not come yet.")
    if today - spent_on > LONGEST_AGO:
        reasons.append("That was more than three months ago. Ask your coordinator about it.")
    if miles is not None and not 0 < miles <= MOST_MILES:
        reasons.append(f"Enter how many miles, up to {MOST_MILES}.")
    elif amount <= 0:
        reasons.append("Enter how much it was, in pounds and pence.")
    elif amount > MOST_FOR_ONE:
        reasons.append(f"One thing can be up to £{MOST_FOR_ONE}. Ask your coordinator about more than that.")
    if lines >= MOST_LINES:
        reasons.append(f"A claim can have {MOST_LINES} lines. Send this one and start another.")
    return reasons


def why_not_claim(*, in_custody: bool) -> list[str]:
    """A mentor who is serving a sentence is never paid by us, and never in cash."""
    return [IN_PRISON] if in_custody else []


def why_not_send(*, lines: int, in_custody: bool) -> list[str]:
    reasons = why_not_claim(in_custody=in_custody)
    if not lines:
        reasons.append("Add what you paid for first.")
    return reasons


def why_not_decide(*, mentors_login: object, by: object) -> list[str]:
    if mentors_login is not None and mentors_login == by:
        return ["Nobody decides about their own claim. Somebody else will look at it."]
    return []


def answer_by(sent_on: date) -> date:
    """Nobody should wait for their own money: an answer within five working days (our own promise)."""
    return after(sent_on, working_days=5)
