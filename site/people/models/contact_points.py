"""Ways to reach a person."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from people.models.persons import Person


class ContactKind(models.TextChoices):
    MOBILE = "mobile", "Mobile phone"
    LANDLINE = "landline", "Landline"
    EMAIL = "email", "Email"
    ADDRESS = "address", "Address"
    OTHER = "other", "Another way"


class ContactPointQuerySet(models.QuerySet["ContactPoint"]):
    def current(self) -> "ContactPointQuerySet":
        return self.filter(ended_at=None)


class ContactPoint(models.Model):
    """A number or address, sealed. Whether it may be used now is asked when sending (rules.locations.may_be_phoned)."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_points")
    kind = models.CharField(max_length=10, choices=ContactKind.choices)
    value = SealedTextField()
    value_index = models.CharField(max_length=32, db_index=True, editable=False)
    safe_to_use = models.BooleanField("they say it is safe to use", default=False)
    safe_note = SealedTextField("what to mind when using it", blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ContactPointQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "value_index"],
                condition=Q(ended_at=None),
                name="a_contact_point_once_for_a_person",
            ),
            models.CheckConstraint(condition=~Q(value=""), name="contact_point_has_a_value"),
            models.CheckConstraint(
                condition=Q(verified_at=None, verified_by=None) | Q(verified_at__isnull=False),
                name="contact_point_verified_by_goes_with_at",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False),
                name="contact_point_ended_by_goes_with_at",
            ),
            models.CheckConstraint(condition=Q(kind__in=ContactKind.values), name="contact_point_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
