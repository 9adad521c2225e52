"""What was covered, and what is missing: noted, asked about, answered."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_after as loading
from casefiles_support.actions import redactions
from casefiles_support.forms.redactions import AnswerForm, NoteForm, NothingForm, OnForm, PutRightForm
from casefiles_support.permissions.redactions import can_note_redactions, can_see_redactions
from casefiles_support.reports.redactions import page_of
from casefiles_support.stepping import step
from common.access import allow
from common.dates import local_day

LISTED = "files.redaction.listed"


def here(ref: str) -> str:
    """Where the lists of a request are."""
    return reverse("casefiles_support:redactions-of_request", args=[ref])


@allow(can_see_redactions)
def of_request(request: HttpRequest, ref: str) -> HttpResponse:
    """Both lists, and the questions that the letter would ask."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED)
    page = page_of(about, user=request.user, on=local_day(now))
    return render(request, "casefiles_support/redactions/of_request.html", {"about": about, "page": page})


@allow(can_note_redactions)
def note(request: HttpRequest, ref: str) -> HttpResponseBase:
    """On the request of this ref."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    return step(
        request, NoteForm(request.POST or None), redactions.note, at=now, request=about, back=here(ref),
        done="Noted. We can ask why.", template="casefiles_support/redactions/note.html", context={"about": about},
    )  # fmt: skip


@allow(can_note_redactions)
def ask(request: HttpRequest, ref: str) -> HttpResponseBase:
    """A letter asked about everything on the list that nobody had asked about."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    page = page_of(about, user=request.user, on=local_day(now))
    return step(
        request, OnForm(request.POST or None, initial={"on": local_day(now)}), redactions.ask, at=now, request=about,
        back=here(ref), done="Written down.", template="casefiles_support/redactions/ask.html",
        context={"about": about, "page": page},
    )  # fmt: skip


@allow(can_note_redactions)
def let_be(request: HttpRequest, ref: str) -> HttpResponseBase:
    """They would rather not ask."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    return step(
        request, NothingForm(request.POST or None), redactions.let_be, at=now, request=about, back=here(ref),
        done="That is fine. They can ask at any time.", template="casefiles_support/redactions/let_be.html",
        context={"about": about},
    )  # fmt: skip


@allow(can_note_redactions)
def put_right(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    one = loading.redaction(ref=ref, by=request.user, at=now)
    initial = {name: getattr(one, name) for name in ("category", "pages", "reason_given", "version")}
    return step(
        request, PutRightForm(request.POST or None, initial=initial), redactions.put_right, at=now, redaction=one,
        back=here(one.request.ref), done="Put right.", template="casefiles_support/redactions/put_right.html",
        context={"redaction": one},
    )  # fmt: skip


@allow(can_note_redactions)
def answer(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    one = loading.redaction(ref=ref, by=request.user, at=now)
    form = AnswerForm(request.POST or None, initial={"on": local_day(now), "version": one.version})
    return step(
        request, form, redactions.answer, at=now, redaction=one, back=here(one.request.ref), done="Written down.",
        template="casefiles_support/redactions/answer.html", context={"redaction": one},
    )  # fmt: skip
