"""Saying that one would like to mentor: the first word of an application, on the public page or from paper."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from mentoring.actions import sheets
from mentoring.models import MentorApplication, PaperSheet
from mentoring.rules import applications as rules
from places.models import Establishment, Team


@transaction.atomic
def tell(
    *,
    name: str,
    team: Team,
    key: str,
    by: Any,
    at: datetime,
    family_name: str = "",
    email: str = "",
    phone: str = "",
    message: str = "",
    establishment: Establishment | None = None,
    sheet_code: str = "",
    written_on: date | None = None,
    source: str = "",
) -> MentorApplication:
    """Somebody would like to mentor. `by` keys in a paper form, or what came by the public form (`source` is “web”).
    The same form sent again answers with the same record; another form for a sheet that was typed in before raises
    KeyedAlready.
    """
    same_form = MentorApplication.objects.filter(key=key, told_by=by)
    if earlier := same_form.first():
        return earlier
    lines = {"name": name, "family_name": family_name, "email": email, "phone": phone, "sheet_code": sheet_code}
    said = {column: clean(text, lines=False) for column, text in lines.items()}
    otherwise = establishment is not None or source == "web"  # the message then says how to reach them
    if reasons := rules.why_not_interested(
        name=said["name"], email=said["email"], phone=said["phone"], in_custody=otherwise
    ):
        raise NotAllowed(*reasons)
    told = MentorApplication(
        key=key, since=at, team=team, source=source or ("paper" if by else "web"), establishment=establishment,
        message=clean(message), told_at=at, told_by=by, **said,
    )  # fmt: skip
    if earlier := _save(told, same_form):
        return earlier
    if by:
        _take(told, written_on, by, at)
    audit.record(verb="mentoring.application.interested", by=by, at=at, subject=told, source=str(told.source))
    return told


def _save(told: MentorApplication, same_form: QuerySet[MentorApplication]) -> MentorApplication | None:
    """Answers with the earlier one where the same form was sent twice at once."""
    try:
        with transaction.atomic():
            told.save(force_insert=True)
    except IntegrityError:
        if earlier := same_form.first():
            return earlier
        raise NotAllowed("This form was sent already.") from None
    return None


def _take(told: MentorApplication, written_on: date | None, by: Any, at: datetime) -> None:
    kind = PaperSheet.Kind.INTEREST
    if sheet := sheets.take_by_code(code=told.sheet_code, kind=kind, written_on=written_on, by=by, at=at):
        PaperSheet.objects.filter(pk=sheet.pk).update(application=told)
