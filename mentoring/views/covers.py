"""Who looks in while a mentor is away."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from common import answers
from common.access import allow
from common.transitions import NotAllowed
from mentoring import loading_care as loading
from mentoring.actions import covers
from mentoring.forms.covers import AskForm
from mentoring.models import Mentor
from mentoring.permissions.covers import can_arrange_cover, can_see_own_cover
from mentoring.reports.leaves import covering


@allow(can_see_own_cover)
def mine(request: HttpRequest) -> HttpResponse:
    """Whom this mentor covers today, and until when."""
    found = covering(user=request.user)
    shown = [cover.match.person.ref for cover in found]
    audit.looked(verb="mentoring.cover.listed", by=request.user, at=timezone.now(), shown=shown)
    return render(request, "mentoring/covers/mine.html", {"covers": found})


@allow(can_arrange_cover)
def ask(request: HttpRequest, ref: str, match_ref: str) -> HttpResponse:
    now = timezone.now()
    leave, match = loading.leave_and_match(ref=ref, match_ref=match_ref, by=request.user, at=now)
    others = Mentor.objects.visible_to(request.user).active().exclude(pk=leave.mentor_id).select_related("person")
    form = AskForm(request.POST or None, mentors=others.order_by("person__search_name", "pk"))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["mentor"]
        if answers.attempt(form, covers.ask, leave=leave, match=match, mentor=chosen, by=request.user, at=now):
            messages.success(request, "Kept. Now ask the person whether that is all right with them.")
            return redirect("mentoring:leaves-detail", ref=leave.ref)
    return answers.page(request, "mentoring/covers/ask.html", {"form": form, "leave": leave, "match": match})


@require_POST
@allow(can_arrange_cover)
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    return _advance(request, ref, covers.agree, "Kept: they said yes.")


@require_POST
@allow(can_arrange_cover)
def refuse(request: HttpRequest, ref: str) -> HttpResponse:
    return _advance(request, ref, covers.refuse, "Kept: they would rather wait. That is all right.")


@require_POST
@allow(can_arrange_cover)
def end(request: HttpRequest, ref: str) -> HttpResponse:
    return _advance(request, ref, covers.end, "Ended. The mentor who covered sees nothing more from now on.")


def _advance(request: HttpRequest, ref: str, act: Callable[..., Any], thanks: str) -> HttpResponse:
    now = timezone.now()
    cover = loading.cover(ref=ref, by=request.user, at=now)
    try:
        act(cover=cover, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, thanks)
    return redirect("mentoring:leaves-detail", ref=cover.leave.ref)
