"""Applications: the pipeline, one application, and the steps that staff and applicants take."""

from django.contrib import messages
from django.db.models import DateField, Value
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from common import answers, listing
from common.access import allow, demand
from common.dates import LONDON, local_day
from common.transitions import NotAllowed
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import applications
from mentoring.filters.applications import ApplicationFilter
from mentoring.forms.applications import ApplicationForm, InviteForm, SeenForm
from mentoring.forms.drafts import answers_from, content_from
from mentoring.models import MentorApplication
from mentoring.permissions import applications as permissions
from mentoring.tables.applications import ApplicationTable, own_page, staff_page
from people.models import Person


@allow(permissions.can_see_applications)
def index(request: HttpRequest) -> HttpResponseBase:
    """Who waits for what, for how long, and whose move it is."""
    today = Value(local_day(timezone.now()), output_field=DateField())
    seen = MentorApplication.objects.visible_to(request.user).annotate(today=today)
    found = listing.build(
        request,
        table=ApplicationTable,
        queryset=seen.select_related("team", "mentor__person"),
        filterset=ApplicationFilter,
        name="applications",
    )
    audit.looked(verb="mentoring.application.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/applications/index.html", {"listing": found})


@allow(permissions.can_see_applications)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    application = recruiting.application(ref=ref, by=request.user, at=now)
    context = {
        "page": staff_page(application, now=now),
        "may_decide": permissions.can_decide_applications(request.user),
        "may_read": permissions.can_read_convictions(request.user),
        "why_not": applications.why_not_advance(application=application, at=now),
        "form": SeenForm(initial={"seen": application.status}),
        "twins": recruiting.twins_of(application, by=request.user),
    }
    return render(request, "mentoring/applications/detail.html", context)


@allow(permissions.can_read_convictions)
def convictions(request: HttpRequest, ref: str) -> HttpResponse:
    """What was told about convictions. Each reading is recorded."""
    now = timezone.now()
    application = recruiting.application(ref=ref, by=request.user, at=now)
    about = application.mentor.person if application.mentor else None
    audit.looked(
        verb="mentoring.application.convictions_read", by=request.user, at=now, subject=application, about=about
    )
    return render(request, "mentoring/applications/convictions.html", {"application": application})


@allow(permissions.can_decide_applications)
def invite(request: HttpRequest, ref: str) -> HttpResponse:
    application = recruiting.application(ref=ref, by=request.user, at=timezone.now())
    form = InviteForm(request.POST or None)
    known = None
    if request.method == "POST" and form.is_valid() and form.cleaned_data["number"]:
        known = Person.objects.visible_to(request.user).numbered(form.cleaned_data["number"]).first()
        if known is None:
            form.add_error("number", "We do not know anybody with that number. Leave it empty for somebody new.")
    return act(
        request,
        form,
        lambda number, **given: applications.invite(**given),
        application=application,
        known=known,
        at=timezone.now(),
        back=reverse("mentoring:applications-detail", args=[ref]),
        heading="Ask them to apply",
        button="Ask them",
        lede="They get a page of their own here, and may be sent the application or fill it in on paper.",
    )


@require_POST
@allow(permissions.can_decide_applications)
def advance(request: HttpRequest, ref: str) -> HttpResponse:
    """The one clear button: the next stage."""
    now = timezone.now()
    application = recruiting.application(ref=ref, by=request.user, at=now)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    try:
        applications.advance(application=application, seen=seen, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Done. On to the next step.")
    return redirect("mentoring:applications-detail", ref=ref)


@allow(permissions.can_see_own_application)
def own(request: HttpRequest) -> HttpResponse:
    """How my application goes, in plain words."""
    application = recruiting.own_application(by=request.user, at=timezone.now())
    if application is None:
        return render(request, "mentoring/applications/own.html", {"page": None})
    return render(request, "mentoring/applications/own.html", {"page": own_page(application)})


@allow(permissions.can_fill_in_applications)
def fill_in(request: HttpRequest, ref: str) -> HttpResponse:
    """The application itself: by the applicant, or keyed in from paper."""
    now = timezone.now()
    application = recruiting.own_or_seen(ref=ref, by=request.user, at=now)
    demand(permissions.can_fill_in(request.user, application))
    if application.status != MentorApplication.Status.INVITED:
        messages.info(request, "This application was sent already.")
        return redirect(_home(request, application))
    form = ApplicationForm(request.POST or None, initial=answers_from(application, form=ApplicationForm()))
    if request.method == "POST" and "draft" in request.POST:
        return _finish_later(request, application)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form,
            applications.submit,
            application=application,
            answers=form.answers(),
            referees=form.referees(),
            by=request.user,
            at=now,
        )
        if done:
            messages.success(request, "Sent. Thank you for telling us about yourself.")
            return redirect(_home(request, application))
    context = {"form": form, "application": application, "back": _home(request, application)}
    return answers.page(request, "mentoring/applications/fill_in.html", context)


def _home(request: HttpRequest, application: MentorApplication) -> str:
    if application.mentor and application.mentor.person.login_id == request.user.pk:
        return reverse("mentoring:applications-own")
    return reverse("mentoring:applications-detail", args=[application.ref])


def _finish_later(request: HttpRequest, application: MentorApplication) -> HttpResponse:
    """The button that needs no script."""
    try:
        content = content_from(request.POST)
        applications.keep(application=application, content=content, by=request.user, at=timezone.now())
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Kept. You can finish it whenever you like.")
    return redirect(_home(request, application))


@require_POST
@allow(permissions.can_fill_in_applications)
def keep(request: HttpRequest, ref: str) -> HttpResponse:
    """Called by the page as people type."""
    now = timezone.now()
    application = recruiting.own_or_seen(ref=ref, by=request.user, at=now)
    if not permissions.can_fill_in(request.user, application):
        raise Http404
    try:
        applications.keep(application=application, content=content_from(request.POST), by=request.user, at=now)
    except NotAllowed as no:
        return JsonResponse({"problem": str(no)}, status=422)
    return JsonResponse({"saved": f"{now.astimezone(LONDON):%H:%M}"})
