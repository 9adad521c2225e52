"""Recording a move."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow, demand
from common.dates import local_day
from people import loading, permissions
from people.actions import locations
from people.forms.locations import MoveForm
from people.models import LocationEpisode


@allow(permissions.can_see_people)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(permissions.can_edit_person(request.user, person))
    current = LocationEpisode.objects.current().filter(person=person).first()
    form = MoveForm(request.POST or None, current=current, today=local_day(now))
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, locations.record, person=person, **form.cleaned_data, by=request.user, at=now)
        if done:
            messages.success(request, "Saved.")
            return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/locations/record.html", {"form": form, "ref": ref})
