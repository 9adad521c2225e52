"""Ways to reach somebody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow, demand
from people import loading, permissions
from people.actions import contact_points
from people.forms.contact_points import CheckedForm, ContactPointForm
from people.models import ContactPoint


@allow(permissions.can_see_people)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(permissions.can_edit_person(request.user, person))
    form = ContactPointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, contact_points.add, person=person, **form.cleaned_data, by=request.user, at=now)
        if done:
            messages.success(request, "Added. Check it with them before anybody uses it.")
            return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/contact_points/add.html", {"form": form, "ref": ref})


@allow(permissions.can_see_people)
def verify(request: HttpRequest, ref: str, point_ref: str) -> HttpResponse:
    now = timezone.now()
    point = _point(request, ref, point_ref)
    form = CheckedForm(request.POST or None, initial={"safe_to_use": point.safe_to_use})
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, contact_points.verify, point=point, **form.cleaned_data, by=request.user, at=now)
        if not form.errors:
            messages.success(request, "Checked today.")
            return redirect("people:persons-detail", ref=ref)
    context = {"form": form, "ref": ref, "point": point}
    return answers.page(request, "people/contact_points/verify.html", context)


@allow(permissions.can_see_people)
def end(request: HttpRequest, ref: str, point_ref: str) -> HttpResponse:
    point = _point(request, ref, point_ref)
    if request.method == "POST":
        contact_points.end(point=point, by=request.user, at=timezone.now())
        messages.success(request, "Nobody will use it any more.")
        return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/contact_points/end.html", {"ref": ref, "point": point})


def _point(request: HttpRequest, ref: str, point_ref: str) -> ContactPoint:
    person = loading.person(ref=ref, by=request.user, at=timezone.now())
    demand(permissions.can_edit_person(request.user, person))
    return loading.contact_point(person=person, ref=point_ref)
