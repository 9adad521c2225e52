"""Risk assessments: written by one, signed by another."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from common import answers
from common.access import allow
from mentoring import recruiting
from mentoring.acting import act, key_of
from mentoring.actions import risk_assessments
from mentoring.forms.decisions import ConfirmForm
from mentoring.forms.risk_assessments import RiskForm
from mentoring.permissions.checks import can_see_checks


@allow(can_see_checks)
def write(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        RiskForm(request.POST or None),
        risk_assessments.write,
        mentor=mentor,
        key=key_of(request),
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[ref]),
        heading="Write a risk assessment",
        button="Sign it",
        lede="You sign it first. Somebody else signs it second; only then does it count.",
    )


@allow(can_see_checks)
def sign(request: HttpRequest, ref: str) -> HttpResponse:
    """Read it, and sign second."""
    now = timezone.now()
    assessment = recruiting.risk_assessment(ref=ref, by=request.user, at=now)
    back = reverse("mentoring:mentors-detail", args=[assessment.mentor.ref])
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return act(
            request,
            form,
            risk_assessments.sign,
            assessment=assessment,
            at=timezone.now(),
            back=back,
            heading="Read and sign",
            button="Sign it",
            done="Signed by two. It counts from now on.",
        )
    context = {"form": form, "assessment": assessment, "back": back}
    return answers.page(request, "mentoring/risk_assessments/sign.html", context)
