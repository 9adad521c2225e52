"""What the person who told a story agreed to, and all that happened to their yes. It knows nobody of the programme."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from common.fields import SealedTextField
from common.refs import new_ref
from common.sealed import blind_index
from common.sheet_codes import in_fours, tidy_code
from pages.rules.story_consents import ASK_BEFORE, DELETED_AFTER, PLACES, SHORT, Agreed

LONGEST_NAME = 40


def mark_of(code: str) -> str:
    """By which a code is found without standing in the open."""
    return blind_index(tidy_code(code), kind="story_consent.code")


class StoryConsentQuerySet(models.QuerySet["StoryConsent"]):
    def standing(self) -> "StoryConsentQuerySet":
        return self.filter(status=StoryConsent.Status.STANDING)

    def shared(self) -> "StoryConsentQuerySet":
        """Of stories that search engines and links may show."""
        return self.standing().filter(on_site=True, on_cards=True)

    def of(self, page: Any) -> "StoryConsentQuerySet":
        """Of the story that this page tells, in whatever language."""
        return self.filter(story=page.translation_key)

    def to_ask_again(self, on: date) -> "StoryConsentQuerySet":
        return self.standing().filter(expires_on__lte=on + ASK_BEFORE)

    def run_out(self, on: date) -> "StoryConsentQuerySet":
        return self.standing().filter(expires_on__lt=on)

    def to_delete(self, at: datetime) -> "StoryConsentQuerySet":
        """Taken back thirty days ago, while their pages still stand and nobody has said yes to the story since."""
        over = Q(status=StoryConsent.Status.TAKEN_BACK, ended_at__lt=at - DELETED_AFTER)
        same = models.OuterRef("story")
        since = StoryConsent.objects.filter(~over, story=same)
        pages = Page.objects.filter(translation_key=same)
        return self.filter(over, ~models.Exists(since), models.Exists(pages))

    def for_list(self, on: date) -> "StoryConsentQuerySet":
        """Without what is sealed; each with the `title` of its story, None where the page is gone, `is_live`, and
        `is_soon` where it is to be asked again.
        """
        soon = Q(status=StoryConsent.Status.STANDING, expires_on__lte=on + ASK_BEFORE)
        pages = Page.objects.filter(translation_key=models.OuterRef("story"))
        title = models.Subquery(pages.order_by("pk").values("draft_title")[:1])
        live = models.Exists(pages.filter(live=True))
        is_soon = models.ExpressionWrapper(soon, output_field=models.BooleanField())
        return self.defer("reach", "code").annotate(title=title, is_live=live, is_soon=is_soon)


class StoryConsent(models.Model):
    """`story` is what the page has in common with itself in other languages; a copy of it needs a yes of its own.
    `words` has the fingerprint of what they saw, by the code of its language. `reach` is never a telephone.
    """

    class Status(models.TextChoices):
        STANDING = "standing", "They said yes"
        TAKEN_BACK = "taken_back", "Taken back"
        EXPIRED = "expired", "Run out"

    class Named(models.TextChoices):
        OWN = "own", "Their own first name"
        OTHER = "other", "Another name that they chose"
        NONE = "none", "No name"

    class How(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        PAPER = "paper", "On the form"
        LETTER = "letter", "By letter"
        PHONE = "phone", "By phone"

    STATUS_TONES = {Status.STANDING: "go", Status.TAKEN_BACK: "stop", Status.EXPIRED: "wait"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    story = models.UUIDField(editable=False, db_index=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.STANDING)
    on_site = models.BooleanField(default=False)
    in_packs = models.BooleanField(default=False)
    in_leaflets = models.BooleanField(default=False)
    on_cards = models.BooleanField(default=False)
    in_training = models.BooleanField(default=False)
    pictures = models.BooleanField("pictures may go with it", default=False)
    named = models.CharField("name with the story", max_length=5, choices=Named.choices)
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    words = models.JSONField(default=dict)
    how = models.CharField("how they said yes", max_length=9, choices=How.choices)
    witness = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField("said yes on")
    expires_on = models.DateField("until")
    reach = SealedTextField("how to reach them", blank=True)
    code = SealedTextField(editable=False)
    code_mark = models.CharField(max_length=32, unique=True, editable=False)  # keyed: a code is found by it
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StoryConsentQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["story"], condition=Q(status="standing"), name="one_standing_consent_of_a_story"
            ),
            models.CheckConstraint(
                condition=Q(status="standing", ended_at=None)
                | Q(status__in=["taken_back", "expired"], ended_at__isnull=False),
                name="story_consent_ended_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(status="taken_back") | Q(name="", reach=""), name="story_consent_taken_back_names_nobody"
            ),
            models.CheckConstraint(
                condition=~Q(named="none") | Q(name=""), name="story_consent_without_a_name_has_none"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=models.F("given_on")), name="story_consent_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["status", "expires_on", "id"], name="story_consent_by_day")]

    def __str__(self) -> str:
        return f"consent {self.ref}"

    @property
    def agreed(self) -> Agreed:
        return Agreed(on_site=self.on_site, pictures=self.pictures, words=self.words)

    @property
    def places(self) -> list[str]:
        return [name for name in PLACES if getattr(self, name)]

    @property
    def places_in_words(self) -> list[str]:
        return [PLACES[name] for name in self.places]

    @property
    def places_in_few_words(self) -> str:
        return ", ".join(SHORT[name] for name in self.places)

    @property
    def on_the_site(self) -> str:
        """Of a record loaded `for_list`."""
        return "Yes" if getattr(self, "is_live", False) else "No"

    @property
    def code_in_fours(self) -> str:
        return in_fours(self.code)
