"""The clock of putting something right: one month from the day on which they had it, worked out each time."""

from datetime import date

from casefiles_support.models import Correction
from law.access_clock import Clock, Fact, work_out
from law.access_rules import REGIMES


def clock_of_correction(correction: Correction, *, on: date) -> Clock:
    """UK GDPR Article 12(3) gives the same month as for an answer, and the same holidays move its end."""
    facts = []
    if correction.received_on:
        facts.append(Fact(kind="received", on=correction.received_on, basis="letter"))
    if correction.answered_on:
        facts.append(Fact(kind="full_reply", on=correction.answered_on, basis="letter"))
    regime = correction.request.holder.regime
    return work_out(facts=facts, on=on, regime=regime if regime in REGIMES else "uk_gdpr")
