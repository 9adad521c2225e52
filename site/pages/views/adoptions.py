"""Who uses a tool: told by anybody without an account, decided by editors."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from accounts.access import user_of
from common import answers, downloads
from common.access import allow, anyone
from common.dates import local_day
from common.spreadsheets import Grid
from pages import unwanted
from pages.actions import adoptions
from pages.forms.adoptions import AdoptionForm, DecisionForm
from pages.models import Adoption
from pages.permissions import can_decide_adoptions
from pages.views.tools import find

THANKS = "pages:adoptions-thanks"
TOO_OFTEN = "That is a lot from where you are. Wait a while and send it again: what you wrote is still here."
HEADINGS = (
    "Organisation", "What it is", "Tool", "Uses version", "Should have version", "Behind", "Changed", "State",
    "Told us",
)  # fmt: skip
MOST = 500


@csrf_exempt  # its cookie would be the only one that a reader gets; whatever is told waits for somebody to look
@never_cache
@allow(anyone)
def tell(request: HttpRequest, tool: str, number: str) -> HttpResponse:
    """What looks like a machine is asked once more: somebody may be behind it, and nothing is lost in silence."""
    version, now = find(tool, number), timezone.now()
    form = AdoptionForm(request.POST if request.method == "POST" else None, now=now)
    if form.is_bound and form.is_valid():
        told = {"version": version, "key": form.cleaned_data["key"], **form.said()}
        if unwanted.may_send(request, at=now) and adoptions.tell(**told, by=None, at=now):
            return redirect(THANKS)
        form.add_error(None, TOO_OFTEN)
    return answers.page(request, "pages/adoptions/tell.html", {"form": form, "version": version})


@require_safe
@allow(anyone)
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/adoptions/thanks.html")


@require_safe
@allow(can_decide_adoptions)
def index(request: HttpRequest) -> HttpResponse:
    rows = Adoption.objects.with_newest().defer("email").order_by("-told_at", "-pk")[:MOST]
    return render(request, "pages/adoptions/index.html", {"rows": rows})


@allow(can_decide_adoptions)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    now, by = timezone.now(), user_of(request)
    try:
        told = adoptions.opened(ref=ref, by=by, at=now)
    except Adoption.DoesNotExist:
        raise Http404 from None
    form = DecisionForm(request.POST if request.method == "POST" else None, status=told.status)
    if form.is_bound and form.is_valid():
        answers.attempt(form, adoptions.decide, adoption=told, step=form.cleaned_data["step"], by=by, at=now)
        if not form.errors:
            return redirect("pages:adoptions-index")
    return answers.page(request, "pages/adoptions/page.html", {"form": form, "told": told})


@require_safe
@allow(can_decide_adoptions)
def take_out(request: HttpRequest) -> StreamingHttpResponse:
    """Everybody who said that they use a tool, and who is behind. Without their email."""
    rows = Adoption.objects.with_newest().defer("email").order_by("organisation", "pk")
    lines = [
        (
            one.organisation, one.get_kind_display(), one.version.title, one.version.number,
            getattr(one, "newest", None), one.is_behind, one.get_change_display(), one.get_status_display(),
            local_day(one.told_at),
        )
        for one in rows.iterator()
    ]  # fmt: skip
    return downloads.csv_file(Grid(HEADINGS, lines), name="who-uses-our-tools", day=local_day(timezone.now()))
