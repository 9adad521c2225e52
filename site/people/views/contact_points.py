"""Ways to reach somebody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from common import answers
from common.access import allow, demand
from common.transitions import NotAllowed
from people import loading, permissions
from people.actions import contact_points, number_codes
from people.forms.contact_points import CheckedForm, CodeForm, ContactPointForm
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
def send_code(request: HttpRequest, ref: str, point_ref: str) -> HttpResponse:
    """The person is here, with their phone."""
    point = _point(request, ref, point_ref)
    if request.method == "POST":
        try:
            number_codes.send(point=point, by=request.user, at=timezone.now())
        except NotAllowed as no:
            context = {"ref": ref, "point": point, "reasons": no.reasons}
            return render(request, "people/contact_points/send_code.html", context, status=answers.UNPROCESSABLE)
        messages.success(request, "A code is on its way to their phone. Ask them to read it to you.")
        return redirect("people:contact_points-take_code", ref=ref, point_ref=point_ref)
    return answers.page(request, "people/contact_points/send_code.html", {"ref": ref, "point": point})


@allow(permissions.can_see_people)
def take_code(request: HttpRequest, ref: str, point_ref: str) -> HttpResponse:
    now = timezone.now()
    point = _point(request, ref, point_ref)
    form = CodeForm(request.POST or None, initial={"safe_to_use": point.safe_to_use})
    if request.method == "POST" and form.is_valid():
        typed = {"typed": form.cleaned_data["code"], "safe_to_use": form.cleaned_data["safe_to_use"]}
        right = answers.attempt(form, number_codes.take, point=point, **typed, by=request.user, at=now)
        if right:
            messages.success(request, "That is their phone. Checked today.")
            return redirect("people:persons-detail", ref=ref)
        if right is False:
            form.add_error("code", "That is not the code. Look at the phone again.")
    context = {"form": form, "ref": ref, "point": point}
    return answers.page(request, "people/contact_points/take_code.html", context)


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
