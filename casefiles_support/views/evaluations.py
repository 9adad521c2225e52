"""Looking back at how it was with one holder."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_after as loading
from casefiles_support.actions import evaluations
from casefiles_support.forms.evaluations import LookBackForm
from casefiles_support.models import Evaluation
from casefiles_support.parts_evaluations import part_of
from casefiles_support.permissions.evaluations import can_look_back
from casefiles_support.rules.evaluations import in_words
from casefiles_support.stepping import step
from common.access import allow
from common.dates import local_day

OPENED = "files.evaluation.opened"


@allow(can_look_back)
def of_journey(request: HttpRequest, ref: str) -> HttpResponse:
    """All that may come after an answer, for each holder."""
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now, verb=OPENED)
    part = part_of(journey, request.user, local_day(now))
    return render(request, "casefiles_support/evaluations/of_journey.html", {"journey": journey, "part": part})


@allow(can_look_back)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    """What was said about the holder of the request of this ref."""
    about = loading.request(ref=ref, by=request.user, at=timezone.now(), verb=OPENED)
    said = Evaluation.objects.filter(request=about).first()
    if said is None:
        raise Http404
    facts = [
        ("Did they offer any support?", said.get_holder_offered_support_display()),
        ("Did they explain what was covered?", said.get_holder_explained_display()),
        ("Did they say how it was going?", said.get_kept_informed_display()),
    ]
    context = {"about": about, "said": said, "facts": facts}
    context |= {"helped": in_words(said.helped), "hurt": in_words(said.hurt)}
    return render(request, "casefiles_support/evaluations/detail.html", context)


@allow(can_look_back)
def look_back(request: HttpRequest, ref: str) -> HttpResponseBase:
    """At the holder of the request of this ref."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=OPENED)
    form = LookBackForm(request.POST or None, initial={"on": local_day(now)})
    return step(
        request, form, evaluations.look_back, at=now, request=about, done="Thank you.",
        back=reverse("casefiles_support:evaluations-detail", args=[ref]),
        template="casefiles_support/evaluations/look_back.html", context={"about": about},
    )  # fmt: skip
