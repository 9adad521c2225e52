"""The programme's mentors, and the file of one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.tasks import send_invitation
from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import gates, mentors
from mentoring.filters.mentors import MentorFilter
from mentoring.forms.applications import LoginForm
from mentoring.forms.mentors import CapacityForm, SupervisorForm, TrainForm
from mentoring.models import Match, Mentor
from mentoring.permissions import checks
from mentoring.permissions.mentors import can_see_mentors
from mentoring.rules.mentors import too_many
from mentoring.tables.mentors import MentorTable, file_of


@allow(can_see_mentors)
def index(request: HttpRequest) -> HttpResponseBase:
    mentors = Mentor.objects.visible_to(request.user).with_workload().select_related("person", "team", "supervisor")
    found = listing.build(request, table=MentorTable, queryset=mentors, filterset=MentorFilter, name="mentors")
    audit.looked(verb="mentoring.mentor.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/mentors/index.html", {"listing": found})


def _page(ref: str) -> str:
    return reverse("mentoring:mentors-detail", args=[ref])


@allow(checks.can_see_checks)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything that is needed before somebody mentors, what is lacking, and until when each piece counts."""
    now = timezone.now()
    mentor = recruiting.mentor(ref=ref, by=request.user, at=now)
    people_now = Match.objects.open().filter(mentor=mentor).count()
    context = {
        "warning": too_many(people_now=people_now, capacity=mentor.capacity),
        "file": file_of(mentor, on=local_day(now)),
        "reasons": gates.why_not_active(mentor=mentor, on=local_day(now)),
        "may_do": checks.can_do_checks(request.user),
        "may_decide_dbs": checks.can_decide_dbs(request.user),
        "may_read_dbs": checks.can_read_dbs_detail(request.user),
    }
    return render(request, "mentoring/mentors/detail.html", context)


@allow(checks.can_do_checks)
def supervise(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        SupervisorForm(request.POST or None, mentor=mentor),
        mentors.supervise,
        mentor=mentor,
        at=timezone.now(),
        back=_page(ref),
        heading="Who supports this mentor?",
    )


@allow(checks.can_do_checks)
def set_capacity(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        CapacityForm(request.POST or None, initial={"capacity": mentor.capacity}),
        mentors.set_capacity,
        mentor=mentor,
        at=timezone.now(),
        back=_page(ref),
        heading="How many people do they take on?",
        lede="Ask the mentor first. Whoever they walk with now stays with them.",
    )


@allow(checks.can_do_checks)
def train(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        TrainForm(request.POST or None),
        mentors.train,
        mentor=mentor,
        at=timezone.now(),
        back=_page(ref),
        heading="They finished a module",
    )


@allow(checks.can_do_checks)
def invite_login(request: HttpRequest, ref: str) -> HttpResponse:
    """By email, or with a code on a slip that is shown this once."""
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    form = LoginForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        made = answers.attempt(
            form, mentors.invite_login, mentor=mentor, email=email, by=request.user, at=timezone.now()
        )
        if made and made[1]:
            return render(request, "accounts/invitations/slip.html", {"invitation": made[0], "code": made[1]})
        if made:
            send_invitation.enqueue(made[0].ref)
            messages.success(request, "The invitation is on its way.")
            return redirect(_page(ref))
    context = {
        "form": form, "heading": "Ask them to sign in", "button": "Invite", "back": _page(ref),
        "lede": "Only for somebody who is not in prison. With an email address the code goes only there.",
    }  # fmt: skip
    return answers.page(request, "mentoring/mentors/act.html", context)
