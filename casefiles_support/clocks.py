"""The clock of a request, worked out from its facts each time: never stored."""

from datetime import date

from casefiles_support.models import AccessRequest, Fact
from law.access_clock import Clock, work_out
from law.access_rules import ELSEWHERE


def clock_of(request: AccessRequest, *, on: date) -> Clock:
    """Uses prefetched `facts` where there are any, so that a list asks once. Adoption and court papers have none."""
    if reason := ELSEWHERE.get(request.holder.regime):
        return Clock(state="not_started", steps=(reason,))
    facts = list(request.facts.all())
    put_right = {fact.supersedes_id for fact in facts}
    counted = [fact.for_the_law for fact in facts if fact.pk not in put_right and fact.kind in Fact.COUNTED]
    return work_out(facts=counted, on=on, regime=request.holder.regime)
