"""All that happened to a yes, from the day on which it was given to its end."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from pages.models.story_consents import StoryConsent


class ConsentEvent(models.Model):
    """What happened to a yes: never changed. `by` is nobody where they took it back themselves with their code, or the
    clock let it run out. `words` and `language` say what they saw.
    """

    class Kind(models.TextChoices):
        GIVEN = "given", "Said yes"
        RENEWED = "renewed", "Said yes for longer"
        SHOWN_AGAIN = "shown_again", "Saw the new words and said yes"
        NARROWED = "narrowed", "Said yes to less"
        TAKEN_BACK = "taken_back", "Took it back"
        EXPIRED = "expired", "Ran out"

    class How(models.TextChoices):
        CODE = "code", "With their code"
        IN_PERSON = "in_person", "In person"
        PAPER = "paper", "On the form"
        LETTER = "letter", "By letter"
        PHONE = "phone", "By phone"
        CLOCK = "clock", "Its time was over"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    consent = models.ForeignKey(StoryConsent, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    how = models.CharField(max_length=9, choices=How.choices)
    places = models.JSONField(default=list)
    pictures = models.BooleanField(default=False)
    named = models.CharField(max_length=5, choices=StoryConsent.Named.choices)
    language = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=64, blank=True)
    expires_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consent"], condition=Q(kind="taken_back"), name="one_taking_back_of_a_consent"
            ),
        ]
        indexes = [models.Index(fields=["consent", "id"], name="consent_event_by_consent")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.consent_id})"
