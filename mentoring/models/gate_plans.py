"""The day somebody leaves prison: who meets them, where they sleep tonight, and what is in their pocket."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from people.models import Person


class GatePlanQuerySet(models.QuerySet["GatePlan"]):
    def open(self) -> "GatePlanQuerySet":
        return self.filter(status__in=GatePlan.OPEN)


class GatePlan(models.Model):
    """One open plan for a person. It may be begun long before the day; leaving prison begins one if there is none."""

    class Status(models.TextChoices):
        PLANNING = "planning", "Being planned"
        READY = "ready", "Everything is arranged"
        DONE = "done", "The day is over"
        NOT_NEEDED = "not_needed", "Not needed now"

    OPEN = ("planning", "ready")
    TEXTS = ("who_meets", "tonight", "first_appointment", "phone", "id_papers", "money", "notes")
    STATUS_TONES = {Status.PLANNING: "wait", Status.READY: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="gate_plans")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNING)
    release_on = models.DateField("the day they leave", null=True, blank=True)
    released_on = models.DateField("the day they left", null=True, blank=True)
    who_meets = SealedTextField("who meets them at the gate", blank=True)
    tonight = SealedTextField("where they sleep tonight", blank=True)
    first_appointment = SealedTextField("their first appointment", blank=True)
    phone = SealedTextField("how they can be reached", blank=True)
    id_papers = SealedTextField("papers that say who they are", blank=True)
    money = SealedTextField("money for the first days", blank=True)
    notes = SealedTextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = GatePlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=["planning", "ready"]), name="one_open_gate_plan_of_a_person"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planning", "ready", "done", "not_needed"]), name="gate_plan_status_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"gate plan {self.ref}"

    @property
    def missing(self) -> list[str]:
        """What nobody has written down yet, in words."""
        words = {field.name: str(field.verbose_name) for field in self._meta.concrete_fields}
        return [words[name] for name in self.TEXTS[:-1] if not getattr(self, name)]
