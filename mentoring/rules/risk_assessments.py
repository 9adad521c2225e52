"""Who may write and sign a risk assessment, and how long it holds. Plain Python."""

from datetime import date, timedelta

LONGEST = timedelta(days=366)


def why_not_write(
    *, risks: str, safeguards: str, needs_safeguards: bool, look_again_on: date, today: date
) -> list[str]:
    reasons = [] if risks.strip() else ["Say what could go wrong. If you found nothing, say what you looked at."]
    if needs_safeguards and not safeguards.strip():
        reasons.append("Say what will be done so that it goes well.")
    if not today < look_again_on <= today + LONGEST:
        reasons.append("Choose a day to look at it again, within a year from now.")
    return reasons


def why_not_sign(*, signer: object, writer: object) -> list[str]:
    return ["Two different people sign. You wrote this one."] if signer == writer else []


def why_not_about_oneself(*, writer: object, about: object) -> list[str]:
    return ["Nobody decides about themselves."] if about is not None and writer == about else []
