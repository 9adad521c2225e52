"""People's pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from common import answers, listing
from common.access import allow, demand
from common.dates import local_day
from common.transitions import Stale
from people import loading, permissions, showing
from people.actions import persons
from people.filters.persons import PersonFilter
from people.forms.persons import EditPersonForm, NewPersonForm, answers_of
from people.models import Person
from people.models.persons import PersonQuerySet
from people.tables.persons import NameTable, PersonTable
from people.visibility import teams_of
from places.models import Team

NEWEST = 200


def found_by(people: PersonQuerySet, words: str) -> PersonQuerySet:
    return people.found_by(words)


@allow(permissions.can_see_people)
def index(request: HttpRequest) -> HttpResponseBase:
    full = permissions.can_list_places(request.user)
    rows = listing.build(
        request,
        table=PersonTable if full else NameTable,
        queryset=loading.people_to_list(by=request.user),
        filterset=PersonFilter if full else None,
        search=found_by,
        search_help="The start of a first name, or the whole surname, prison number or probation number.",
        name="people",
    )
    loading.listed(refs=rows.refs, verb="people.person.listed", by=request.user, at=timezone.now())
    context = {"listing": rows, "may_add": permissions.can_add_people(request.user)}
    return listing.respond(request, "people/persons/index.html", context)


@allow(permissions.can_add_people)
def add(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    teams = Team.objects.filter(pk__in=teams_of(request.user)).order_by("name")
    form = NewPersonForm(request.POST or None, teams=teams, today=local_day(now))
    if request.method == "POST" and form.is_valid():
        person = answers.attempt(form, persons.add, **form.cleaned_data, by=request.user, at=now)
        if person:
            messages.success(request, "Added. Now say where they are.")
            return redirect("people:locations-record", ref=person.ref)
    return answers.page(request, "people/persons/add.html", {"form": form})


@allow(permissions.can_see_people)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    return render(request, "people/persons/detail.html", {"shown": showing.page(person, user=request.user, at=now)})


@allow(permissions.can_see_people)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(permissions.can_edit_person(request.user, person))
    form = EditPersonForm(request.POST or None, initial=answers_of(person), today=local_day(now))
    if request.method == "POST" and form.is_valid():
        details = dict(form.cleaned_data)
        seen = details.pop("version")
        try:
            done = answers.attempt(form, persons.edit, person=person, seen=seen, **details, by=request.user, at=now)
        except Stale as stale:
            return _two_versions(request, form, stale)
        if done:
            messages.success(request, "Saved.")
            return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/persons/edit.html", {"form": form, "ref": ref})


def _two_versions(request: HttpRequest, form: EditPersonForm, stale: Stale) -> HttpResponse:
    person = stale.record
    assert isinstance(person, Person)
    back = reverse("people:persons-detail", args=[person.ref])
    return answers.conflict(request, form, stale, back=back, standing=answers_of(person))


@allow(permissions.can_see_histories)
def history(request: HttpRequest, ref: str) -> HttpResponse:
    """Who changed and who opened this person's record, newest first."""
    person = loading.person(ref=ref, by=request.user, at=timezone.now(), verb="people.person.history_opened")
    demand(permissions.can_see_history(request.user, person))
    entries = Entry.objects.filter(about_ref=person.ref).order_by("-pk")[:NEWEST]
    return render(request, "people/persons/history.html", {"entries": entries, "ref": ref, "newest": NEWEST})
