"""A letter on its way: on paper, in the post, and there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support import loading_letters as loading
from casefiles_support.actions import posting
from casefiles_support.forms.letters import PostForm, PrintForm, ReceiveForm, SendForm
from casefiles_support.permissions.letters import can_read_letters, can_write_letters
from casefiles_support.printing_letters import printed
from casefiles_support.rules.letter_texts import has_own_page
from common import answers, documents
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from common.transitions import Stale
from mentoring.sending import send as taken


@allow(can_write_letters)
def print_(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The letter as a PDF. Words of their own go into it and nowhere else."""
    now = timezone.now()
    letter = loading.letter(ref=ref, by=request.user, at=now)
    form = PrintForm(request.POST or None, own_page=has_own_page(letter.text))
    sent = request.method == "POST" and form.is_valid()
    if sent and answers.attempt(form, posting.print_, letter=letter, by=request.user, at=now) is not None:
        made = printed(letter, at=now, own_words=form.cleaned_data.get("unkept_words", ""))
        return documents.respond(made, name="letter", at=now)
    return answers.page(request, "casefiles_support/posting/print.html", {"form": form, "letter": letter})


@allow(can_read_letters)
def copy(request: HttpRequest, ref: str) -> HttpResponseBase:
    """To read on paper before they agree, where there is no screen. It says that it is not to be sent."""
    now = timezone.now()
    letter = loading.letter(ref=ref, by=request.user, at=now)
    if letter.status == letter.Status.VOID:
        raise Http404
    return documents.respond(printed(letter, at=now, copy=True), name="copy", at=now)


@allow(can_write_letters)
def send(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, SendForm, posting.send, "casefiles_support/posting/send.html", "It is on its way.")


@allow(can_write_letters)
def post(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, PostForm, posting.post, "casefiles_support/posting/post.html", "Written down.")


@allow(can_write_letters)
def receive(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(
        request,
        ref,
        ReceiveForm,
        posting.receive,
        "casefiles_support/posting/receive.html",
        "Written down. The days are worked out anew.",
    )


def _step(
    request: HttpRequest, ref: str, kind: type[HouseForm], action: Callable[..., Any], page: str, done: str
) -> HttpResponse:
    """One day of the letter. Somebody who was first is not written over."""
    now = timezone.now()
    letter = loading.letter(ref=ref, by=request.user, at=now)
    form = kind(request.POST or None, initial={"seen": letter.version, "on": local_day(now)})
    try:
        if taken(request, form, action, letter=letter, at=now):
            messages.success(request, done)
            return redirect("casefiles_support:letters-detail", ref=ref)
    except Stale as stale:
        return answers.conflict(request, form, stale)
    return answers.page(request, page, {"form": form, "letter": letter})
