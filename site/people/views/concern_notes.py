"""What was done about a concern."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow
from people import loading, permissions
from people.actions import concern_notes
from people.forms.concern_notes import NoteForm


@allow(permissions.can_work_on_concerns)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    concern = loading.concern(ref=ref, by=request.user, at=now)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, concern_notes.add, concern=concern, **form.cleaned_data, by=request.user, at=now)
        if done:
            messages.success(request, "Written down.")
            return redirect("people:concerns-detail", ref=ref)
    return answers.page(request, "people/concern_notes/add.html", {"form": form, "concern": concern})
