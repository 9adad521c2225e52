"""What a person would like of a mentor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from common import answers
from common.access import allow, demand
from common.transitions import Stale
from mentoring.actions import preferences
from mentoring.forms.preferences import PreferencesForm, answers_of
from mentoring.models import Preferences
from mentoring.permissions.preferences import can_keep_preferences, can_keep_preferences_of
from people import loading


@allow(can_keep_preferences)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(can_keep_preferences_of(request.user, person))
    found = Preferences.objects.filter(person=person).first()
    form = PreferencesForm(request.POST if request.method == "POST" else None, initial=answers_of(found))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        seen = said.pop("version")
        try:
            done = answers.attempt(form, preferences.say, person=person, seen=seen, **said, by=request.user, at=now)
        except Stale as stale:
            back = reverse("people:persons-detail", args=[ref])
            return answers.conflict(request, form, stale, back=back)
        if done:
            messages.success(request, "Saved.")
            return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "mentoring/preferences/edit.html", {"form": form, "person": person})
