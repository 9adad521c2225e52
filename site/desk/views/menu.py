"""Every page that somebody may open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.access import allow, signed_in
from desk.menu import groups_for


@allow(signed_in)
def menu(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/menu.html", {"groups": groups_for(request.user)})
