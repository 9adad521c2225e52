"""Saying that one would like to mentor: on the public page, or keyed in by staff from paper."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from common import answers, documents
from common.access import allow, anyone
from common.dates import local_day
from mentoring import printing, unwanted
from mentoring.acting import act, key_of
from mentoring.actions import interests
from mentoring.forms.applications import PaperInterestForm, PublicInterestForm
from mentoring.models import PaperSheet
from mentoring.permissions.applications import can_decide_applications


@allow(anyone)
def tell(request: HttpRequest) -> HttpResponse:
    """Open to everybody, and answers everybody alike: a machine that filled it in learns nothing."""
    now = timezone.now()
    form = PublicInterestForm(request.POST or None, initial={"opened": unwanted.stamp(now)})
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        trap, open_for = said.pop("website"), unwanted.seconds_since(said.pop("opened"), at=now)
        if trap or open_for is None:
            return redirect("mentoring:interests-thanks")
        if open_for < unwanted.QUICKEST:
            form.add_error(None, unwanted.ONCE_MORE)
        elif not unwanted.may_tell(request):
            form.add_error(None, unwanted.TOO_MANY)
        elif answers.attempt(form, interests.tell, **said, key=key_of(request), by=None, at=now):
            return redirect("mentoring:interests-thanks")
    context = {"form": form, "key": key_of(request)}
    return answers.page(request, "mentoring/interests/tell.html", context)


@allow(anyone)
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "mentoring/interests/thanks.html")


@allow(anyone)
def paper(request: HttpRequest) -> FileResponse:
    """The same on paper: blank, and without a code."""
    now = timezone.now()
    return documents.respond(
        printing.public_pdf(PaperSheet.Kind.INTEREST, large="large" in request.GET, day=local_day(now)),
        name="become-a-peer-mentor",
        at=now,
    )


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
