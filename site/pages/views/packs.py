"""A pack of guides on paper, for somebody who cannot come online. It knows nobody, and keeps nothing."""

from typing import Any

from django.db.models import Max
from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from accounts.limits import may_print
from common import answers, documents
from common.access import allow, anyone
from common.dates import local_day
from pages import alerting
from pages.forms.packs import PackForm
from pages.models import ContactPoint, GuidePage, NewsPage, StoryPage
from pages.models.news import readable
from pages.packing import guides_zip
from pages.printing import pack_pdf

# So much news is offered.
NEWEST = 5
TOO_OFTEN = "That is a lot from here. Wait a minute and ask again."
OFTEN = "That is a lot of packs from here. Wait a minute and send it again: your choices are still here."


@csrf_exempt  # it changes nothing, and its cookie would be the only one that a reader gets
@allow(anyone)
@never_cache
def make(request: HttpRequest) -> HttpResponse | FileResponse:
    sent = request.POST if request.method == "POST" else None
    form = PackForm(sent, guides=_in_every_language(), news=_news())
    if form.is_bound and form.is_valid():
        if may_print(request):
            return _made(form.cleaned_data)
        form.add_error(None, OFTEN)
    return answers.page(request, "pages/packs/make.html", {"form": form})


@require_safe
@allow(anyone)
@never_cache
def take_along(request: HttpRequest) -> HttpResponse:
    """All guides as a ZIP of pages, for a content hub."""
    if not may_print(request):
        return HttpResponse(TOO_OFTEN, status=429, content_type="text/plain")
    now, guides = timezone.now(), _guides()
    at = guides.aggregate(at=Max("last_published_at"))["at"] or now
    headers = {"Content-Disposition": 'attachment; filename="help-and-rights.zip"'}
    listed, stories = list(guides), list(_stories())
    alerts = alerting.on_paper(now, guides=listed)
    made = guides_zip(listed, at=at, alerts=alerts, stories=stories, day=local_day(now))
    return HttpResponse(made, content_type="application/zip", headers=headers)


def _in_every_language() -> Any:
    """English ones first, in the order in which the editors put them."""
    readable = GuidePage.objects.live().public().select_related("locale")
    return readable.order_by("-locale__language_code", "path")


def _news() -> Any:
    newest = list(readable(timezone.now()).values_list("pk", flat=True)[:NEWEST])
    return NewsPage.objects.filter(pk__in=newest).select_related("locale").order_by("-day", "-pk")


def _guides() -> Any:
    return _in_every_language().filter(locale=Locale.get_active())


def _stories() -> Any:
    """Those whose tellers said yes to paper and sticks."""
    return StoryPage.objects.for_paper().filter(locale=Locale.get_active()).select_related("locale")


def _made(said: dict[str, Any]) -> FileResponse:
    at = timezone.now()
    contacts = list(ContactPoint.objects.for_readers()) if said["contacts"] else []
    large = said["size"] == "large"
    chosen = [*said["guides"], *said.get("news", ())]
    alerts = alerting.on_paper(at, guides=chosen, prison=said["prison"].ref if said["prison"] else "")
    told = {"prison": said["prison"], "contacts": contacts, "stories": said.get("stories", ()), "alerts": alerts}
    made = pack_pdf(chosen, said["council"], **told, large=large, at=at)
    return documents.respond(made, name="help-and-rights", at=at)
