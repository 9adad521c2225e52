"""How somebody wants to be reminded: for one kind of reminder, or for all."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from people.models.persons import Person


class By(models.TextChoices):
    TEXT = "text", "By text"
    EMAIL = "email", "By email"
    HAND = "hand", "On paper, or somebody tells me"
    NONE = "none", "Not at all"


# A kind whose own choice was taken back: what holds for everything holds for it again.
AS_ALL = ""


class HowAgreed(models.TextChoices):
    SPOKEN = "spoken", "They said so"
    SIGNED = "signed", "They signed a form"
    THEMSELVES = "themselves", "They chose it here themselves"


class TextChoiceQuerySet(models.QuerySet["TextChoice"]):
    def standing(self, person: Person) -> dict[str, str]:
        """What holds now, by kind; "" is for everything else."""
        newest = {one.kind: one.by_what for one in self.filter(person=person).order_by("pk")}
        return {kind: by_what for kind, by_what in newest.items() if by_what != AS_ALL}


class TextChoice(models.Model):
    """The newest row of a person and a kind holds; `kind` "" is for all that have none of their own. Nobody who has
    chosen nothing gets a text. Rows are added and never changed, so that it can be shown what was asked for, and when.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="text_choices")
    kind = models.CharField(max_length=60, blank=True)
    by_what = models.CharField(max_length=5, choices=By.choices, blank=True)
    how = models.CharField("how they told us", max_length=10, choices=HowAgreed.choices)
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TextChoiceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "kind", "-id"], name="text_choice_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(by_what__in=By.values) | Q(by_what=AS_ALL) & ~Q(kind=""), name="text_choice_is_known"
            ),
            models.CheckConstraint(condition=Q(how__in=HowAgreed.values), name="text_choice_says_how"),
        ]

    def __str__(self) -> str:
        return self.get_by_what_display()
