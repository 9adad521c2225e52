"""What a person allows us to share."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow, demand
from common.dates import local_day
from people import loading
from people import permissions as policy
from people.actions import permissions
from people.forms.permissions import PermissionForm


@allow(policy.can_see_people)
def give(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(policy.can_edit_person(request.user, person))
    form = PermissionForm(request.POST or None, today=local_day(now))
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, permissions.give, person=person, **form.cleaned_data, by=request.user, at=now)
        if done:
            messages.success(request, "Saved. It counts from now.")
            return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/permissions/give.html", {"form": form, "ref": ref})


@allow(policy.can_see_people)
def withdraw(request: HttpRequest, ref: str, permission_ref: str) -> HttpResponse:
    now = timezone.now()
    person = loading.person(ref=ref, by=request.user, at=now)
    demand(policy.can_edit_person(request.user, person))
    permission = loading.permission(person=person, ref=permission_ref)
    if request.method == "POST":
        permissions.withdraw(permission=permission, by=request.user, at=now)
        messages.success(request, "Taken back. It counts from now.")
        return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/permissions/withdraw.html", {"ref": ref, "permission": permission})
