"""Stories of people who lived them. Each is shown while whoever told it says yes, and not a day longer."""

from typing import Any

from django.core.paginator import Paginator
from django.db import connection, models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from pages import helplines
from pages.models.base import BasePage
from pages.models.story_consents import StoryConsent
from pages.rules.editions import fingerprint
from pages.rules.story_consents import why_not_show
from pages.rules.topics import TOPICS
from pages.story_blocks import StoryBody

AT_A_TIME = 12
# A story may be taken back: no copy of it is shown again without asking us, neither by us nor by a browser.
NOT_KEPT = "no-cache"
# Where they stand on the site that we ship.
STORIES, TELLING = "/stories/", "/telling-your-story/"
# Whom to ring at any hour, by the key of the contact point.
LISTENS = "samaritans"


class StoryQuerySet(PageQuerySet):
    def for_readers(self) -> "StoryQuerySet":
        """Live ones of which whoever told them says yes, newest first, each with the `byline` that they chose."""
        said = StoryConsent.objects.standing().filter(story=models.OuterRef("translation_key"), on_site=True)
        found = self.filter(live=True, view_restrictions=None).annotate(byline=models.Subquery(said.values("name")[:1]))
        return found.filter(models.Exists(said)).order_by("-first_published_at", "-pk")

    def of_story(self, story: Any) -> "StoryQuerySet":
        """Its pages, one for each language, whether anybody may read them or not."""
        return self.filter(translation_key=story).select_related("locale").order_by("pk")

    def without_a_yes(self) -> "StoryQuerySet":
        said = StoryConsent.objects.standing().filter(story=models.OuterRef("translation_key"))
        return self.exclude(models.Exists(said)).select_related("locale").order_by("draft_title", "pk")

    def for_paper(self) -> "StoryQuerySet":
        allowed = StoryConsent.objects.standing().filter(in_packs=True)
        return self.for_readers().filter(translation_key__in=allowed.values("story"))


class StoryIndexPage(BasePage):
    template = "pages/stories/list.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StoryPage"]

    class Meta:
        verbose_name = "list of stories"
        verbose_name_plural = "lists of stories"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        response["Cache-Control"] = NOT_KEPT
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        below = models.Q(path__startswith=self.path) if self.pk else models.Q(pk__in=[])
        stories = StoryPage.objects.filter(below).for_readers().select_related("locale")
        shown = Paginator(stories, AT_A_TIME).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"stories": shown, "telling": TELLING}


class StoryPage(BasePage):
    """Its words are theirs: no reading age is asked of them."""

    talks_about = models.CharField(
        "this story talks about",
        max_length=200,
        blank=True,
        help_text="What may be hard to read, such as: prison, and losing a brother. It stands before the story.",
    )
    topic = models.CharField("what it is about", max_length=10, choices=TOPICS, blank=True)
    body = StreamField(StoryBody(), blank=True)
    is_made_up = models.BooleanField(default=False, editable=False)

    objects = PageManager.from_queryset(StoryQuerySet)()

    template = "pages/stories/read.html"
    parent_page_types = ["pages.StoryIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("talks_about"),
        FieldPanel("topic"),
        MultiFieldPanel([FieldPanel("body")], heading="The story, in their words"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    schema_type = "Article"

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"

    @classmethod
    def get_indexed_objects(cls) -> Any:
        """Only what readers may have stands in the search index, so that nothing has to be found and taken out."""
        return super().get_indexed_objects().filter(live=True)

    def words(self) -> str:
        """A fingerprint of all that is read in it, and of which pictures go with it."""
        blocks = self.body.get_prep_value()
        told = [self.title, self.summary, self.talks_about, *map(str, sorted(self.picture_ids()))]
        return fingerprint(words=told, blocks=blocks)

    def picture_ids(self) -> set[int]:
        return {block.value.pk for block in self.body if block.block_type == "picture" and block.value}

    def consent(self) -> StoryConsent | None:
        return StoryConsent.objects.standing().of(self).defer("reach", "code").first()

    def missing(self) -> dict[str, str]:
        needed = {
            "talks_about": (
                self.talks_about,
                "Say what this story talks about, for those who would rather not read it.",
            ),
            "topic": (self.topic, "Say what it is about."),
            "body": (self.body, "Write the story before you publish it."),
        }
        found = {field: sentence for field, (value, sentence) in needed.items() if not value}
        return found | ({"title": " ".join(reasons)} if (reasons := self.why_not_show()) else {})

    def why_not_show(self) -> list[str]:
        """What their yes does not cover, of the story as it stands in memory."""
        consent = self.consent()
        return why_not_show(
            consent.agreed if consent else None, language=str(self.locale.language_code), words=self.words(),
            has_pictures=bool(self.picture_ids()),
        )  # fmt: skip

    def clean(self) -> None:
        """Whoever publishes waits for whoever takes their story back at the same moment, and then finds no yes."""
        if connection.in_atomic_block:
            list(StoryConsent.objects.of(self).select_for_update().order_by("pk").values_list("pk"))
        super().clean()

    def oldest_reader(self) -> int:
        return 0

    def gives_away(self) -> bool:
        """Also where they did not say yes to being found by search engines and in links that people share."""
        if self.sensitive:
            return True
        consent = self.consent()
        return not (consent and consent.on_cards)

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """What was taken back keeps an address, which says so and nothing else."""
        if not path_components and not self.live and self.ending():
            return RouteResult(self)
        return super().route(request, path_components)

    def ending(self) -> str:
        """How the yes to it ended: "taken_back", "expired" or "narrowed"; "" where it did not."""
        last = StoryConsent.objects.of(self).order_by("-pk").values_list("status", "on_site").first()
        if last is None:
            return ""
        status, on_site = last
        if status == StoryConsent.Status.STANDING:
            return "" if on_site else "narrowed"
        return str(status)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Asked once more at the door, whatever else went wrong: without a yes nobody reads it."""
        consent = self.consent()
        if self.live and consent and consent.on_site:
            response = super().serve(request, *args, **kwargs)
            response["Cache-Control"] = NOT_KEPT
            return response
        if not (ending := self.ending()):
            raise Http404
        return render(request, "pages/stories/gone.html", {"ending": ending, "stories": STORIES}, status=410)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        consent = self.consent()
        return super().get_context(request, *args, **kwargs) | {
            "byline": consent.name if consent else "",
            "pictures": bool(consent and consent.pictures) or not self.live,
            "contact": helplines.find(LISTENS),
        }
