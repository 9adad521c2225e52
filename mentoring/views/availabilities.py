"""When I have time."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow
from common.dates import local_day
from common.transitions import Stale
from mentoring import loading_care as loading
from mentoring.actions import availabilities
from mentoring.forms.availabilities import DayForm, WeekForm, first_answers
from mentoring.models import Availability, DifferentDay
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.availabilities import can_set_own_availability


@allow(can_set_own_availability)
@of_a_mentor
def edit(request: HttpRequest) -> HttpResponse:
    """The week as it usually is, and the days that are different."""
    now, mentor = timezone.now(), loading.own_mentor(by=request.user)
    week = Availability.objects.filter(mentor=mentor).first()
    first = first_answers(week.pattern, week.version) if week else first_answers([], 0)
    form = WeekForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["version"]
            availabilities.set_week(mentor=mentor, pattern=form.pattern(), seen=seen, by=request.user, at=now)
        except Stale as stale:
            newer = cast(Availability, stale.record)
            return answers.conflict(request, form, stale, standing=first_answers(newer.pattern, newer.version))
        messages.success(request, "Thank you. Whoever plans with you can see it.")
        return redirect("mentoring:availabilities-edit")
    days = DifferentDay.objects.filter(mentor=mentor, day__gte=local_day(now)).order_by("day")
    return answers.page(request, "mentoring/availabilities/edit.html", {"form": form, "days": days})


@allow(can_set_own_availability)
@of_a_mentor
def add_day(request: HttpRequest) -> HttpResponse:
    form, mentor = DayForm(request.POST or None), loading.own_mentor(by=request.user)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, availabilities.add_day, mentor=mentor, by=request.user, at=timezone.now(), **form.cleaned_data
        )
        if done:
            messages.success(request, "Kept.")
            return redirect("mentoring:availabilities-edit")
    return answers.page(request, "mentoring/availabilities/add_day.html", {"form": form})


@require_POST
@allow(can_set_own_availability)
@of_a_mentor
def remove_day(request: HttpRequest, ref: str) -> HttpResponse:
    own = loading.own_mentor(by=request.user)
    mine = DifferentDay.objects.filter(mentor=own).select_related("mentor__person")
    availabilities.remove_day(different=loading.one(mine, ref), by=request.user, at=timezone.now())
    messages.success(request, "That day is like the others again.")
    return redirect("mentoring:availabilities-edit")
