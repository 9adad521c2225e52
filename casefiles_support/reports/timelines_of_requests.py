"""What happened to the requests of a journey, to what came of them, and to the papers."""

from collections.abc import Iterable
from typing import Any

from casefiles_support.models import AccessRequest, Journey, Parcel
from casefiles_support.rules.pack_words import days
from casefiles_support.rules.pack_words.english import ENGLISH
from casefiles_support.rules.replies import KINDS
from casefiles_support.rules.telling import requests as telling
from casefiles_support.rules.telling import support
from casefiles_support.rules.telling.lines import Line
from common.dates import local_day

YOU = "you"
HANGS_ON = (
    "facts__entered_by", "authorities", "proofs", "complaints", "corrections", "redactions", "missing_items",
    "evaluation", "replies",
)  # fmt: skip


def of_requests(journey: Journey) -> Iterable[Line]:
    """Each request, its facts that stand, and all that hangs on it."""
    found = AccessRequest.objects.filter(journey=journey).with_clock().order_by("pk")
    for one in found.prefetch_related(*HANGS_ON):
        yield from _facts(one)
        yield from _permissions(one)
        yield from _replies(one)
        yield from _complaints(one)
        yield from _asked_again(one)
    parcels = Parcel.objects.filter(request__journey=journey).select_related("request__holder", "told_by", "logged_by")
    for parcel in parcels.prefetch_related("moves").order_by("pk"):
        yield from _papers(parcel)


def _facts(request: AccessRequest) -> Iterable[Line]:
    put_right = {one.supersedes_id for one in request.facts.all()}
    for one in request.facts.all():
        if one.pk not in put_right and one.kind in telling.FACTS:
            said, means = telling.of_fact(one.kind, holder=request.holder.name, basis=one.basis)
            yield Line(one.on, said, _by(one.entered_by), means)


def _permissions(request: AccessRequest) -> Iterable[Line]:
    holder = request.holder.name
    for one in request.authorities.all():
        said, means = support.SIGNED
        yield Line(one.signed_on, said.format(holder=holder, until=days.said(one.valid_until, ENGLISH)), YOU, means)
        if one.withdrawn_at:
            said, means = support.TOOK_BACK_PERMISSION
            yield Line(local_day(one.withdrawn_at), said.format(holder=holder), YOU, means)
    for one in request.proofs.all():
        if one.sighted_on:
            said, means = support.SHOWED
            kind = support.PROOFS.get(one.kind, one.get_kind_display().lower())
            yield Line(one.sighted_on, said.format(kind=kind), YOU, means)
    if evaluation := getattr(request, "evaluation", None):
        said, means = support.LOOKED_BACK
        yield Line(evaluation.on, said.format(holder=holder), YOU, means)


def _complaints(request: AccessRequest) -> Iterable[Line]:
    holder = request.holder.name
    for one in request.complaints.all():
        said, means = telling.COMPLAINED[one.to]
        yield Line(one.sent_on, said.format(holder=holder), YOU, means)
        if one.acknowledged_on:
            yield Line(one.acknowledged_on, "They said that they have your complaint.", holder)
        if one.outcome_on:
            yield Line(one.outcome_on, f"Your complaint was answered: {one.get_outcome_display()}.", holder)


def _asked_again(request: AccessRequest) -> Iterable[Line]:
    """What is covered, what is missing, and what they asked to be put right: never what any of it says."""
    for covered in request.redactions.all():
        category, pages = covered.get_category_display().lower(), support.pages(covered.pages)
        said = support.COVERED.format(category=category, pages=pages)
        yield Line(local_day(covered.noted_at), said, "", _ended(covered.get_result_display()))
    for missing in request.missing_items.all():
        said = support.MISSING.format(what=missing.get_kind_display().lower())
        yield Line(local_day(missing.noted_at), said, YOU, _ended(missing.get_result_display()))
    for asked in request.corrections.all():
        said = support.CORRECTING.format(holder=request.holder.name, what=asked.get_kind_display().lower())
        yield Line(asked.asked_on or local_day(asked.begun_at), said, YOU, _ended(asked.get_result_display()))


def _replies(request: AccessRequest) -> Iterable[Line]:
    """What they wrote or said beside what the clock knows: that is told as a fact."""
    for one in request.replies.all():
        kind = KINDS[one.kind]
        if not kind.fact:
            yield Line(one.on, f"{request.holder.name}: {kind.words[:1].lower()}{kind.words[1:]}.", "", kind.says)


def _ended(words: str) -> str:
    return f"{words}." if words else ""


def _papers(parcel: Parcel) -> Iterable[Line]:
    holder = parcel.request.holder.name
    if parcel.announced_on:
        said, means = telling.ANNOUNCED
        yield Line(parcel.announced_on, said.format(holder=holder), holder, means)
    if parcel.arrived_on:
        opened = telling.OPENED[parcel.opened]
        yield Line(parcel.arrived_on, telling.CAME.format(holder=holder), _by(parcel.logged_by), opened)
    if parcel.told_on:
        yield Line(parcel.told_on, telling.TOLD, _by(parcel.told_by), telling.TOLD_MEANS)
    for move in parcel.moves.all():
        place = move.get_to_display().lower()
        who = f"{move.given_by} to {move.taken_by}"
        yield Line(move.on, support.MOVED_PAPERS.format(place=place), who)


def _by(user: Any) -> str:
    return str(user) if user is not None else ""
