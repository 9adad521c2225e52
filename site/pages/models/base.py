"""What every public page has."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, Revision
from wagtail.search import index

from common.dates import in_full
from common.reading_age import reading_age
from pages.checking import house
from pages.gate import GatedForm
from pages.heads import head
from pages.models.reviews import Review, why_not_publish
from pages.models.translated import Translated, address_of
from pages.panels import address_panels, facts_panels
from pages.publishing import Reviewed
from pages.rules.contents import FEWEST_WORDS, Finding, House, findings, said
from pages.rules.guides import Freshness, freshness

# Of the people whom the public site is for.
READING_AGE = 11


class BasePage(Translated, Page):
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
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="who keeps it right", help_text="Whom to ask when it is due.",
    )  # fmt: skip
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="who does it when they cannot",
    )  # fmt: skip
    sensitive = models.BooleanField(
        "gives its reader away",
        default=False,
        help_text="Search engines leave it out, and a link to it shows no more than its title in the browser tab.",
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = address_panels
    facts_panels = facts_panels

    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]
    base_form_class = GatedForm
    schema_type = "WebPage"  # what it is to a search engine: a type of schema.org
    # Set by the form while it checks a draft; None when nobody is editing.
    is_draft_being_checked: bool | None = None

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

    def reading_age(self) -> int:
        """Which age its words ask for, as they stand in memory; 0 where there is no formula or there are few words."""
        text = f"{self._words()}\n{said(self._blocks())}"
        return reading_age(text) if self.oldest_reader() and len(text.split()) >= FEWEST_WORDS else 0

    def _blocks(self) -> list[Any]:
        body = getattr(self, "body", None)
        return body.get_prep_value() if body else []

    def _words(self) -> str:
        """What stands outside its blocks."""
        return "\n".join([self.title, self.seo_title, self.summary, getattr(self, "in_short", "")])

    def findings(self, known: House | None = None) -> list[Finding]:
        """What is wrong with its words, pictures and links, as it stands in memory."""
        oldest, there = self.oldest_reader(), known or house()
        return findings(blocks=self._blocks(), words=self._words(), oldest=oldest, house=there)

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
        if self.sensitive and not self.seo_title:
            raise ValidationError({"seo_title": "Give it a title in the browser tab that gives nobody away."})
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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["freshness"] = self.freshness(request.today)  # type: ignore[attr-defined]  # set by pages.middleware
        context["head"] = head(self) if self.live and self.url else None
        context["other_languages"] = self.other_languages()
        read_on = Review.objects.read_on(self)
        context["read_on"] = in_full(read_on, gettext) if read_on else ""
        return context

    def gives_away(self) -> bool:
        """Whether nobody but its reader should learn that it was read: search engines are told to leave it alone."""
        return self.sensitive

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return [{"location": self.public_address(), "lastmod": self.last_published_at}]

    def more_data(self) -> list[dict[str, Any]]:
        """What else there is to tell search engines, as JSON-LD."""
        return []

    def breadcrumbs(self) -> list[tuple[str, str]]:
        """(title, address) of each page from the front door down to this one, which is not asked for again."""
        over = self.get_ancestors().filter(depth__gt=1, live=True).order_by("depth")
        return [(page.title, address_of(page)) for page in over] + [(self.title, self.public_address())]
