"""Meeting again and again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow
from common.forms import HouseForm
from mentoring.actions import repeats
from mentoring.models import Repeat
from mentoring.permissions.meetings import can_plan_meetings


@allow(can_plan_meetings)
def stop(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then make no more meetings of it."""
    visible = Repeat.objects.visible_to(request.user).select_related("match__person", "group")
    repeat = visible.filter(ref=ref).first()
    if repeat is None:
        raise Http404
    form = HouseForm(request.POST if request.method == "POST" else None)
    done = None
    if form.is_valid():
        done = answers.attempt(form, repeats.stop, repeat=repeat, by=request.user, at=timezone.now())
    if done:
        messages.success(request, "Stopped. What was already logged, moved or called off stays.")
        return redirect("mentoring:calendar-index")
    return answers.page(request, "mentoring/repeats/stop.html", {"repeat": repeat, "form": form})
