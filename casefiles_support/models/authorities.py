"""What the person signed so that others may speak for them, and how they can show who they are. Nothing is copied."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class AuthorityQuerySet(InsideQuerySet):
    def valid(self, on: date) -> "AuthorityQuerySet":
        return self.filter(signed_on__lte=on, valid_until__gte=on, withdrawn_at=None)


class Authority(models.Model):
    """For this request and holder only, until a day. Taken back, it ends at once; who must be told is a Duty."""

    WAY = "request__journey"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="authorities")
    signed_on = models.DateField("the day they signed")
    valid_until = models.DateField("good until")
    may_receive = models.BooleanField("we may receive the records for them", default=False)
    sighted_on = models.DateField("the day we saw it")
    sighted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "authorities"
        constraints = [
            models.CheckConstraint(condition=Q(valid_until__gte=F("signed_on")), name="authority_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(sighted_on__gte=F("signed_on")), name="authority_is_seen_once_signed"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None) | Q(withdrawn_at__isnull=False),
                name="authority_withdrawn_by_goes_with_at",
            ),
        ]

    def __str__(self) -> str:
        return f"authority {self.ref}"

    def is_valid(self, on: date) -> bool:
        return self.withdrawn_at is None and self.signed_on <= on <= self.valid_until


class Proof(models.Model):
    """That somebody saw what shows who they are: which kind, by whom and when; never a copy, never a number."""

    WAY = "request__journey"

    class Kind(models.TextChoices):
        PRISON = "prison", "A letter from the prison that says who they are"
        BIRTH = "birth", "A birth certificate"
        PASSPORT = "passport", "A passport"
        LICENCE = "licence", "A driving licence"
        BENEFITS = "benefits", "A letter about benefits or National Insurance"
        ADVISER = "adviser", "A personal adviser or social worker confirms it"
        KNOWLEDGE = "knowledge", "What only they would know"
        OTHER = "other", "Something else"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    sighted_on = models.DateField("the day we saw it", null=True, blank=True)
    sighted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_on = models.DateField("the day it went to the holder", null=True, blank=True)
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="one_proof_of_a_kind"),
            models.CheckConstraint(
                condition=Q(sighted_on=None, sighted_by=None) | Q(sighted_on__isnull=False, sighted_by__isnull=False),
                name="proof_seen_by_goes_with_on",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["prison", "birth", "passport", "licence", "benefits", "adviser", "knowledge",
                    "other"]),
                name="proof_kind_is_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"proof {self.ref}"
