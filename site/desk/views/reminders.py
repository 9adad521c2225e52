"""Every text that people may get, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.access import allow
from desk.permissions import can_see_reminders
from desk.wordings import EMAILS, wordings


@allow(can_see_reminders)
def every(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/reminders.html", {"wordings": wordings(), "emails": EMAILS})
