"""Taking a story back: by whoever has its code, without signing in, without a reason and without a cookie."""

from datetime import datetime

from django.conf import settings
from django.db import OperationalError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from accounts.limits import may_print
from common import answers, documents
from common.access import allow, anyone
from pages import unwanted
from pages.actions import story_consents
from pages.forms.stories import TakeBackForm
from pages.models.stories import STORIES
from pages.printing_stories import consent_pdf
from pages.views.packs import TOO_OFTEN

# Longer than taking one back takes: how late an answer comes says nothing about the code.
SECONDS = 1.0


@csrf_exempt  # its cookie would be the only one that a reader gets; whoever has the code is believed
@never_cache
@allow(anyone)
def take_back(request: HttpRequest) -> HttpResponse:
    """The same answer, as late, whether there is such a code or not: nobody learns who told something here."""
    now = timezone.now()
    form = TakeBackForm(request.POST if request.method == "POST" else None, now=now)
    if form.is_bound and form.is_valid():
        if unwanted.may_send(request, at=now):
            with unwanted.no_sooner_than(SECONDS):
                _take_back(form.cleaned_data["code"], now)
            return redirect("pages:stories-taken_back")
        form.add_error(None, unwanted.TOO_MANY)
    return answers.page(request, "pages/stories/take_back.html", {"form": form, **_contact()})


@require_safe
@allow(anyone)
def taken_back(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/stories/taken_back.html", {"stories": STORIES, **_contact()})


@require_safe
@never_cache
@allow(anyone)
def paper(request: HttpRequest) -> HttpResponse | FileResponse:
    """The form to say yes on, blank. Its code is new each time, and known to us once somebody types it in."""
    now = timezone.now()
    if not may_print(request):
        return HttpResponse(TOO_OFTEN, status=429, content_type="text/plain")
    made = consent_pdf(None, large="large" in request.GET, at=now)
    return documents.respond(made, name="your-story-your-yes", at=now)


def _take_back(code: str, now: datetime) -> None:
    """Whoever publishes it at this moment and whoever takes it back may wait for each other: the database then ends one
    of the two, and this one tries again.
    """
    for tries_left in (2, 1, 0):
        try:
            return story_consents.take_back_by_code(code=code, by=None, at=now)
        except OperationalError:
            if not tries_left:
                raise
    return None


def _contact() -> dict[str, object]:
    """How else we can be reached, as far as the programme has said."""
    return {
        "telephone": settings.PROGRAMME_TELEPHONE,
        "address": settings.PROGRAMME_ADDRESS,
        "email": settings.PROGRAMME_EMAIL,
    }
