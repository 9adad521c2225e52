"""Two people who must not be matched, and why. Why is for the safeguarding lead alone."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.fields import SealedTextField
from common.refs import new_ref
from people.models import Person


class BlockQuerySet(models.QuerySet["MatchBlock"]):
    def standing(self) -> "BlockQuerySet":
        """Those that hold now. One that is only proposed holds too, until a safeguarding lead has looked at it."""
        return self.exclude(status=MatchBlock.Status.LIFTED)

    def of_pair(self, one: Any, other: Any) -> "BlockQuerySet":
        """Between two people, given by their ids."""
        return self.filter(Q(person=one, other=other) | Q(person=other, other=one))

    def others_of(self, person: Person) -> set[int]:
        """The ids of those whom this person is kept apart from."""
        pairs = self.filter(Q(person=person) | Q(other=person), other__isnull=False).values_list("person", "other")
        return {one for pair in pairs for one in pair} - {person.pk}

    def visible_to(self, user: Any) -> "BlockQuerySet":
        """Safeguarding leads alone; and never those about themselves."""
        if not user.is_authenticated or not user.has_role(Role.SAFEGUARDING_LEAD):
            return self.none()
        mine = Person.objects.filter(login=user).values("pk")
        return self.exclude(person__in=mine).exclude(other__in=mine, other__isnull=False)


class MatchBlock(models.Model):
    """`other` is empty where a partner named somebody whom they cannot see here: a lead finds out who is meant."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Waiting for the safeguarding lead"
        STANDING = "standing", "Blocked"
        LIFTED = "lifted", "No longer blocked"

    class Kind(models.TextChoices):
        KEPT_APART = "kept_apart", "The prison keeps them apart (non-association)"
        SAME_CASE = "same_case", "They were in the same court case"
        LICENCE = "licence", "A licence says no contact"
        FAMILY = "family", "They are family"
        GANG = "gang", "Trouble between groups they belong to"
        OTHER = "other", "Something else"

    STATUS_TONES = {Status.PROPOSED: "wait", Status.STANDING: "stop"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="match_blocks")
    other = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    other_name = SealedTextField("who the other person is", blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = SealedTextField()
    status = models.CharField(max_length=10, choices=Status.choices)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_because = SealedTextField(blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "other"], name="match_block_by_pair"),
            models.Index(fields=["status", "made_at", "id"], name="match_block_by_status"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["made_by", "key"], name="one_match_block_each_form"),
            models.CheckConstraint(condition=~Q(reason=""), name="match_block_has_a_reason"),
            models.CheckConstraint(
                condition=Q(other__isnull=False) | ~Q(other_name=""), name="match_block_names_the_other"
            ),
            models.CheckConstraint(
                condition=Q(other=None) | ~Q(other=models.F("person")), name="match_block_is_between_two"
            ),
            models.CheckConstraint(
                condition=~Q(status="standing") | Q(other__isnull=False, confirmed_at__isnull=False),
                name="standing_match_block_was_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(status="lifted", lifted_at__isnull=False) | (~Q(status="lifted") & Q(lifted_at=None)),
                name="lifted_match_block_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=False) | Q(confirmed_by=None), name="match_block_confirmed_by_with_at"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=False) | Q(lifted_by=None), name="match_block_lifted_by_with_at"
            ),
        ]

    def __str__(self) -> str:
        return f"block {self.ref}"
