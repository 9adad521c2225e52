"""Everything that the person may choose, at any time; and on paper."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from casefiles_support import loading
from casefiles_support.actions import choices
from casefiles_support.forms.choices import ChooseForm, TakeBackForm
from casefiles_support.models import Choice, Journey, Topic
from casefiles_support.parts_choices import part_of
from casefiles_support.permissions.journeys import can_decide
from common import answers
from common.access import allow
from common.dates import local_day
from mentoring.sending import send


@allow(can_decide)
def index(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    context = {"journey": journey, "part": part_of(journey, request.user, local_day(now))}
    return render(request, "casefiles_support/choices/index.html", context)


@allow(can_decide)
def print_(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    today = local_day(now)
    context = {"journey": journey, "part": part_of(journey, request.user, today), "today": today}
    return render(request, "casefiles_support/choices/print.html", context)


@allow(can_decide)
def choose(request: HttpRequest, ref: str, topic: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    form = ChooseForm(request.POST or None, topic=_known(topic), initial=_now(journey, topic))
    if send(request, form, choices.choose, journey=journey, topic=topic, at=now):
        messages.success(request, "Written down. You can change your mind.")
        return redirect("casefiles_support:choices-index", ref=ref)
    return answers.page(request, "casefiles_support/choices/choose.html", {"form": form, "journey": journey})


@require_POST
@allow(can_decide)
def take_back(request: HttpRequest, ref: str, topic: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    form = TakeBackForm(request.POST)
    if send(request, form, choices.take_back, journey=journey, topic=_known(topic), at=now):
        messages.success(request, "Taken back.")
    return redirect("casefiles_support:choices-index", ref=ref)


def _known(topic: str) -> str:
    if topic not in Topic.values:
        raise Http404
    return topic


def _now(journey: Journey, topic: str) -> dict[str, str]:
    chosen = Choice.objects.standing(journey).get(topic)
    return {"value": chosen.value, "words": chosen.words} if chosen else {}
