"""What a sheet became, as far as its reader may see that: where it is, and what it says beside what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from mentoring import finding, loading, recruiting
from mentoring.forms.changes import answers_of
from mentoring.forms.interests import SheetInterestForm
from mentoring.forms.registers import answers_so_far
from mentoring.forms.sheets import PaperReferralForm
from mentoring.models import MentorApplication, PaperSheet, Referral, Session
from mentoring.tables.sessions import facts_of as facts_of_session
from people.forms.identifications import AskingForm
from people.models import IdentificationEvent


@dataclass(frozen=True)
class Became:
    """`words` head it and `link` leads to `url`; `there` are its answers by the names of the form's questions."""

    words: str
    link: str
    url: str
    there: Mapping[str, Any]
    facts: list[tuple[str, str]] = field(default_factory=list)


def page_of(made: Session | IdentificationEvent | Referral | MentorApplication) -> str:
    """Where the thing that a sheet became is read."""
    if isinstance(made, Session):
        return reverse("mentoring:sessions-detail", args=[made.ref])
    if isinstance(made, Referral):
        return reverse("mentoring:triage-detail", args=[made.ref])
    if isinstance(made, MentorApplication):
        return reverse("mentoring:applications-detail", args=[made.ref])
    return reverse("people:persons-detail", args=[made.person.ref])


def became(sheet: PaperSheet, *, by: Any, at: datetime) -> Became | None:
    """Opening it here leaves the same Look as opening its page."""
    return _session(sheet, by, at) or _asking(sheet, by) or _referral(sheet, by, at) or _application(sheet, by, at)


def _session(sheet: PaperSheet, by: Any, at: datetime) -> Became | None:
    seen = Session.objects.visible_to(by).filter(sheet=sheet).first()
    if seen is None:
        return None
    session = loading.session(ref=seen.ref, by=by, at=at)
    register = session.kind == Session.Kind.GROUP
    there = answers_so_far(session) if register else answers_of(session)
    facts = facts_of_session(session)
    return Became("The session that it became", "Open the session", page_of(session), there, facts)


def _asking(sheet: PaperSheet, by: Any) -> Became | None:
    asking = IdentificationEvent.objects.visible_to(by).filter(sheet=sheet).select_related("person").first()
    if asking is None:
        return None
    words = f"It became an asking in the history of {asking.person.preferred_name}"
    return Became(words, "Open their page", page_of(asking), _columns(asking, AskingForm))


def _referral(sheet: PaperSheet, by: Any, at: datetime) -> Became | None:
    seen = Referral.objects.visible_to(by).filter(paper_sheet=sheet).first()
    if seen is None:
        return None
    found = finding.referral(ref=seen.ref, by=by, at=at)
    there = _columns(found, PaperReferralForm) | {
        "born_on": date.fromisoformat(found.born_on) if found.born_on else None,
        "how": found.agreed_how,
        "whom": found.agreed_with,
        "written_on": sheet.written_on,
    }
    return Became("It became a referral", "Open the referral", page_of(found), there)


def _application(sheet: PaperSheet, by: Any, at: datetime) -> Became | None:
    seen = MentorApplication.objects.visible_to(by).filter(paper_sheet=sheet).first()
    if seen is None:
        return None
    found = recruiting.application(ref=seen.ref, by=by, at=at)
    there = _columns(found, SheetInterestForm) | {"written_on": sheet.written_on}
    return Became("It became somebody who is on the way to mentoring", "Open their application", page_of(found), there)


def _columns(record: Any, form: type) -> dict[str, Any]:
    """The record's columns that are asked for under their own names."""
    return {name: getattr(record, name) for name in form.base_fields if hasattr(record, name)}  # type: ignore[attr-defined]  # a form's
