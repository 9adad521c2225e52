"""The letters of a request: which may be written, and each from its first words to the day when it came."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from casefiles_support import loading_letters as loading
from casefiles_support.actions import letters
from casefiles_support.addresses import to_holder
from casefiles_support.forms.letters import AgreeForm, CheckForm, DraftForm, VoidForm
from casefiles_support.permissions.letters import can_check_addresses, can_read_letters, can_write_letters
from casefiles_support.reports.letters import first_answers, letter_page, request_page, what_would_help
from casefiles_support.rules.letter_texts import load
from casefiles_support.rules.letters import LETTERS, edition
from casefiles_support.tables.letters import CheckTable
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring.sending import send


@allow(can_read_letters)
def of_request(request: HttpRequest, ref: str) -> HttpResponse:
    """What was written and what came, and which letters may be written now."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now)
    page = request_page(about, user=request.user, on=local_day(now))
    return render(request, "casefiles_support/letters/of_request.html", {"about": about, "page": page})


@allow(can_write_letters)
def write(request: HttpRequest, ref: str, code: str) -> HttpResponse:
    """A letter of the request of this ref."""
    if code not in LETTERS:
        raise Http404
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now)
    form = DraftForm(request.POST or None, code=code, initial=first_answers(about, on=local_day(now)))
    if request.method == "POST" and form.is_valid():
        made = answers.attempt(form, letters.draft, request=about, code=code, **form.answers, by=request.user, at=now)
        if made:
            messages.success(request, "Here it is. Read it with them, every word, before anything else.")
            typed = form.answers["typed"]
            for words in what_would_help(about, letter=made, typed=typed, on=local_day(now)):
                messages.info(request, words)
            return redirect("casefiles_support:letters-detail", ref=made.ref)
    text = load(code, "en", edition(code, local_day(now)).version)
    context = {"form": form, "about": about, "text": text}
    return answers.page(request, "casefiles_support/letters/write.html", context)


@allow(can_read_letters)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    letter = loading.letter(ref=ref, by=request.user, at=now)
    page = letter_page(letter, user=request.user)
    return render(request, "casefiles_support/letters/detail.html", {"letter": letter, "page": page})


@allow(can_write_letters)
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    """They agreed to these words, and to no others."""
    now = timezone.now()
    letter = loading.letter(ref=ref, by=request.user, at=now)
    form = AgreeForm(request.POST or None, initial={"seen": letter.sha256, "on": local_day(now)})
    if send(request, form, letters.agree, letter=letter, at=now):
        messages.success(request, "They agreed to it. Somebody else checks the address now.")
        return redirect("casefiles_support:letters-detail", ref=ref)
    context = {"form": form, "letter": letter, "page": letter_page(letter, user=request.user)}
    return answers.page(request, "casefiles_support/letters/agree.html", context)


@allow(can_check_addresses)
def checks(request: HttpRequest) -> HttpResponseBase:
    """Letters of others in the team whose address waits for a second look. It names nobody."""
    waiting = listing.build(request, table=CheckTable, queryset=loading.to_check(request.user), name="checks")
    return listing.respond(request, "casefiles_support/letters/checks.html", {"listing": waiting})


@allow(can_check_addresses)
def check(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    letter = loading.letter_to_check(ref=ref, by=request.user, at=now)
    form = CheckForm(request.POST or None)
    sent = request.method == "POST" and form.is_valid()
    if sent and answers.attempt(form, letters.check, letter=letter, by=request.user, at=now) is not None:
        messages.success(request, "Thank you. The letter can be printed.")
        return redirect("casefiles_support:letters-checks")
    holder: Any = letter.request and letter.request.holder
    context = {"form": form, "letter": letter, "holder": holder, "directory": to_holder(holder, letter.language)}
    return answers.page(request, "casefiles_support/letters/check.html", context)


@allow(can_write_letters)
def void(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    letter = loading.letter(ref=ref, by=request.user, at=now)
    form = VoidForm(request.POST or None)
    if request.method == "POST":
        try:
            letters.void(letter=letter, by=request.user, at=now)
            messages.success(request, "It was taken back, and is not used.")
        except NotAllowed as refusal:
            messages.warning(request, " ".join(refusal.reasons))
        return redirect("casefiles_support:letters-detail", ref=ref)
    return answers.page(request, "casefiles_support/letters/void.html", {"form": form, "letter": letter})
