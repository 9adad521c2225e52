"""How each holder did with the requests that it received in one year, in numbers that lead to nobody.

Years do not overlap, so that no two answers can be taken from each other. Whatever a person ended well (“not now”,
stopped) is in no figure of what went wrong; that papers were put away unread is in no figure at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Evaluation, Fact, Holder, Journey, Redaction, Timing
from casefiles_support.rules.figures import FEW, guarded, guarded_share, is_few

WITHDRAWN = AccessRequest.Status.WITHDRAWN
ANSWERS = (Fact.Kind.FULL_REPLY, Fact.Kind.REFUSAL, Fact.Kind.NO_RECORDS)


@dataclass(frozen=True)
class One:
    """One request, without anything that leads to it. `late` is None while nobody can say."""

    holder: Holder
    late: bool | None
    days: int | None = None
    extended: str = "no"  # "no", "yes" or "not_valid"
    covered: frozenset[str] = frozenset()
    offered_support: str = ""


@dataclass
class Tally:
    """What one holder did; whole numbers, for this file only."""

    received: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    days: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """What may be shown of one holder; None is what may not. `days` is the median, from receipt to the answer."""

    holder: Holder
    received: int | None
    in_time: int | None
    late: int | None
    waiting: int | None
    extended: int | None
    not_valid: int | None
    days: float | None
    no_support: int | None
    covered: dict[str, int | None]


def rows(*, year: int, on: date) -> list[Row]:
    """By name, of every holder that received a request in that year; five queries, however many."""
    found: dict[int, tuple[Holder, Tally]] = {}
    for one in (*_requests(year, on), *_timings(year)):
        _add(found.setdefault(one.holder.pk, (one.holder, Tally()))[1], one)
    return [_row(holder, tally) for holder, tally in sorted(found.values(), key=lambda pair: pair[0].name)]


def years(*, on: date) -> list[int]:
    """This year and those of which anything is known, newest first."""
    first = Fact.objects.filter(kind=Fact.Kind.RECEIVED).order_by("on").values_list("on__year", flat=True).first()
    older = Timing.objects.order_by("year").values_list("year", flat=True).first()
    oldest = min(year for year in (first, older, on.year) if year is not None)
    return list(range(on.year, oldest - 1, -1))


def _requests(year: int, on: date) -> Iterator[One]:
    received = Fact.objects.standing().filter(kind=Fact.Kind.RECEIVED, on__year=year).values("request")
    there = AccessRequest.objects.with_clock().filter(pk__in=received).exclude(status=WITHDRAWN).exclude(
        status=AccessRequest.Status.CLOSED, before=WITHDRAWN
    )  # fmt: skip
    for request in there.select_related("evaluation").prefetch_related("redactions"):
        one = _one(request, on)
        if one is not None and _received_on(request).year == year:
            yield one


def _one(request: AccessRequest, on: date) -> One | None:
    clock = clock_of(request, on=on)
    answered = _answered_on(request)
    late = clock.late if answered and not clock.estimated else True if clock.late else None
    if late and answered is None and request.journey.status == Journey.Status.NOT_NOW:
        return None
    noted = {fact.kind for fact in _standing(request)}
    extended = "yes" if clock.extension_valid else "not_valid" if Fact.Kind.EXTENSION_NOTICE in noted else "no"
    said: Evaluation | None = getattr(request, "evaluation", None)
    return One(
        holder=request.holder,
        late=late,
        days=(answered - _received_on(request)).days if answered else None,
        extended=extended,
        covered=frozenset(one.category for one in request.redactions.all()),
        offered_support=said.holder_offered_support if said else "",
    )


def _standing(request: AccessRequest) -> list[Fact]:
    facts = list(request.facts.all())
    put_right = {fact.supersedes_id for fact in facts}
    return [fact for fact in facts if fact.pk not in put_right]


def _received_on(request: AccessRequest) -> date:
    return min(fact.on for fact in _standing(request) if fact.kind == Fact.Kind.RECEIVED)


def _answered_on(request: AccessRequest) -> date | None:
    return min((fact.on for fact in _standing(request) if fact.kind in ANSWERS), default=None)


def _timings(year: int) -> Iterator[One]:
    """What is left of journeys that were deleted."""
    for kept in Timing.objects.filter(year=year).exclude(outcome=WITHDRAWN).select_related("holder"):
        answered = kept.days_taken is not None
        yield One(
            holder=kept.holder,
            late=None if kept.unsure else kept.days_late > 0 if answered else True if kept.days_late else None,
            days=kept.days_taken,
            extended="yes" if kept.extended else "not_valid" if kept.notice_failed else "no",
            covered=frozenset(category for category, pages in kept.covered.items() if pages),
            offered_support=kept.offered_support,
        )


def _add(tally: Tally, one: One) -> None:
    tally.received += 1
    tally.counts["waiting" if one.late is None else "late" if one.late else "in_time"] += 1
    tally.counts[f"extended:{one.extended}"] += 1
    for category in one.covered:
        tally.counts[f"covered:{category}"] += 1
    tally.counts["no_support"] += one.offered_support == Evaluation.Yes.NO
    if one.days is not None:
        tally.days.append(one.days)


def _row(holder: Holder, tally: Tally) -> Row:
    whole, counts = tally.received, tally.counts
    few = is_few(whole)
    came = guarded({name: counts[name] for name in ("in_time", "late", "waiting")})
    more = guarded({name: counts[f"extended:{name}"] for name in ("yes", "not_valid", "no")})
    return Row(
        holder=holder,
        received=None if few else whole,
        **came,
        extended=more["yes"],
        not_valid=more["not_valid"],
        days=median(tally.days) if len(tally.days) >= FEW else None,
        no_support=None if few else guarded_share(counts["no_support"], whole),
        covered={
            category: None if few else guarded_share(counts[f"covered:{category}"], whole)
            for category in Redaction.Category.values
        },
    )


def totals(found: Iterable[Row]) -> dict[str, int]:
    """How many holders there are, and of how many numbers are shown. No sum of what they did: that would tell."""
    there = list(found)
    return {"holders": len(there), "shown": sum(row.received is not None for row in there)}
