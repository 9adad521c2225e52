"""What somebody would like of a mentor, and what a mentor brings: one row for each person, asked of both alike."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from people.models import Person


class Language(models.TextChoices):
    ENGLISH = "english", "English"
    WELSH = "welsh", "Welsh"
    BSL = "bsl", "British Sign Language"
    ARABIC = "arabic", "Arabic"
    BENGALI = "bengali", "Bengali"
    KURDISH = "kurdish", "Kurdish"
    POLISH = "polish", "Polish"
    PUNJABI = "punjabi", "Punjabi"
    ROMANIAN = "romanian", "Romanian"
    SOMALI = "somali", "Somali"
    TIGRINYA = "tigrinya", "Tigrinya"
    URDU = "urdu", "Urdu"
    VIETNAMESE = "vietnamese", "Vietnamese"


class Gender(models.TextChoices):
    WOMAN = "woman", "Woman"
    MAN = "man", "Man"
    ANOTHER = "another", "Another way"


class MentorGender(models.TextChoices):
    WOMAN = "woman", "A woman"
    MAN = "man", "A man"


class AgeBand(models.TextChoices):
    UNDER_30 = "under_30", "Under 30"
    FROM_30 = "30_to_44", "30 to 44"
    FROM_45 = "45_or_more", "45 or older"


class Interest(models.TextChoices):
    ART = "art", "Art and making things"
    COOKING = "cooking", "Cooking"
    FAITH = "faith", "Faith"
    FAMILY = "family", "Family life"
    FILMS = "films", "Films and television"
    FITNESS = "fitness", "Keeping fit"
    FOOTBALL = "football", "Football"
    GAMES = "games", "Games"
    LEARNING = "learning", "Learning and college"
    MUSIC = "music", "Music"
    OUTDOORS = "outdoors", "Being outdoors"
    READING = "reading", "Reading and writing"
    WORK = "work", "Work and trades"


class Preferences(models.Model):
    """Empty means that nobody has said: it is never taken for a wish."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="preferences")
    languages = models.JSONField(default=list, blank=True)
    gender = models.CharField(max_length=10, choices=Gender.choices, blank=True)
    mentor_gender = models.CharField("mentor’s gender", max_length=10, choices=MentorGender.choices, blank=True)
    age_band = models.CharField("would like a mentor aged", max_length=12, choices=AgeBand.choices, blank=True)
    interests = models.JSONField(default=list, blank=True)
    notes = SealedTextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "preferences"
        constraints = [
            models.CheckConstraint(
                condition=Q(gender__in=["", *Gender.values])
                & Q(mentor_gender__in=["", *MentorGender.values])
                & Q(age_band__in=["", *AgeBand.values]),
                name="preferences_are_known",
            )
        ]

    def __str__(self) -> str:
        return f"preferences {self.ref}"
