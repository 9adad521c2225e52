"""The way that the paper went, move by move, each with two names. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.parcels import Parcel, Place
from common.refs import new_ref


class HoldingMove(models.Model):
    """One move, with two names: who gave it and who took it; never a peer mentor. Rows are only added."""

    WAY = "parcel__request__journey"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="moves")
    frm = models.CharField("from", max_length=21, choices=Place.choices)
    to = models.CharField("to", max_length=21, choices=Place.choices)
    on = models.DateField()
    # Names of staff and of whoever stands for a holder, as they gave them; “the person” for the person themselves.
    given_by = models.CharField("who gave it", max_length=100)
    taken_by = models.CharField("who took it", max_length=100)
    person_agreed = models.BooleanField("the person agreed")
    signed_twice = models.BooleanField("both signed", default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = InsideQuerySet.as_manager()

    class Meta:
        ordering = ("on", "pk")
        constraints = [
            models.UniqueConstraint(fields=["parcel", "key"], name="one_move_for_each_form"),
            models.CheckConstraint(condition=~Q(given_by="") & ~Q(taken_by=""), name="move_has_two_names"),
            models.CheckConstraint(condition=~Q(frm=models.F("to")), name="move_goes_somewhere"),
        ]

    def __str__(self) -> str:
        return f"move {self.ref}"
