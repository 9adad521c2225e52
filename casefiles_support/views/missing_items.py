"""What should be there and is not."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_after as loading
from casefiles_support.actions import missing_items
from casefiles_support.forms.missing_items import AnswerForm, ChaseForm, NoteForm
from casefiles_support.forms.redactions import OnForm
from casefiles_support.permissions.redactions import can_note_redactions
from casefiles_support.reports.redactions import page_of
from casefiles_support.stepping import step
from common.access import allow
from common.dates import local_day

LISTED = "files.redaction.listed"


def here(ref: str) -> str:
    """The lists of a request are on one page."""
    return reverse("casefiles_support:redactions-of_request", args=[ref])


@allow(can_note_redactions)
def note(request: HttpRequest, ref: str) -> HttpResponseBase:
    """On the request of this ref."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    return step(
        request, NoteForm(request.POST or None), missing_items.note, at=now, request=about, back=here(ref),
        done="Noted. We can ask for it by name.", template="casefiles_support/missing_items/note.html",
        context={"about": about},
    )  # fmt: skip


@allow(can_note_redactions)
def ask(request: HttpRequest, ref: str) -> HttpResponseBase:
    """A letter asked for everything on the list that nobody had asked for."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    page = page_of(about, user=request.user, on=local_day(now))
    return step(
        request, OnForm(request.POST or None, initial={"on": local_day(now)}), missing_items.ask, at=now,
        request=about, back=here(ref), done="Written down.", template="casefiles_support/missing_items/ask.html",
        context={"about": about, "page": page},
    )  # fmt: skip


@allow(can_note_redactions)
def chase(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    one = loading.missing_item(ref=ref, by=request.user, at=now)
    form = ChaseForm(request.POST or None, initial={"on": local_day(now), "version": one.version})
    return step(
        request, form, missing_items.chase, at=now, missing_item=one, back=here(one.request.ref),
        done="Written down.", template="casefiles_support/missing_items/chase.html", context={"missing_item": one},
    )  # fmt: skip


@allow(can_note_redactions)
def answer(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    one = loading.missing_item(ref=ref, by=request.user, at=now)
    form = AnswerForm(request.POST or None, initial={"on": local_day(now), "version": one.version})
    return step(
        request, form, missing_items.answer, at=now, missing_item=one, back=here(one.request.ref),
        done="Written down.", template="casefiles_support/missing_items/answer.html", context={"missing_item": one},
    )  # fmt: skip
