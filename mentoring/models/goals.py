"""What somebody wants, in their own words, and the small steps towards it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.carrying_on import CarriesOn, CarriesOnQuerySet
from mentoring.models.circumstances import Topic
from mentoring.models.progress import SETTLED_HAS_A_DAY, TONES, Progress


class GoalQuerySet(CarriesOnQuerySet):
    def going(self) -> "GoalQuerySet":
        return self.filter(status=Progress.GOING)

    def for_pages(self) -> "GoalQuerySet":
        """With their steps, in the order in which they were set."""
        return self.select_related("person", "match").prefetch_related("steps").order_by("pk")


class Goal(CarriesOn):
    """A goal belongs to the person: with a new mentor it goes on if they agree (`carries_on`)."""

    STATUS_TONES = TONES

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    words = SealedTextField("in their own words")
    topic = models.CharField(max_length=10, choices=Topic.choices)
    hoped_for_by = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Progress.choices, default=Progress.GOING)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = GoalQuerySet.as_manager()

    class Meta:
        constraints = [
            *CarriesOn.Meta.constraints,
            models.UniqueConstraint(fields=["set_by", "key"], name="one_goal_for_each_form"),
            models.CheckConstraint(condition=~Q(words=""), name="goal_says_what"),
            models.CheckConstraint(condition=Q(status__in=Progress.values), name="goal_status_is_known"),
            models.CheckConstraint(condition=SETTLED_HAS_A_DAY, name="settled_goal_has_a_day"),
        ]
        indexes = [
            models.Index(fields=["person", "status"], name="goal_by_person"),
            models.Index(fields=["match"], name="goal_by_match"),
        ]

    def __str__(self) -> str:
        return f"goal {self.ref}"

    @property
    def is_going(self) -> bool:
        return self.status == Progress.GOING

    @property
    def steps_in_words(self) -> str:
        """“2 of 5 steps done”, of the steps that still stand; without a query where they were loaded."""
        standing = [step for step in self.steps.all() if step.status in (Progress.GOING, Progress.DONE)]
        done = sum(step.status == Progress.DONE for step in standing)
        return f"{done} of {len(standing)} steps done" if standing else "No steps yet"
