"""What a holder wrote or said: written down, and gone through with the person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casefiles_support import loading_letters as loading
from casefiles_support.actions import replies
from casefiles_support.forms.replies import ExplainForm, ReplyForm
from casefiles_support.permissions.letters import can_write_letters
from casefiles_support.rules.replies import KINDS
from common import answers
from common.access import allow
from common.dates import local_day
from mentoring.sending import send


@allow(can_write_letters)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """To the request of this ref. What it means, and which letter may come next, is said at once."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now)
    form = ReplyForm(request.POST or None, state=about.status, initial={"on": local_day(now)})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        reply = answers.attempt(form, replies.write_down, request=about, **told, by=request.user, at=now)
        if reply:
            messages.success(request, f"Written down. {KINDS[reply.kind].says}")
            return redirect("casefiles_support:letters-of-request", ref=ref)
    return answers.page(request, "casefiles_support/replies/add.html", {"form": form, "about": about})


@allow(can_write_letters)
def explain(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    reply = loading.reply(ref=ref, by=request.user, at=now)
    form = ExplainForm(request.POST or None, initial={"on": local_day(now)})
    if send(request, form, replies.explain, reply=reply, at=now):
        messages.success(request, "Written down.")
        return redirect("casefiles_support:letters-of-request", ref=reply.request.ref)
    context = {"form": form, "reply": reply, "kind": KINDS.get(reply.kind)}
    return answers.page(request, "casefiles_support/replies/explain.html", context)
