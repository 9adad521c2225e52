"""A person. One row, even when the same human is mentee and mentor: the roles live in mentoring, with a wall."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from common.sealed import blind_index
from common.text import fold
from people.visibility import EVERYBODY, who_may_see
from places.models import Team


class Need(models.TextChoices):
    """How somebody likes to be spoken and written to."""

    EASY_READ = "easy_read", "Easy read"
    READ_ALOUD = "read_aloud", "Read aloud"
    LARGE_PRINT = "large_print", "Large print"
    WELSH = "welsh", "Welsh"
    INTERPRETER = "interpreter", "Interpreter"
    NO_LETTERS = "no_letters", "No letters to the home address"


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: Any) -> "PersonQuerySet":
        """The people whose page this user may open. Everyone else does not exist for them."""
        allowed = who_may_see(user)
        if allowed == EVERYBODY:
            return self.all()
        return self.filter(pk__in=Person.objects.filter(allowed).values("pk"))

    def found_by(self, words: str) -> "PersonQuerySet":
        """By the start of the first name, or the whole surname, prison number or probation number."""
        return self.filter(
            Q(search_name__startswith=fold(words))
            | Q(family_name_index=blind_index(fold(words), kind="family_name"))
            | Q(prison_number_index=blind_index(words, kind="prison_number"))
            | Q(crn_index=blind_index(words, kind="crn"))
        )

    def numbered(self, number: str) -> "PersonQuerySet":
        """The one with this whole prison number or probation number."""
        return self.filter(
            Q(prison_number_index=blind_index(number, kind="prison_number")) & ~Q(prison_number_index="")
            | Q(crn_index=blind_index(number, kind="crn")) & ~Q(crn_index="")
        )


class Person(models.Model):
    """Identifiers are sealed; `search_name` and the blind indexes are kept by people.actions.persons."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    preferred_name = models.CharField("name they like to be called", max_length=60)
    search_name = models.CharField(max_length=60, db_index=True, editable=False)
    family_name = SealedTextField(blank=True)
    family_name_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    born_on = SealedTextField("date of birth", blank=True)  # ISO 8601
    prison_number = SealedTextField(blank=True)
    prison_number_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    crn = SealedTextField("probation number (CRN)", blank=True)
    crn_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    needs = models.JSONField("how they like to be written and spoken to", default=list, blank=True)
    needs_note = SealedTextField(blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="people")
    login = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person"
    )
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        indexes = [
            models.Index(fields=["search_name", "id"], name="person_by_name"),
            models.Index(fields=["team", "search_name", "id"], name="person_by_team"),
        ]
        constraints = [
            # One row for one human: the same number twice would be two half-known people.
            models.UniqueConstraint(
                fields=["prison_number_index"], condition=~Q(prison_number_index=""), name="a_prison_number_once"
            ),
            models.UniqueConstraint(fields=["crn_index"], condition=~Q(crn_index=""), name="a_crn_once"),
            models.CheckConstraint(condition=~Q(preferred_name=""), name="person_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.preferred_name

    @property
    def born(self) -> date | None:
        """The date of birth, where it is known."""
        return date.fromisoformat(self.born_on) if self.born_on else None

    @property
    def needs_in_words(self) -> list[str]:
        return [str(Need(need).label) for need in self.needs if need in Need.values]
