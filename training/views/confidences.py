"""Six weeks later: how sure somebody is now, and what they did differently."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow
from training import loading
from training.actions import confidences
from training.forms.learning import LaterForm
from training.models import Confidence
from training.permissions.learning import can_learn
from training.rules import confidences as rules
from training.rules.reflections import TOLD


@allow(can_learn)
def later(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    held = loading.progress(ref=ref, by=request.user)
    answered = held.confidences.filter(moment=Confidence.Moment.LATER).exists()
    if not rules.is_due(finished=held.finished_at, answered=answered, at=now):
        return redirect("training:progress-detail", ref=ref)
    form = LaterForm(rules.asked(held.version.plain, Confidence.Moment.LATER), data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {"sure": form.sure, "differently": form.cleaned_data["differently"]}
        told = answers.attempt(form, confidences.say_later, progress=held, **said, by=request.user, at=now)
        if told is not None:
            messages.success(request, TOLD if told else "Thank you. This is how we learn what helps.")
            return redirect("training:progress-detail", ref=ref)
    return answers.page(request, "training/confidences/later.html", {"form": form, "progress": held})
