"""What the person chose: a ledger to which rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.journeys import Journey
from common.fields import SealedTextField
from common.refs import new_ref


class Topic(models.TextChoices):
    TELL_SAFER_CUSTODY = "tell_safer_custody", "May the wing be asked to look in on you?"
    WHO_OPENS = "who_opens", "Who opens it?"
    WHO_READS_FIRST = "who_reads_first", "Who reads it first?"
    READ_HOW = "read_how", "How would you like to read it?"
    WHAT_FIRST = "what_first", "What would you like to see first?"
    PLACE = "place", "Where should it go?"
    WHERE_KEPT = "where_kept", "Where should it be kept?"
    CONTACT_TIMES = "contact_times", "When is it good to talk?"
    LETTERS_EXPLAINED = "letters_explained", "Shall we explain each letter before you get it?"
    MENTOR_IN_ROOM = "mentor_in_room", "May your mentor be in the room?"
    CHOSEN_DAY = "chosen_day", "A day on which we should ask how you are"
    QUOTE_ME = "quote_me", "May we use your words?"


class ChoiceQuerySet(models.QuerySet["Choice"]):
    def standing(self, journey: Journey) -> dict[str, "Choice"]:
        """What holds now, by topic: the newest row, unless it takes the choice back (an empty value)."""
        newest = {one.topic: one for one in self.filter(journey=journey).order_by("pk")}
        return {topic: one for topic, one in newest.items() if one.value}


class Choice(models.Model):
    """`value` is one of the answers that rules/choices.py has for the topic, or a day; empty takes the choice back."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="choices")
    topic = models.CharField(max_length=20, choices=Topic.choices)
    value = models.CharField(max_length=40, blank=True)
    words = SealedTextField("in their own words", blank=True)
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chosen_by", "key", "topic"], name="one_choice_for_each_form"),
            models.CheckConstraint(condition=Q(topic__in=Topic.values), name="choice_topic_is_known"),
        ]
        indexes = [models.Index(fields=["journey", "topic", "-id"], name="choice_newest")]

    def __str__(self) -> str:
        return f"choice {self.ref}"
