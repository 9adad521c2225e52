"""Keeping what people type, and giving it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from common.access import allow
from common.dates import LONDON
from common.transitions import NotAllowed
from mentoring.actions import drafts
from mentoring.forms.drafts import content_from
from mentoring.models import Draft
from mentoring.permissions.sessions import can_log_sessions


@require_POST
@allow(can_log_sessions)
def save(request: HttpRequest, ref: str) -> HttpResponse:
    """Called by the page as people type. Answers with the time, to be shown; or 422 and a sentence."""
    now = timezone.now()
    try:
        drafts.save(ref=ref, content=content_from(request.POST), by=request.user, at=now)
    except NotAllowed as no:
        return JsonResponse({"problem": str(no)}, status=422)
    return JsonResponse({"saved": f"{now.astimezone(LONDON):%H:%M}"})


def finish_later(request: HttpRequest, ref: str) -> HttpResponse:
    """The button that needs no script."""
    try:
        drafts.save(ref=ref, content=content_from(request.POST), by=request.user, at=timezone.now())
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Kept. You can finish it whenever you like.")
    return redirect("desk:home")


@allow(can_log_sessions)
def discard(request: HttpRequest, ref: str) -> HttpResponse:
    draft = get_object_or_404(Draft.objects.of(request.user), ref=ref)
    if request.method == "POST":
        drafts.discard(draft=draft, by=request.user, at=timezone.now())
        messages.success(request, "Gone.")
        return redirect("desk:home")
    return render(request, "mentoring/drafts/discard.html", {"draft": draft})
