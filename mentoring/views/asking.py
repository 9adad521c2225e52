"""The public door to the programme. Whoever asks gets the same answer, whether we know them or not."""

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.limits import may_ask
from common import answers, documents
from common.access import allow, anyone
from common.dates import local_day
from mentoring import printing
from mentoring.actions import referrals
from mentoring.forms.asking import AskForForm, AskForm, PublicForm
from mentoring.models import PaperSheet

TOO_MANY = "Too many forms have come from where you are. Wait an hour, or ring us."


@allow(anyone)
def me(request: HttpRequest) -> HttpResponse:
    return _ask(request, AskForm, "mentoring/asking/me.html")


@allow(anyone)
def somebody(request: HttpRequest) -> HttpResponse:
    return _ask(request, AskForForm, "mentoring/asking/somebody.html")


@allow(anyone)
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "mentoring/asking/thanks.html")


@allow(anyone)
def paper(request: HttpRequest) -> FileResponse:
    """The same on paper, for whoever may have no screen: blank, and without a code."""
    now = timezone.now()
    return documents.respond(
        printing.public_pdf(PaperSheet.Kind.REFERRAL, large="large" in request.GET, day=local_day(now)),
        name="ask-for-somebody-alongside",
        at=now,
    )


def _ask(request: HttpRequest, form_class: type[PublicForm], template: str) -> HttpResponse:
    now = timezone.now()
    form: Any = form_class(request.POST if request.method == "POST" else None, now=now, today=local_day(now))
    if request.method == "POST" and form.is_a_machine:
        return redirect("mentoring:asking-thanks")
    if request.method == "POST" and not may_ask(request):
        form.add_error(None, TOO_MANY)
    elif request.method == "POST" and form.is_valid():
        said = {"details": form.details(), "agreed": form.agreed(), "key": form.cleaned_data["key"]}
        if answers.attempt(form, referrals.ask, **said, by=None, at=now):
            return redirect("mentoring:asking-thanks")
    return answers.page(request, template, {"form": form})
