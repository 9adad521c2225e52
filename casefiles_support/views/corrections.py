"""Having something put right, and a page in their own words that is printed and not kept."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casefiles_support import loading_after as loading
from casefiles_support.actions import corrections
from casefiles_support.forms.corrections import AnswerForm, BeginForm, StatementForm, StepForm
from casefiles_support.permissions.corrections import can_keep_corrections, can_see_corrections
from casefiles_support.printing_statements import statement_pdf
from casefiles_support.reports.corrections import items_of
from casefiles_support.rules.corrections import CHOICES, why_not_begin
from casefiles_support.stepping import step
from common import answers, documents
from common.access import allow
from common.dates import local_day

LISTED = "files.correction.listed"


def here(ref: str) -> str:
    """Where what is to be put right with one holder is."""
    return reverse("casefiles_support:corrections-of_request", args=[ref])


@allow(can_see_corrections)
def of_request(request: HttpRequest, ref: str) -> HttpResponse:
    """All that they may choose, and what they chose."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED)
    keeps = can_keep_corrections(request.user) and about.journey.person.login_id != request.user.pk
    context = {
        "about": about,
        "items": items_of(about, user=request.user, on=local_day(now)),
        "choices": CHOICES,
        "may_begin": keeps and about.journey.status != "closed" and not why_not_begin(state=about.status),
    }
    return render(request, "casefiles_support/corrections/of_request.html", context)


@allow(can_keep_corrections)
def begin(request: HttpRequest, ref: str) -> HttpResponseBase:
    """With the holder of the request of this ref."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    return step(
        request, BeginForm(request.POST or None), corrections.begin, at=now, request=about, back=here(ref),
        done="Begun. There is a letter for it, and a page for their own words.",
        template="casefiles_support/corrections/begin.html", context={"about": about, "choices": CHOICES},
    )  # fmt: skip


@allow(can_keep_corrections)
def send(request: HttpRequest, ref: str) -> HttpResponseBase:
    return _step(request, ref, StepForm, corrections.send, "casefiles_support/corrections/send.html")


@allow(can_keep_corrections)
def receive(request: HttpRequest, ref: str) -> HttpResponseBase:
    return _step(request, ref, StepForm, corrections.receive, "casefiles_support/corrections/receive.html")


@allow(can_keep_corrections)
def answer(request: HttpRequest, ref: str) -> HttpResponseBase:
    return _step(request, ref, AnswerForm, corrections.answer, "casefiles_support/corrections/answer.html")


@sensitive_post_parameters("unkept_words")
@allow(can_see_corrections)
def statement(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Typed on a screen that others use too: the answer is the page itself, and nothing of it stays here."""
    now = timezone.now()
    one = loading.correction(ref=ref, by=request.user, at=now, kept=False)
    form = StatementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words, large = form.cleaned_data["unkept_words"], form.cleaned_data["large_print"]
        made = statement_pdf(words, person=one.request.journey.person, reference=one.request.ref, large=large, at=now)
        corrections.note_statement(correction=one, by=request.user, at=now)
        return documents.respond(made, name="page", at=now)
    context = {"form": form, "correction": one, "back": here(one.request.ref)}
    return answers.page(request, "casefiles_support/corrections/statement.html", context)


def _step(
    request: HttpRequest, ref: str, kind: Callable[..., BaseForm], action: Callable[..., Any], template: str
) -> HttpResponseBase:
    now = timezone.now()
    one = loading.correction(ref=ref, by=request.user, at=now)
    form = kind(request.POST or None, initial={"on": local_day(now), "version": one.version})
    return step(
        request, form, action, at=now, correction=one, back=here(one.request.ref), done="Written down.",
        template=template, context={"correction": one},
    )  # fmt: skip
