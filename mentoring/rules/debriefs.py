"""When somebody must have offered to talk about a hard session. Our own promise: within two working days."""

from datetime import date, datetime, timedelta

from law.working_days import after

WORKING_DAYS = 2
# A session can be called hard for as long as it can be corrected.
ASK_WITHIN = timedelta(days=14)


def offer_by(asked_on: date) -> date:
    return after(asked_on, working_days=WORKING_DAYS)


def why_not_ask(*, started: datetime, now: datetime) -> list[str]:
    if now - started > ASK_WITHIN:
        return ["That session was more than 14 days ago. Tell your supervisor: they will make time."]
    return []
