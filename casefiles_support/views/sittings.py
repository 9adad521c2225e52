"""A time to read: planned, put off, begun, and ended with a check."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_parcels as loading
from casefiles_support import papers
from casefiles_support.actions import sittings
from casefiles_support.asking import PAGE, ask
from casefiles_support.forms.sittings import BeginForm, FinishForm, PlanForm, PutOffForm, SlipForm, TellWingForm
from casefiles_support.models import Supporter
from casefiles_support.permissions.sittings import can_plan_sittings
from casefiles_support.printing_sittings import slips_pdf
from casefiles_support.reports.sittings import page_of
from common import answers, documents
from common.access import allow
from common.dates import local_day


def _detail(ref: str) -> str:
    return reverse("casefiles_support:sittings-detail", args=[ref])


@allow(can_plan_sittings)
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """For the journey of this ref."""
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    page = {
        "heading": "Plan a time to read",
        "button": "Plan it",
        "lede": "Not in a hurry, and with somebody to reach that evening and on both days after.",
        "points": [
            "We book two hours or more, that end by 3pm, and not before a weekend or a bank holiday.",
            "If they want another time, it is their call: tick that, and we are there for them all the same.",
        ],
    }
    form = PlanForm(request.POST or None, covers=papers.may_cover(journey))
    back = reverse("casefiles_support:parcels-of_journey", args=[ref])
    return ask(request, form, sittings.plan, at=now, back=back, page=page, done="It is planned.", journey=journey)


@allow(can_plan_sittings)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    sitting = loading.sitting(ref=ref, by=request.user, at=now)
    page = page_of(sitting, user=request.user, on=local_day(now))
    return render(request, "casefiles_support/sittings/detail.html", {"sitting": sitting, "page": page})


@allow(can_plan_sittings)
def tell_wing(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    sitting = loading.sitting(ref=ref, by=request.user, at=now)
    page = {
        "heading": "Safer custody",
        "button": "Write it down",
        "lede": "Only if they agreed. Say no more than this:",
        "say": "They have a private appointment. Please look in on them that night and the next day.",
    }
    form = TellWingForm(request.POST or None, initial={"on": local_day(now), "version": sitting.version})
    return ask(request, form, sittings.tell_wing, at=now, back=_detail(ref), page=page, sitting=sitting)


@allow(can_plan_sittings)
def put_off(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    sitting = loading.sitting(ref=ref, by=request.user, at=now)
    page = {"heading": "Put it off", "button": "Put it off", "lede": "That is fine. Nothing is lost."}
    form = PutOffForm(request.POST or None)
    return ask(request, form, sittings.put_off, at=now, back=_detail(ref), page=page, sitting=sitting)


@allow(can_plan_sittings)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """The check at the start."""
    now = timezone.now()
    sitting = loading.sitting(ref=ref, by=request.user, at=now)
    page = {"heading": "Before you begin", "button": "Begin", "lede": "Ask, and wait for the answer."}
    form = BeginForm(request.POST or None, initial={"version": sitting.version})
    return ask(request, form, sittings.begin, at=now, back=_detail(ref), page=page, sitting=sitting)


@allow(can_plan_sittings)
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """The check at the end. Nobody of ours leaves without it."""
    now = timezone.now()
    sitting = loading.sitting(ref=ref, by=request.user, at=now)
    page = {
        "heading": "Before anybody leaves",
        "button": "We have ended",
        "lede": "Stopping early is as good an end as any. They decide what happens to the pages.",
    }
    standing = Supporter.objects.standing().filter(journey=sitting.journey)
    beside = list(standing.select_related("login", "mentor__person").order_by("pk"))
    form = FinishForm(request.POST or None, supporters=beside)
    done = "Written down. We ask how they are tomorrow, in three days, in two weeks and in six."
    return ask(request, form, sittings.finish, at=now, back=_detail(ref), page=page, done=done, sitting=sitting)


@allow(can_plan_sittings)
def slip(request: HttpRequest, ref: str) -> HttpResponseBase:
    """For the wing, on paper: a private appointment, and, if they agreed, a word to look in on them."""
    now = timezone.now()
    verb = "files.sitting.slip_printed" if request.method == "POST" else "files.sitting.opened"
    sitting = loading.sitting(ref=ref, by=request.user, at=now, verb=verb)
    form = SlipForm(request.POST or None, initial={"ring": str(request.user)})
    if request.method == "POST" and form.is_valid():
        made = slips_pdf(sitting, ring=form.cleaned_data["ring"], at=now)
        return documents.respond(made, name="slip", at=now)
    lede = "It says that there is a private appointment, and nothing else."
    page = {"heading": "A slip for the wing", "button": "Make the slip", "lede": lede}
    return answers.page(request, PAGE, {"form": form, "back": _detail(ref), **page})
