"""What happened to a request, and when: the only thing a due date is worked out from. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.fields import SealedTextField
from common.refs import new_ref
from law.access_clock import Fact as LawFact


class FactQuerySet(InsideQuerySet):
    def standing(self) -> "FactQuerySet":
        """Those that no later one has put right."""
        return self.filter(superseded_by=None)


class Fact(models.Model):
    """Put right by another that `supersedes` it. `reason` is what an extension notice gave as its reason."""

    WAY = "request__journey"

    class Kind(models.TextChoices):
        HANDED_IN = "handed_in", "Handed in to be posted"
        POSTED = "posted", "Posted"
        RECEIVED = "received", "The holder received it"
        ID_ASKED = "id_asked", "The holder asked for proof of who they are"
        ID_RECEIVED = "id_received", "The holder received the proof"
        AUTHORITY_ASKED = "authority_asked", "The holder asked for their signed agreement"
        AUTHORITY_RECEIVED = "authority_received", "The holder received the signed agreement"
        FEE_ASKED = "fee_asked", "The holder asked for a fee"
        FEE_PAID = "fee_paid", "The fee was paid"
        CLARIFICATION_ASKED = "clarification_asked", "The holder asked what they would like to see"
        CLARIFICATION_ANSWERED = "clarification_answered", "The holder received the answer"
        EXTENSION_NOTICE = "extension_notice", "The holder said it needs more time"
        PARTIAL_REPLY = "partial_reply", "Part of it came"
        FULL_REPLY = "full_reply", "All of it came"
        REFUSAL = "refusal", "The holder said no"
        NO_RECORDS = "no_records", "The holder found nothing"
        TRANSFERRED = "transferred", "The holder passed it on"
        # Only ever puts another right.
        MISTAKE = "mistake", "It did not happen"

    class Basis(models.TextChoices):
        LETTER = "letter", "A letter says so"
        PHONE = "phone", "They said so on the telephone"
        DELIVERY_PROOF = "delivery_proof", "Proof of delivery"
        ASSUMED = "assumed", "We assume it"

    # Those that the law knows; the others are about the post.
    COUNTED = tuple(kind for kind in Kind if kind not in ("handed_in", "posted", "transferred", "mistake"))

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=60, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=22, choices=Kind.choices)
    on = models.DateField()
    basis = models.CharField("how we know", max_length=14, choices=Basis.choices, default=Basis.LETTER)
    reason = SealedTextField("the reason they gave", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="superseded_by"
    )
    superseding_because = models.CharField("what was wrong", max_length=200, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ("on", "pk")
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="one_fact_for_each_form"),
            models.CheckConstraint(
                condition=Q(basis__in=["letter", "phone", "delivery_proof", "assumed"]), name="fact_basis_is_known"
            ),
            models.CheckConstraint(
                condition=Q(supersedes=None, superseding_because="")
                | Q(supersedes__isnull=False) & ~Q(superseding_because=""),
                name="superseding_fact_says_why",
            ),
        ]
        indexes = [models.Index(fields=["request", "kind"], name="fact_by_request")]

    def __str__(self) -> str:
        return f"fact {self.ref}"

    @property
    def for_the_law(self) -> LawFact:
        """As law/access_clock.py takes it."""
        return LawFact(kind=self.kind, on=self.on, basis=self.basis, reason=self.reason)
