"""Saying that one would like to mentor, keyed in by staff from paper."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from common.access import allow
from mentoring.acting import act, key_of
from mentoring.actions import interests
from mentoring.forms.applications import PaperInterestForm
from mentoring.permissions.applications import can_decide_applications


@allow(can_decide_applications)
def key_in(request: HttpRequest) -> HttpResponse:
    return act(
        request,
        PaperInterestForm(request.POST or None),
        interests.tell,
        key=key_of(request),
        at=timezone.now(),
        back=reverse("mentoring:applications-index"),
        heading="Somebody would like to mentor",
        lede="Key in a paper form, or what somebody told you. People in prison are full members on paper.",
        done="Kept. They are in the list.",
    )
