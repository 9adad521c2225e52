"""Who followed a link that leads out of our site, and whether it still led where we say. We ask no other site."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    def of(self, key: str) -> "LinkCheckQuerySet":
        """The looks at one address, the newest first."""
        return self.filter(key=key).select_related("by").order_by("-at", "-pk")

    def last_of(self, keys: list[str]) -> "dict[str, LinkCheck]":
        """The last look at each address, by its key: one query."""
        found = self.filter(key__in=keys).select_related("by").order_by("at", "pk")
        return {check.key: check for check in found}


class LinkCheck(models.Model):
    """Never changed (database triggers). `key` is that of the address (rules/links.py)."""

    class Outcome(models.TextChoices):
        RIGHT = "right", "It leads where we say"
        MOVED = "moved", "It leads somewhere else now"
        GONE = "gone", "It leads nowhere"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=16)
    address = models.TextField()
    outcome = models.CharField(max_length=6, choices=Outcome.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = LinkCheckQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=["right", "moved", "gone"]), name="link_outcome_is_known"),
            models.UniqueConstraint(fields=["key", "on", "by", "outcome"], name="one_look_at_a_link_a_day"),
        ]
        indexes = [models.Index(fields=["key", "at"], name="link_check_by_key")]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.on}"
