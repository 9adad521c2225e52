"""Not handing over today: asked by one, agreed by another, told to the person, and over by itself."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import telling_leads
from casefiles_support.actions import duties
from casefiles_support.models import Journey, SafetyHold
from casefiles_support.rules import safety_holds as rules
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed

PAGE = "casefiles_support:safety_holds-index"


@transaction.atomic
def ask(*, journey: Journey, because: str, by: Any, at: datetime) -> SafetyHold:
    """Nothing is held until a safeguarding lead agrees. They are told that something waits."""
    holds = SafetyHold.objects.filter(journey=journey)
    last = holds.filter(ends_at__isnull=False).order_by("ends_at").last()
    reasons = rules.why_not_ask(
        status=journey.status, waiting=holds.asked().exists(), last_ended=last.ends_at if last else None, now=at
    )
    _refuse_if(reasons)
    return _asked(SafetyHold(journey=journey, because=because), telling_leads.LEADS, by, at)


@transaction.atomic
def again(*, hold: SafetyHold, because: str, by: Any, at: datetime) -> SafetyHold:
    """Once more, and never a third time: a safeguarding lead and a programme manager both agree."""
    reasons = rules.why_not_again(
        status=hold.journey.status, stood=hold.ends_at is not None, is_again=hold.again_of_id is not None,
        has_again=SafetyHold.objects.filter(again_of=hold).exists(),
    )  # fmt: skip
    _refuse_if(reasons)
    return _asked(SafetyHold(journey=hold.journey, because=because, again_of=hold), telling_leads.BOTH, by, at)


def _asked(new: SafetyHold, roles: tuple[str, ...], by: Any, at: datetime) -> SafetyHold:
    new.because, new.asked_at, new.asked_by = clean(new.because).strip(), at, by
    if not new.because:
        raise NotAllowed("Say why. The person is told.")
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed("One has been asked for already.") from None
    telling_leads.tell(
        roles=roles, journey=new.journey, about=new, key=f"safety_hold:{new.ref}", page=PAGE, by=by, at=at
    )
    audit.record(verb="files.safety_hold.asked", by=by, at=at, subject=new, about=new.journey.person)
    return new


@transaction.atomic
def agree(*, hold: SafetyHold, by: Any, at: datetime) -> SafetyHold:
    """The safeguarding lead’s name. With it, and the manager’s where it is once more, it stands for a working day."""
    _answerable(hold, by)
    _set(hold, {"agreed_by": None}, agreed_at=at, agreed_by=by)
    _stand(hold, by, at)
    audit.record(verb="files.safety_hold.agreed", by=by, at=at, subject=hold, about=hold.journey.person)
    return hold


@transaction.atomic
def allow_again(*, hold: SafetyHold, by: Any, at: datetime) -> SafetyHold:
    """The programme manager’s name."""
    _answerable(hold, by)
    if hold.again_of_id is None:
        raise NotAllowed("The first one needs a safeguarding lead, and no manager.")
    _set(hold, {"again_by": None}, again_by=by)
    _stand(hold, by, at)
    audit.record(verb="files.safety_hold.allowed_again", by=by, at=at, subject=hold, about=hold.journey.person)
    return hold


@transaction.atomic
def lift(*, hold: SafetyHold, by: Any, at: datetime) -> SafetyHold:
    """It is not needed, or not agreed to. It need not wait for its end."""
    _set(hold, {}, lifted_at=at, lifted_by=by)
    audit.record(verb="files.safety_hold.lifted", by=by, at=at, subject=hold, about=hold.journey.person)
    return hold


@transaction.atomic
def tell(*, hold: SafetyHold, on: date, by: Any, at: datetime) -> SafetyHold:
    """The person was told why it is not today, and until when."""
    if hold.agreed_at is None or hold.ends_at is None:
        raise NotAllowed("It has not been agreed to.")
    if not local_day(hold.agreed_at) <= on <= local_day(at):
        raise NotAllowed("The day lies between the day it began and today.")
    if not SafetyHold.objects.filter(pk=hold.pk, told_on=None).update(told_on=on):
        raise NotAllowed("They have been told already.")
    hold.refresh_from_db()
    duties.fulfil(key=_duty(hold), by=by, at=at)
    audit.record(verb="files.safety_hold.told", by=by, at=at, subject=hold, about=hold.journey.person)
    return hold


def _answerable(hold: SafetyHold, by: Any) -> None:
    waiting = hold.ends_at is None and hold.lifted_at is None
    names = (hold.asked_by_id, hold.agreed_by_id, hold.again_by_id)
    _refuse_if(rules.why_not_answer(asked_by_me=by.pk in names, waiting=waiting))


def _stand(hold: SafetyHold, by: Any, at: datetime) -> None:
    """From the moment when every name is there; and the person is told the same day."""
    if hold.agreed_by_id is None or (hold.again_of_id is not None and hold.again_by_id is None):
        return
    _set(hold, {"ends_at": None}, ends_at=rules.ends_at(at))
    duties.raise_duty(
        key=_duty(hold), kind="safety_hold_told", journey=hold.journey, due_on=local_day(at), about_ref=hold.ref,
        by=by, at=at,
    )  # fmt: skip


def _set(hold: SafetyHold, still: dict[str, None], **changes: Any) -> None:
    """Of several at once one is taken, while nobody has lifted it and what it asks for is `still` missing."""
    if not SafetyHold.objects.filter(pk=hold.pk, lifted_at=None, **still).update(**changes):
        raise NotAllowed("Somebody has answered this already. Open it again.")
    hold.refresh_from_db()


def _duty(hold: SafetyHold) -> str:
    return f"safety_hold:{hold.ref}:told"


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
