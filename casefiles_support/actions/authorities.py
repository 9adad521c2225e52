"""That the person signed, and that they took it back; and how they show who they are. Nothing is copied."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.actions import duties
from casefiles_support.models import AccessRequest, Authority, Proof
from casefiles_support.rules import authorities as rules
from casefiles_support.rules.requests import PREPARING
from common.dates import local_day
from common.transitions import NotAllowed

TELL_WITHIN = timedelta(days=1)


@transaction.atomic
def sign(
    *, request: AccessRequest, signed_on: date, sighted_on: date, may_receive: bool, by: Any, at: datetime,
    valid_until: date | None = None,
) -> Authority:  # fmt: skip
    """For this holder only. The newest one counts; the same one is written down once."""
    until = valid_until or rules.good_until(signed_on)
    if reasons := rules.why_not_sign(
        signed_on=signed_on, valid_until=until, sighted_on=sighted_on, today=local_day(at)
    ):
        raise NotAllowed(*reasons)
    request = entering.locked(request)
    if request.status in {AccessRequest.Status.CLOSED, AccessRequest.Status.WITHDRAWN}:
        raise NotAllowed("This is over. There is nothing to sign for.")
    there = request.authorities.filter(signed_on=signed_on, valid_until=until, may_receive=may_receive)
    if earlier := there.filter(withdrawn_at=None).first():
        return earlier
    new = Authority.objects.create(
        request=request, signed_on=signed_on, valid_until=until, may_receive=may_receive, sighted_on=sighted_on,
        sighted_by=by,
    )  # fmt: skip
    _trail("files.authority.signed", new, request, by, at)
    return new


@transaction.atomic
def take_back(*, authority: Authority, by: Any, at: datetime) -> Authority:
    """It ends now. Where the holder may have seen it, somebody tells them."""
    request = entering.locked(authority.request)
    authority.refresh_from_db()
    if authority.withdrawn_at is not None:
        return authority
    Authority.objects.filter(pk=authority.pk).update(withdrawn_at=at, withdrawn_by=by)
    authority.refresh_from_db()
    if request.status not in PREPARING:
        duties.raise_duty(
            key=f"authority:{authority.ref}:told", kind="tell_holder_withdrawn", journey=request.journey,
            due_on=local_day(at) + TELL_WITHIN, about_ref=request.ref, by=by, at=at,
        )  # fmt: skip
    _trail("files.authority.taken_back", authority, request, by, at)
    return authority


@transaction.atomic
def tell_holder(*, authority: Authority, by: Any, at: datetime) -> None:
    """The holder knows that it was taken back: by the letter for it, or on the telephone."""
    if authority.withdrawn_at is None:
        raise NotAllowed("It was not taken back.")
    duties.fulfil(key=f"authority:{authority.ref}:told", by=by, at=at)
    _trail("files.authority.holder_told", authority, authority.request, by, at)


@transaction.atomic
def choose_proof(*, request: AccessRequest, kind: str, by: Any, at: datetime, sighted_on: date | None = None) -> Proof:
    """Which kind, and the day on which somebody saw it: never a copy, never a number."""
    if kind not in Proof.Kind.values:
        raise NotAllowed("Choose how they show who they are.")
    if reasons := rules.why_not_see(sighted_on=sighted_on, sent_on=None, today=local_day(at)):
        raise NotAllowed(*reasons)
    request = entering.locked(request)
    told = {"sighted_on": sighted_on, "sighted_by": by if sighted_on else None}
    try:
        with transaction.atomic():
            proof = Proof.objects.create(request=request, kind=kind, chosen_at=at, chosen_by=by, **told)
    except IntegrityError:
        proof = Proof.objects.get(request=request, kind=kind)
        if sighted_on is None or proof.sighted_on is not None:
            return proof
        Proof.objects.filter(pk=proof.pk).update(**told)
        proof.refresh_from_db()
    _trail("files.proof.chosen", proof, request, by, at, kind=kind)
    return proof


def _trail(
    verb: str, subject: Any, request: AccessRequest, by: Any, at: datetime, **detail: Any
) -> None:  # fmt: skip
    audit.record(verb=verb, by=by, at=at, subject=subject, about=request.journey.person, request=request.ref, **detail)
