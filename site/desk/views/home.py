"""Each signed-in person's first page: what is waiting, and what comes next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.access import allow, signed_in
from common.dates import LONDON
from desk import cards


@allow(signed_in)
def home(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    context = {"today": now.astimezone(LONDON), "greeting": cards.greeting(now)}
    return render(request, "desk/home.html", context | cards.for_user(request.user, now=now))
