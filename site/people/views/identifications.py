"""Recording an asking, and who is to be asked again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from common import answers, listing
from common.access import allow, demand
from common.dates import local_day
from common.refs import ref_from
from people import loading, permissions
from people.actions import identifications
from people.forms.identifications import AskingForm
from people.models import IdentificationEvent
from people.tables.identifications import DueTable


@allow(permissions.can_see_people)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(permissions.can_edit_person(request.user, person))
    form = AskingForm(request.POST or None, today=local_day(now), initial={"asked_on": local_day(now)})
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = answers.attempt(form, identifications.record, person=person, key=key, **said, by=request.user, at=now)
        if done:
            messages.success(request, "Written down. Nobody is told unless they said so.")
            return redirect("people:persons-detail", ref=ref)
    context = {"form": form, "ref": ref, "key": key, "name": person.preferred_name}
    return answers.page(request, "people/identifications/record.html", context)


@allow(permissions.can_see_askings)
def index(request: HttpRequest) -> HttpResponseBase:
    """Who is to be asked again, those who have waited longest first."""
    now = timezone.now()
    due = IdentificationEvent.objects.visible_to(request.user).due(local_day(now))
    rows = listing.build(request, table=DueTable, queryset=due.select_related("person", "person__team"), name="askings")
    loading.listed(refs=rows.refs, verb="people.identification.listed", by=request.user, at=now)
    return listing.respond(request, "people/identifications/index.html", {"listing": rows})
