"""The demonstration's front door: sign in as one of the cast with one press. It is not there when DEBUG is off."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.models import User
from accounts.sessions import open_session_for
from common.access import allow, anyone
from desk.demo.cast import CAST


@allow(anyone)
def choose(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    if request.method == "POST":
        known = [member.username for member in CAST]
        user = get_object_or_404(User, username=request.POST.get("username", ""), username__in=known)
        response = redirect("desk:home")
        response.set_cookie(
            settings.SESSION_COOKIE_NAME, open_session_for(user, at=timezone.now()), httponly=True, samesite="Lax"
        )
        return response
    return render(request, "desk/cast.html", {"cast": CAST})
