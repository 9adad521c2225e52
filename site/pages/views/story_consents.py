"""Who said yes to their story: listed, written down, asked again, narrowed and taken back, for editors."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import user_of
from audit import actions as audit
from common import answers, documents, listing
from common.access import allow
from common.dates import local_day
from pages.actions import story_consents
from pages.filters.story_consents import StoryConsentFilter
from pages.forms.story_consents import GiveForm, NarrowForm, RenewForm, TakeBackForThemForm
from pages.models import StoryConsent, StoryPage
from pages.permissions import can_keep_consents
from pages.printing_stories import consent_pdf
from pages.tables.story_consents import StoryConsentTable

MOST = 50
LESS, BACK = "pages/story_consents/narrow.html", "pages/story_consents/take_back.html"
PAGE = "pages:story_consents-detail"


@allow(can_keep_consents)
def index(request: HttpRequest) -> HttpResponseBase:
    now = timezone.now()
    rows = StoryConsent.objects.for_list(local_day(now))
    found = listing.build(
        request, table=StoryConsentTable, queryset=rows, filterset=StoryConsentFilter, name="stories-and-who-said-yes",
        export_rule=can_keep_consents, on_export=_taken_out, asks_reason=False,
    )  # fmt: skip
    audit.looked(verb="pages.story_consent.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(
        request,
        "pages/story_consents/index.html",
        {"listing": found, "without": StoryPage.objects.without_a_yes()[:MOST]},
    )


def _taken_out(request: HttpRequest, export: Any) -> None:
    audit.record(verb="pages.story_consent.taken_out", by=request.user, at=timezone.now(), rows=export.count)


@require_safe
@allow(can_keep_consents)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    found = _opened(request, ref)
    context = {
        "record": found,
        "events": found.events.select_related("by").order_by("-pk"),
        "pages": [
            (page, page.get_latest_revision_as_object().why_not_show())
            for page in StoryPage.objects.of_story(found.story)
        ],
    }
    return answers.page(request, "pages/story_consents/detail.html", context)


@allow(can_keep_consents)
def give(request: HttpRequest, key: Any, language: str) -> HttpResponse:
    """To the draft of a story as it stands now; where a yes stands already, that one is asked again."""
    page, now = _page(key, language), timezone.now()
    if standing := page.consent():
        return redirect("pages:story_consents-renew", standing.ref, language)
    draft = page.get_latest_revision_as_object()
    form = GiveForm(request.POST if request.method == "POST" else None, initial={"seen": draft.words()})
    if form.is_bound and form.is_valid():
        kept = answers.attempt(form, story_consents.give, page=page, **form.cleaned_data, by=user_of(request), at=now)
        if kept:
            messages.success(request, "Written down. Print the form with their code, and give it to them.")
            return redirect(PAGE, kept.ref)
        form.look_again(draft.words())
    return answers.page(request, "pages/story_consents/give.html", {"form": form, "story": draft})


@allow(can_keep_consents)
def renew(request: HttpRequest, ref: str, language: str) -> HttpResponse:
    found, now = _opened(request, ref), timezone.now()
    page = _page(found.story, language)
    draft = page.get_latest_revision_as_object()
    form = RenewForm(request.POST if request.method == "POST" else None, initial={"seen": draft.words()})
    if form.is_bound and form.is_valid():
        told = {"consent": found, "page": page, **form.cleaned_data}
        if answers.attempt(form, story_consents.renew, **told, by=user_of(request), at=now):
            messages.success(request, "Written down.")
            return redirect(PAGE, ref)
        form.look_again(draft.words())
    return answers.page(request, "pages/story_consents/renew.html", {"form": form, "story": draft, "record": found})


@allow(can_keep_consents)
def narrow(request: HttpRequest, ref: str) -> HttpResponse:
    now = {"places": (found := _opened(request, ref)).places, "pictures": found.pictures, "named": found.named}
    form = NarrowForm(request.POST if request.method == "POST" else None, initial={**now, "name": found.name})
    return _step(request, found, form, story_consents.narrow, "It holds from now on.", LESS)


@allow(can_keep_consents)
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    found = _opened(request, ref)
    form = TakeBackForThemForm(request.POST if request.method == "POST" else None)
    return _step(request, found, form, story_consents.take_back, "Taken back. Nobody reads it here.", BACK)


@require_safe
@allow(can_keep_consents)
def paper(request: HttpRequest, ref: str) -> FileResponse:
    """Their form, with what they agreed to and their code, to be given to them."""
    now = timezone.now()
    found = _opened(request, ref, verb="pages.story_consent.printed")
    made = consent_pdf(found, large="large" in request.GET, at=now)
    return documents.respond(made, name="what-you-said-yes-to", at=now)


def _step(
    request: HttpRequest, found: StoryConsent, form: Any, action: Callable[..., Any], done: str, template: str
) -> HttpResponse:
    told = form.cleaned_data if form.is_bound and form.is_valid() else None
    if told and answers.attempt(form, action, consent=found, **told, by=user_of(request), at=timezone.now()):
        messages.success(request, done)
        return redirect(PAGE, found.ref)
    return answers.page(request, template, {"form": form, "record": found})


def _opened(request: HttpRequest, ref: str, **how: str) -> StoryConsent:
    try:
        return story_consents.opened(ref=ref, by=user_of(request), at=timezone.now(), **how)
    except StoryConsent.DoesNotExist:
        raise Http404 from None


def _page(key: Any, language: str) -> StoryPage:
    found = StoryPage.objects.of_story(key).filter(locale__language_code=language).first()
    if found is None:
        raise Http404
    page: StoryPage = found
    return page
