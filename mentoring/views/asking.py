"""Where the public forms used to stand: their addresses are on paper and in letters, and lead to where they are now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from common.access import allow, anyone

FORM, PAPER = "pages:hand_overs-send", "pages:hand_overs-paper"


@allow(anyone)
def me(request: HttpRequest) -> HttpResponse:
    return redirect(FORM, "ask", permanent=True)


@allow(anyone)
def somebody(request: HttpRequest) -> HttpResponse:
    return redirect(FORM, "refer", permanent=True)


@allow(anyone)
def paper(request: HttpRequest) -> HttpResponse:
    return redirect(PAPER, "ask", permanent=True)


@allow(anyone)
def mentor(request: HttpRequest) -> HttpResponse:
    return redirect(FORM, "mentor", permanent=True)


@allow(anyone)
def mentor_paper(request: HttpRequest) -> HttpResponse:
    return redirect(PAPER, "mentor", permanent=True)
