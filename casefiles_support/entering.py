"""The row of a request kept still, and a fact entered in it: what the actions that write one down share."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Complaint
from casefiles_support.rules import facts as rules
from casefiles_support.rules.requests import Around, goes_to, why_not
from common.transitions import NotAllowed, move
from law.access_rules import ELSEWHERE
from people.models import LocationEpisode, Person


def locked(request: AccessRequest) -> AccessRequest:
    """As it stands now, kept still until the transaction ends: what comes at once is written down one by one."""
    rows: QuerySet[AccessRequest] = AccessRequest.objects.select_for_update(of=("self",))
    return rows.select_related("holder", "journey__person").get(pk=request.pk)


def elsewhere(request: AccessRequest) -> str:
    """Where to ask instead, where this right does not reach; "" where it does."""
    return ELSEWHERE.get(request.holder.regime, "")


def is_inside(person: Person) -> bool:
    """Whether they are in custody now."""
    return LocationEpisode.objects.current().in_custody().filter(person=person).exists()


def standing(request: AccessRequest) -> list[rules.Known]:
    return [rules.Known(fact.kind, fact.on) for fact in request.facts.standing()]


def sent_on(request: AccessRequest) -> date | None:
    """The first day on which it can have been with the holder."""
    return min((fact.on for fact in standing(request) if fact.kind in rules.POST), default=None)


def follow(request: AccessRequest, *, added: str, on: date) -> str:
    """Let a locked request stand where its facts say. Answers with the state it came from."""
    was = request.status
    clock = clock_of(request, on=on)
    known = standing(request)
    to = rules.stands(state=was, added=added, facts=known, clock=clock.state)
    heard = [fact.on for fact in known if fact.kind in rules.FROM_HOLDER] + _heard_before(request)
    move(request, to=to, frm={was}, rule_version=clock.rule_version, last_contact_on=max(heard, default=None))
    return was


def _heard_before(request: AccessRequest) -> list[date]:
    """The last word that is on the request already. It never goes back, save where the fact that said so was put right:
    the way to the regulator is counted from it, and on a day that is wrong somebody would go there too late.
    """
    last = request.last_contact_on
    if last is None:
        return []
    wrong = request.facts.filter(superseded_by__isnull=False, kind__in=rules.FROM_HOLDER, on=last)
    if not wrong.exists():
        return [last]
    told = request.complaints.filter(to=Complaint.To.HOLDER)
    keys = {f"reply:{ref}" for ref in request.replies.values_list("ref", flat=True)}
    of_facts = set(request.facts.filter(key__in=keys).values_list("key", flat=True))
    days = [one.on for one in request.replies.all() if f"reply:{one.ref}" not in of_facts]
    return [*days, *(day for one in told for day in (one.acknowledged_on, one.outcome_on) if day)]


def go(request: AccessRequest, name: str, *, around: Around | None = None, **changes: Any) -> None:
    """Make a move of the table (rules/requests.py). One of several racers makes it."""
    if reasons := why_not(name, request.status, around):
        raise NotAllowed(*reasons)
    move(request, to=goes_to(name, request.before), frm={request.status}, **changes)
