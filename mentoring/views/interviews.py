"""The talk with somebody who wants to mentor."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from common.access import allow
from mentoring import recruiting
from mentoring.acting import act, key_of
from mentoring.actions import interviews
from mentoring.forms.interviews import InterviewForm
from mentoring.permissions.checks import can_do_checks


@allow(can_do_checks)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        InterviewForm(request.POST or None),
        interviews.record,
        mentor=mentor,
        key=key_of(request),
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[ref]),
        heading="Write down the talk",
    )
