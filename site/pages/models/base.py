"""What every public page has."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, Revision
from wagtail.search import index

from pages.checking import house
from pages.gate import GatedForm
from pages.models.reviews import why_not_publish
from pages.publishing import Reviewed
from pages.rules.contents import Finding, House, findings
from pages.rules.guides import Freshness, freshness

# Of the people whom the public site is for.
READING_AGE = 11


class BasePage(Page):
    """A page with a summary and a day on which somebody last checked its facts.

    A draft may be half empty. `missing()` names what stands between a page and its readers.
    """

    summary = models.TextField(
        max_length=300, help_text="One or two short sentences. They stand under the title and in search results."
    )
    checked_on = models.DateField(null=True, blank=True, help_text="The day on which somebody last checked the facts.")
    review_by = models.DateField(
        null=True, blank=True, help_text="When to check them again. After this day the page says so."
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel(
                    "seo_title",
                    heading="Title in the browser tab",
                    help_text="Somebody may be looking over a shoulder: choose words that give nobody away.",
                ),
            ],
            heading="Address and tab",
        )
    ]
    facts_panels = [
        MultiFieldPanel([FieldPanel("checked_on"), FieldPanel("review_by")], heading="How fresh the facts are")
    ]

    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]
    base_form_class = GatedForm
    # Set by the form while it checks a draft; None when nobody is editing.
    is_draft_being_checked: bool | None = None
    # Filled when the page is served; a preview does without.
    versions: dict[str, Page] = {}

    class Meta:
        abstract = True

    @property
    def tab_title(self) -> str:
        return self.seo_title or self.title

    def freshness(self, today: date) -> Freshness:
        return freshness(checked_on=self.checked_on, review_by=self.review_by, today=today, say=gettext)

    def missing(self) -> dict[str, str]:
        """Field name to a sentence, for everything that must be there before the page is published."""
        return {}

    def parts(self) -> Sequence[Any]:
        """Other pages whose words go out with this one."""
        return []

    def oldest_reader(self) -> int:
        """The reading age that it may ask for; 0 where there is no formula, as for Welsh."""
        return READING_AGE if str(self.locale.language_code) == settings.LANGUAGE_CODE else 0

    def findings(self, known: House | None = None) -> list[Finding]:
        """What is wrong with its words, pictures and links, as it stands in memory."""
        body = getattr(self, "body", None)
        words = "\n".join([self.title, self.seo_title, self.summary, getattr(self, "in_short", "")])
        blocks = body.get_prep_value() if body else []
        return findings(blocks=blocks, words=words, oldest=self.oldest_reader(), house=known or house())

    def findings_in(self, revision: Revision) -> list[Finding]:
        """All that stands between a draft and its readers."""
        draft = revision.as_object()
        return [Finding(sentence) for sentence in draft.missing().values()] + draft.findings()

    def permissions_for_user(self, user: Any) -> Reviewed:
        return Reviewed(user, self)

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Whether it may go out is decided by its review, which `clean` asks, and not by who takes the last step."""
        return super().publish(revision, user=user, **{**kwargs, "skip_permission_checks": True})

    def clean(self) -> None:
        super().clean()
        if self.checked_on and self.review_by and self.review_by <= self.checked_on:
            raise ValidationError(
                {"review_by": "This must be a later day than the one on which the facts were checked."}
            )
        for_readers = self.live if self.is_draft_being_checked is None else not self.is_draft_being_checked
        if for_readers and (missing := self.missing()):
            raise ValidationError(missing)
        if for_readers and (found := self.findings()):
            raise ValidationError([finding.sentence for finding in found])
        if for_readers and self.is_draft_being_checked is None:
            self._ask_its_review()

    def _ask_its_review(self) -> None:
        """Whoever publishes, and by whichever way: Wagtail saves a live page with the revision that goes live."""
        if self._state.adding:
            if self.owner_id and not self.alias_of_id:
                raise ValidationError("A page that somebody makes begins as a draft.")
            return
        now = Page.objects.filter(pk=self.pk).values_list("live_revision", flat=True).first()
        goes_live = self.live_revision if self.live_revision_id != now else None
        if goes_live and (reasons := why_not_publish(self, goes_live)):
            raise ValidationError(reasons)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.to_its_own_address() or super().serve(request, *args, **kwargs)

    def to_its_own_address(self) -> HttpResponse | None:
        """Each language has its own addresses: an English page asked for under /cy/ sends the reader to its own."""
        self.versions = self.live_versions()
        return redirect(self.url) if get_language() != self.language_code else None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["freshness"] = self.freshness(request.today)  # type: ignore[attr-defined]  # set by pages.middleware
        context["other_languages"] = self.other_languages()
        return context

    def live_versions(self) -> dict[str, Page]:
        """This page in each language in which readers can have it, by language code: one query for all of them."""
        same = Page.objects.filter(translation_key=self.translation_key, live=True).select_related("locale")
        return {page.locale.language_code: page for page in same}

    @property
    def language_code(self) -> str:
        for code, page in self.versions.items():
            if page.locale_id == self.locale_id:
                return code
        return str(self.locale.language_code)

    def other_languages(self) -> list[dict[str, str]]:
        """Where else to read this page: {"code", "name", "address"} for each language but its own."""
        others = (page for page in self.versions.values() if page.pk != self.pk and not page.get_view_restrictions())
        names = dict(settings.LANGUAGES)
        codes = ((page.locale.language_code, page) for page in others)
        return [{"code": code, "name": names.get(code, code), "address": _address(page)} for code, page in codes]

    def public_address(self) -> str:
        return _address(self)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return [{"location": self.public_address(), "lastmod": self.last_published_at}]


def _address(page: Page) -> str:
    """The page's full address, from the setting and not from whatever host name the visitor used."""
    return f"{settings.PUBLIC_BASE_URL}{page.url}"
