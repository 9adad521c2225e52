"""What a letter asks for is asked from the day on which it goes: each thing once, and nothing that is not in it.

Whatever was written down by hand before stays as it is. What does not fit any more is left out: the letter has gone.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from casefiles_support.actions import complaints, corrections, missing_items, redactions
from casefiles_support.complaining import why_not_complain, why_not_regulator
from casefiles_support.models import AccessRequest, Complaint, Correction, Fact, Journey, Letter, MissingItem, Redaction
from casefiles_support.rules.letter_texts import blocks_of, load, said_in
from casefiles_support.rules.letter_words import COMPLAINTS, pick

# Which line of the letter asks for which correction.
CORRECTIONS = {
    "correct": Correction.Kind.FACT,
    "complete": Correction.Kind.COMPLETE,
    "statement": Correction.Kind.STATEMENT,
    "restrict": Correction.Kind.RESTRICT,
}


@transaction.atomic
def ask(*, letter: Letter, request: AccessRequest, on: date, by: Any, at: datetime) -> None:
    """`on`: the day on which the letter left. `request` is locked."""
    if request.journey.status == Journey.Status.CLOSED:
        return
    if letter.template == "covered":
        _covered(letter, request, on, by, at)
    elif letter.template == "missing":
        _missing(letter, request, on, by, at)
    elif letter.template == "correction":
        _corrections(letter, request, on, by, at)
    elif letter.template in ("complaint", "regulator"):
        _complaint(letter, request, on, by, at)


@transaction.atomic
def arrive(*, letter: Letter, request: AccessRequest, on: date, basis: str, by: Any, at: datetime) -> None:
    """They have it, and their time begins: never on a day that is only assumed."""
    if request.journey.status == Journey.Status.CLOSED or basis == Fact.Basis.ASSUMED:
        return
    sent = Complaint.objects.filter(request=request, key=_key(letter), received_on=None)
    for complaint in sent.exclude(status=Complaint.Status.ANSWERED):
        complaints.receive(complaint=complaint, on=on, seen=complaint.version, by=by, at=at)
    if letter.template == "correction":
        left = [day for day in (letter.handed_in_on, letter.posted_on) if day]
        asked = request.corrections.filter(asked_on__in=left, received_on=None, answered_on=None)
        for correction in asked.filter(kind__in=_kinds(letter), begun_at__lte=letter.written_at).order_by("pk"):
            corrections.receive(correction=correction, on=on, seen=correction.version, by=by, at=at)


def _covered(letter: Letter, request: AccessRequest, on: date, by: Any, at: datetime) -> None:
    """All that was noted when the letter was written."""
    if Redaction.objects.filter(request=request, asked_on=None, noted_at__lte=letter.written_at).exists():
        redactions.ask(request=request, on=on, noted_by=letter.written_at, by=by, at=at)


def _missing(letter: Letter, request: AccessRequest, on: date, by: Any, at: datetime) -> None:
    """As above; what was asked for on an earlier day is asked for again."""
    listed = MissingItem.objects.filter(request=request, answered_on=None, noted_at__lte=letter.written_at)
    again = list(listed.filter(asked_on__lt=on).order_by("pk"))
    if listed.filter(asked_on=None).exists():
        missing_items.ask(request=request, on=on, noted_by=letter.written_at, by=by, at=at)
    for one in again:
        if one.chased_on is None or one.chased_on < on:
            missing_items.chase(missing_item=one, on=on, seen=one.version, by=by, at=at)


def _corrections(letter: Letter, request: AccessRequest, on: date, by: Any, at: datetime) -> None:
    """What was begun for it. Where nothing was, the letter is how it began."""
    for kind in _kinds(letter):
        open_ = Correction.objects.filter(request=request, kind=kind, answered_on=None)
        if not open_.exists():
            corrections.begin(
                request=request, kind=kind, key=f"{_key(letter)}:{kind}", since=letter.written_at, by=by, at=at
            )
        for one in open_.filter(asked_on=None, begun_at__lte=letter.written_at).order_by("pk"):
            corrections.send(correction=one, on=on, seen=one.version, by=by, at=at)


def _complaint(letter: Letter, request: AccessRequest, on: date, by: Any, at: datetime) -> None:
    """To whom it goes: the holder, or the regulator. Of what it says that it is about, the first is what is counted."""
    further = letter.template == "regulator"
    if (why_not_regulator if further else why_not_complain)(request, on=on, at=at):
        return
    act = complaints.take_further if further else complaints.send
    act(request=request, about=_about(letter), on=on, key=_key(letter), by=by, at=at)


def _about(letter: Letter) -> str:
    said = {one.words for one in blocks_of(letter.text) if one.kind == "point"}
    return next(code for code, words in COMPLAINTS.items() if pick(words, letter.language) in said)


def _kinds(letter: Letter) -> list[Correction.Kind]:
    flags = said_in(letter.text, load(letter.template, letter.language, letter.template_version))
    return [kind for flag, kind in CORRECTIONS.items() if flag in flags]


def _key(letter: Letter) -> str:
    return f"letter:{letter.ref}"
