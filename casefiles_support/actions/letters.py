"""A letter until it is ready: written, agreed to word for word, its address checked by another; or taken back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering, owing
from casefiles_support.actions import duties
from casefiles_support.addresses import fitted, to_holder
from casefiles_support.filling import may_write, plain_of, sender_of, values_of
from casefiles_support.leaving import has_permission, why_not_checked
from casefiles_support.models import AccessRequest, Letter
from casefiles_support.rules import letter_texts as texts
from casefiles_support.rules import letters as rules
from casefiles_support.rules.letter_words import missing_in_words
from casefiles_support.rules.preflight import look_over
from common.dates import local_day
from common.reading_age import reading_age
from common.transitions import NotAllowed, move

Status, Stands = Letter.Status, AccessRequest.Status
NOT_SENT = {Status.DRAFT, Status.AGREED, Status.CHECKED, Status.PRINTED}
# Whoever is to talk to a holder needs the person's permission, save in the letters that give it.
BEFORE_PERMISSION = frozenset({rules.REQUEST, "authority", "authority_ended"})


@transaction.atomic
def draft(
    *, request: AccessRequest, code: str, language: str, large_print: bool, return_address: str,
    typed: Mapping[str, Any], key: str, by: Any, at: datetime,
) -> Letter:  # fmt: skip
    """The letter, with what is known and what was `typed` in its gaps. It is read with the person before all else."""
    request, on = entering.locked(request), local_day(at)
    if earlier := Letter.objects.filter(written_by=by, key=key).first():
        return earlier  # asked once the row is ours: the same form may have been sent twice at once
    _refuse_if(rules.why_not_write(code=code, regime=request.holder.regime, **may_write(request, on=on)))
    values = _values(request, code, language, on, typed)
    sender = sender_of(request.journey.person, return_address=return_address)
    version = rules.edition(code, on).version
    text = texts.load(code, language, version)
    reasons = missing_in_words(texts.open_gaps(text, values))
    if code == rules.REQUEST:
        reasons += look_over(plain_of(request, values=values, sender=sender, on=on), on=on).stops
        reasons += _why_not_another(request)
    elif len(sender) < 2:
        reasons.append("Write the address for the answer.")
    _refuse_if(list(dict.fromkeys(reasons)))
    said = texts.exact_text(texts.write(text, values), sender=sender)
    address = str(typed.get("to_address") or "") and fitted(str(typed["to_address"]).splitlines())
    address = address or to_holder(request.holder, language)
    new = Letter(
        key=key, journey=request.journey, request=request, template=code, template_version=version, language=language,
        large_print=large_print, address=address, text=said, written_at=at, written_by=by,
        sha256=texts.fingerprint(address=address, text=said),
        reading_age=reading_age(said) if language == texts.ENGLISH else None,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Letter.objects.get(written_by=by, key=key)  # the same form, sent twice at once
    _trail("files.letter.written", new, by, at, template=code)
    return new


@transaction.atomic
def agree(*, letter: Letter, seen: str, on: date, by: Any, at: datetime) -> Letter:
    """The person agreed to these words: `seen` is the fingerprint of what was read with them."""
    request = _request(letter)
    letter.refresh_from_db()
    if letter.status == Status.AGREED and letter.agreed_sha256 == seen:
        return letter
    stands = texts.fingerprint(address=letter.address, text=letter.text)
    reasons = rules.why_not_agree(seen=seen, stands=stands if stands == letter.sha256 else "")
    if not local_day(letter.written_at) <= on <= local_day(at):
        reasons.append("The day is between the day when it was written and today.")
    _refuse_if(reasons)
    move(letter, to=Status.AGREED, frm={Status.DRAFT}, agreed_on=on, agreed_sha256=seen)
    if letter.template == rules.REQUEST:
        entering.go(request, "agree")
    duties.raise_duty(
        key=owing.check(letter), kind="check_address", journey=letter.journey, due_on=local_day(at),
        about_ref=letter.ref, by=by, at=at,
    )  # fmt: skip
    _trail("files.letter.agreed", letter, by, at, sha256=seen)
    return letter


@transaction.atomic
def check(*, letter: Letter, by: Any, at: datetime) -> Letter:
    """Somebody else looked at the address, and it is right."""
    request = _request(letter)
    _refuse_if(why_not_checked(letter, request, checker=by.pk, on=local_day(at)))
    move(letter, to=Status.CHECKED, frm={Status.AGREED}, checked_at=at, checked_by=by)
    if letter.template == rules.REQUEST:
        entering.go(request, "check")
    duties.fulfil(key=owing.check(letter), by=by, at=at)
    _trail("files.letter.checked", letter, by, at)
    return letter


@transaction.atomic
def void(*, letter: Letter, by: Any, at: datetime) -> Letter:
    """It is not used. Whoever wants another word writes another letter."""
    request = _request(letter)
    move(letter, to=Status.VOID, frm=NOT_SENT)
    if letter.template == rules.REQUEST and request.status in {Stands.AGREED, Stands.READY}:
        entering.go(request, "take_back")
    duties.settle(key=owing.check(letter), by=by, at=at)
    _trail("files.letter.voided", letter, by, at)
    return letter


def _values(
    request: AccessRequest, code: str, language: str, on: date, typed: Mapping[str, Any]
) -> dict[str, str | list[str]]:
    speaks = bool(typed.get("speaks")) and (code in BEFORE_PERMISSION or has_permission(request, on))
    return values_of(request, language=language, on=on, typed={**typed, "speaks": speaks})


def _why_not_another(request: AccessRequest) -> list[str]:
    there = Letter.objects.standing().filter(request=request, template=rules.REQUEST).exists()
    return ["There is such a letter already. Take it back before you write another."] if there else []


def _request(letter: Letter) -> AccessRequest:
    if letter.request is None:
        raise NotAllowed("This letter belongs to no request.")
    return entering.locked(letter.request)


def _trail(verb: str, letter: Letter, by: Any, at: datetime, **detail: Any) -> None:
    request = letter.request.ref if letter.request else ""
    audit.record(verb=verb, by=by, at=at, subject=letter, about=letter.journey.person, request=request, **detail)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
